/**
 * Invitations: a link lets a person take one role and set a password that nobody else ever sees. Our default: a link is
 * good for fourteen days and for one use, and for one address, role and place there is one open invitation.
 */

const DAY = 24 * 60 * 60 * 1000;
const INVITATION_DAYS = 14;

/** What is told of a new invitation, once: the link is nowhere to be found again. `isAgain`: it takes the place of an earlier one. */
export type InvitationMade = { email: string; link: string; isAgain: boolean };

/** Links to hand over, each with whom it is for and for what: one text that can be copied whole. */
export type LinksMade = { text: string };

export type InvitationState = "OPEN" | "ACCEPTED" | "EXPIRED" | "REVOKED";

/** In: the time it was written. Out: the time after which it opens nothing. */
export const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + INVITATION_DAYS * DAY);

/** In: an invitation's times and the present. Out: what it is good for; a revoked or used one never opens again. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.revokedAt) return "REVOKED";
  if (invitation.acceptedAt) return "ACCEPTED";
  return invitation.expiresAt.getTime() < now.getTime() ? "EXPIRED" : "OPEN";
}
