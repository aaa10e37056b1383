import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { checkCredentials } from "@/lib/auth/credentials";
import { openSession, SESSION_SECONDS } from "@/lib/auth/session";
import { networkOf } from "@/lib/auth/source";
import { paths } from "@/lib/paths";

/**
 * next-auth holds the provider and the cookie. The sign-in page itself posts to an action that makes the same cookie,
 * because next-auth's own form needs JavaScript.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn() },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(typed, request) {
        const email = typed?.email?.trim().toLowerCase() ?? "";
        const source = networkOf(String(request.headers?.["x-forwarded-for"] ?? "local"));
        const checked = await checkCredentials({ email, password: typed?.password ?? "", source });
        return checked.ok ? { id: checked.value } : null;
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      return user ? { sub: user.id, sid: await openSession(user.id) } : token;
    },
    // The browser learns nothing from the session but that there is one: names and rights are read fresh by the server.
    session: ({ session }) => ({ expires: session.expires }),
  },
};
