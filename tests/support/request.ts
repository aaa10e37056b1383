import { vi } from "vitest";

/**
 * What a request brings, in tests of doors: who is signed in, in which language, from which address. The doors themselves
 * are the real ones; only the framework's request is stood in for.
 */
type Standing = { sessionId: string | null; locale: "id" | "en"; path: string; isScripted: boolean; source: string; requestId: string | null };

const FROM_NOBODY: Standing = { sessionId: null, locale: "id", path: "/", isScripted: false, source: "192.0.2.1", requestId: null };

/** One for the process: files share the modules that ask for it, while this one is read anew for each. */
const shared = globalThis as typeof globalThis & { standing?: { request: Standing; kept: string | null; shownAnew: number } };
const standing = (shared.standing ??= { request: FROM_NOBODY, kept: null, shownAnew: 0 });
Object.assign(standing, { request: FROM_NOBODY, kept: null, shownAnew: 0 });

/** The next calls come from the holder of this session (null: from nobody). */
export function askAs(sessionId: string | null, at: Partial<Omit<Standing, "sessionId">> = {}): void {
  standing.request = { ...FROM_NOBODY, sessionId, ...at };
}

/** The session of the last sign-in, as a browser keeps it in its cookie. */
export const keptSession = (): string | null => standing.kept;

/** How often a page was put in its own place again since this was last asked. */
export function timesShownAnew(): number {
  const times = standing.shownAnew;
  standing.shownAnew = 0;
  return times;
}

vi.mock("next/cache", () => ({ refresh: () => void (standing.shownAnew += 1) }));

vi.mock("next/server", async (original) => ({ ...(await original<typeof import("next/server")>()), connection: async () => undefined }));

vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      "x-sinovik-locale": standing.request.locale, "x-sinovik-path": standing.request.path, host: "localhost",
      "x-forwarded-for": standing.request.source,
      ...(standing.request.isScripted ? { "next-action": "00" } : {}),
      ...(standing.request.requestId === null ? {} : { "x-request-id": standing.request.requestId }),
    }),
  cookies: async () => ({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));

vi.mock("@/lib/auth/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/session")>()),
  sessionIdOfRequest: async () => standing.request.sessionId,
  writeSessionCookie: async (_userId: string, sessionId: string) => void (standing.kept = sessionId),
  clearSessionCookie: async () => undefined,
}));

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  const { messagesOf } = await import("@/messages/catalogue");
  return {
    getTranslations: async (namespace?: string) =>
      createTranslator({ locale: standing.request.locale, messages: messagesOf(standing.request.locale), namespace: namespace as never }),
    getLocale: async () => standing.request.locale,
    getRequestConfig: (make: unknown) => make,
  };
});
