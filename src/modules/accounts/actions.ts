"use server";

import { headers } from "next/headers";
import { action } from "@/lib/action";
import { checkCredentials, hashPassword } from "@/lib/auth/credentials";
import { clearSessionCookie, endSession, openSession, writeSessionCookie } from "@/lib/auth/session";
import { isDemo } from "@/lib/env";
import { openAction } from "@/lib/open-door";
import { paths, workspaceHome } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import { workspaceOf } from "./domain/workspace";
import { mayUseOwnAccount, mayWear } from "./policy";
import { demonstrationUserId } from "./queries";
import { acceptInvitation, wearHat } from "./repository";
import { acceptInvitationSchema, chooseWorkspaceSchema, demonstrationSchema, signInSchema, signOutSchema } from "./schema";

export const signIn = openAction({
  name: "accounts.signIn",
  input: signInSchema,
  execute: async ({ email, password, back }) => {
    const source = (await headers()).get("x-forwarded-for") ?? "local";
    const checked = await checkCredentials({ email, password, source });
    if (!checked.ok) return checked;
    await writeSessionCookie(checked.value, await openSession(checked.value));
    return ok({ redirectTo: back ?? paths.workspaces() });
  },
});

export const signInToDemonstration = openAction({
  name: "accounts.signInToDemonstration",
  input: demonstrationSchema,
  execute: async ({ email, back }) => {
    const userId = isDemo() ? await demonstrationUserId(email) : null;
    if (!userId) return refuse("accounts.signIn.wrong");
    await writeSessionCookie(userId, await openSession(userId));
    return ok({ redirectTo: back ?? paths.workspaces() });
  },
});

export const signOut = action({
  name: "accounts.signOut",
  input: signOutSchema,
  load: async () => ({}),
  policy: mayUseOwnAccount,
  execute: async ({ actor }) => {
    await endSession(actor.sessionId);
    await clearSessionCookie();
    return ok({ redirectTo: paths.home() });
  },
});

export const chooseWorkspace = action({
  name: "accounts.chooseWorkspace",
  input: chooseWorkspaceSchema,
  load: async ({ membershipId }) => ({ id: membershipId }),
  policy: mayWear,
  execute: async ({ actor, subject, input }) => {
    await wearHat(actor.sessionId, subject.id);
    const chosen = actor.memberships.find(({ id }) => id === subject.id);
    return ok({ redirectTo: input.back ?? (chosen ? workspaceHome[workspaceOf(chosen.role)] : paths.workspaces()) });
  },
});

export const accept = openAction({
  name: "accounts.acceptInvitation",
  input: acceptInvitationSchema,
  execute: async ({ token, name, position, password }) => {
    const accepted = await acceptInvitation({ token, name, position, passwordHash: await hashPassword(password) });
    if (!accepted.ok) return accepted;
    if (!accepted.value.isNew) return ok({ redirectTo: paths.signIn(paths.workspaces()) });
    await writeSessionCookie(accepted.value.userId, await openSession(accepted.value.userId));
    return ok({ redirectTo: paths.workspaces() });
  },
});
