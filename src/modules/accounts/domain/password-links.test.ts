import { expect, test } from "vitest";
import { passwordLinkExpiry, passwordLinkState } from "./password-links";

const made = new Date("2026-11-26T08:00:00Z");
const later = new Date("2026-11-26T09:00:00Z");
const unused = { usedAt: null, revokedAt: null, expiresAt: passwordLinkExpiry(made), suspendedAt: null };

test.each([
  ["opens until a day has passed", unused, "2026-11-27T08:00:00Z", "OPEN"],
  ["opens nothing a moment later", unused, "2026-11-27T08:00:00.001Z", "EXPIRED"],
  ["opens nothing once a newer one was made", { ...unused, revokedAt: later }, later, "REPLACED"],
  ["opens nothing for a suspended account", { ...unused, suspendedAt: later }, later, "SUSPENDED"],
  ["opens nothing a second time, whatever else came after", { ...unused, usedAt: later, revokedAt: later, suspendedAt: later }, later, "USED"],
] as const)("a link %s", (_, link, now, state) => {
  expect(passwordLinkState(link, new Date(now))).toBe(state);
});
