/**
 * Links for a new password: who forgot theirs gets one from the super admin, who never sees the password. Our default: a link
 * is good for one day and one use, a newer one takes its place, and a suspended account has no use for any.
 */

const DAY = 24 * 60 * 60 * 1000;

export type PasswordLinkState = "OPEN" | "USED" | "EXPIRED" | "REPLACED" | "SUSPENDED";

/** In: the time it was made. Out: the time after which it opens nothing. */
export const passwordLinkExpiry = (createdAt: Date): Date => new Date(createdAt.getTime() + DAY);

/** In: a link's times, its owner's suspension and the present. Out: what it is good for; a used one never opens again. */
export function passwordLinkState(
  link: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date; suspendedAt: Date | null },
  now: Date,
): PasswordLinkState {
  if (link.usedAt) return "USED";
  if (link.suspendedAt) return "SUSPENDED";
  if (link.revokedAt) return "REPLACED";
  return link.expiresAt.getTime() < now.getTime() ? "EXPIRED" : "OPEN";
}
