import { vi } from "vitest";

/**
 * What a request brings, in tests of doors: who is signed in, in which language, from which address. The doors themselves
 * are the real ones; only the framework's request is stood in for.
 */
type Standing = { sessionId: string | null; locale: "id" | "en"; path: string; isScripted: boolean; source: string; requestId: string | null };

const standing: Standing = { sessionId: null, locale: "id", path: "/", isScripted: false, source: "192.0.2.1", requestId: null };

/** The next calls come from the holder of this session (null: from nobody). */
export function askAs(sessionId: string | null, at: Partial<Omit<Standing, "sessionId">> = {}): void {
  Object.assign(standing, { sessionId, locale: "id", path: "/", isScripted: false, source: "192.0.2.1", requestId: null, ...at });
}

let kept: string | null = null;

/** The session of the last sign-in, as a browser keeps it in its cookie. */
export const keptSession = (): string | null => kept;

let shownAnew = 0;

/** How often a page was put in its own place again since this was last asked. */
export function timesShownAnew(): number {
  const times = shownAnew;
  shownAnew = 0;
  return times;
}

vi.mock("next/cache", () => ({ refresh: () => void (shownAnew += 1) }));

vi.mock("next/server", async (original) => ({ ...(await original<typeof import("next/server")>()), connection: async () => undefined }));

vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      "x-sinovik-locale": standing.locale, "x-sinovik-path": standing.path, host: "localhost",
      "x-forwarded-for": standing.source,
      ...(standing.isScripted ? { "next-action": "00" } : {}),
      ...(standing.requestId === null ? {} : { "x-request-id": standing.requestId }),
    }),
  cookies: async () => ({ get: () => undefined, set: () => undefined, delete: () => undefined }),
}));

vi.mock("@/lib/auth/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/session")>()),
  sessionIdOfRequest: async () => standing.sessionId,
  writeSessionCookie: async (_userId: string, sessionId: string) => void (kept = sessionId),
  clearSessionCookie: async () => undefined,
}));

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  const { messagesOf } = await import("@/messages/catalogue");
  return {
    getTranslations: async (namespace?: string) =>
      createTranslator({ locale: standing.locale, messages: messagesOf(standing.locale), namespace: namespace as never }),
    getLocale: async () => standing.locale,
    getRequestConfig: (make: unknown) => make,
  };
});
