import { randomBytes } from "node:crypto";
import type { Invitation } from "@/generated/prisma/client";
import { appendAudit } from "@/lib/audit";
import { hashOf } from "@/lib/auth/session";
import { db, databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import { expiryOf, invitationState } from "./domain/invitations";
import { passwordLinkExpiry, passwordLinkState } from "./domain/password-links";
import type { Role } from "./domain/roles";
import { openInvitationsFor, type MembershipSubject, type Place } from "./queries";

/** The session wears this hat from now on. */
export async function wearHat(sessionId: string, membershipId: string): Promise<void> {
  await db.session.updateMany({ where: { idHash: hashOf(sessionId), endedAt: null }, data: { membershipId } });
}

export type NewInvitation = {
  email: string;
  role: Role;
  editionId: string | null;
  agencyId: string | null;
  invitedById: string;
  /** Who will hand the link over, and is told it therefore; without, nobody is. */
  handedOverById?: string;
  /** An open one keeps its link, also for who hands it over. */
  isOnce?: boolean;
};

/** `token` opens the link of the invitation; it is stored nowhere, only its hash is. `isAgain`: it was open before. */
export type Invited = { token: string | null; expiresAt: Date; isAgain: boolean };

const newToken = () => randomBytes(24).toString("base64url");

/**
 * Invites an address to a role in a place. There is one open invitation to the same, however often and by how many it is asked
 * for: who asks again finds it as it is, and who hands it over gets a link that takes the place of any before.
 */
export async function invite({ handedOverById, isOnce = false, ...invitation }: NewInvitation): Promise<Invited> {
  const { email, role, editionId, agencyId, invitedById } = invitation;
  return inTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('invite'), hashtext(${email}))::text`;
    const now = await databaseNow(tx);
    const isOpen = { acceptedAt: null, revokedAt: null };
    const open = await tx.invitation.findFirst({ where: { email, role, editionId, agencyId, ...isOpen } });
    const isGood = open !== null && invitationState(open, now) === "OPEN";
    if (isGood && (isOnce || !handedOverById)) return { token: null, expiresAt: open.expiresAt, isAgain: true };

    const token = newToken();
    const link = { tokenHash: hashOf(token), expiresAt: expiryOf(now), handedOverById: handedOverById ?? null, handedOverAt: handedOverById ? now : null };
    // Accepted a moment ago, it is not renewed: whoever accepted it has a role, and the new one is for the next.
    const { count } = open ? await tx.invitation.updateMany({ where: { id: open.id, ...isOpen }, data: { ...link, ...(isGood ? {} : { invitedById }) } }) : { count: 0 };
    const id = count === 1 ? open!.id : (await tx.invitation.create({ data: { ...invitation, ...link, createdAt: now } })).id;
    await appendAudit(tx, { actorId: invitedById, action: isGood ? "accounts.handOver" : "accounts.invite", subject: { type: "invitation", id }, editionId, details: { role } });
    return { token: handedOverById ? token : null, expiresAt: link.expiresAt, isAgain: isGood };
  });
}

/** An open invitation with the new link to it. */
export type HandedOver = { token: string; email: string; role: Role; editionId: string | null; place: Place | null };

/**
 * Makes links for open invitations, in the place of any before, and gives them to who hands them over; those that were used or
 * withdrawn meanwhile are left out. A lapsed one is good again.
 */
export async function handOver(ids: readonly string[], byId: string): Promise<HandedOver[]> {
  return inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const rows = await openInvitationsFor(tx, ids);
    const links = rows.map((row) => ({ ...row, token: newToken() }));
    for (const { id, token } of links)
      await tx.invitation.update({ where: { id }, data: { tokenHash: hashOf(token), expiresAt: expiryOf(now), handedOverById: byId, handedOverAt: now } });
    for (const { id, role, editionId } of links)
      await appendAudit(tx, { actorId: byId, action: "accounts.handOver", subject: { type: "invitation", id }, editionId, details: { role } });
    return links;
  });
}

/** The invitation that a token opens now, or why it opens nothing: asked before any work is spent on a stranger's answer. */
export async function openInvitation(token: string, tx: Transaction = db): Promise<Result<Invitation>> {
  const invitation = await tx.invitation.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!invitation) return refuse("accounts.invitation.unknown");
  const state = invitationState(invitation, await databaseNow(tx));
  return state === "OPEN" ? ok(invitation) : refuse(`accounts.invitation.state.${state}`);
}

/** Who accepts: a newcomer with what they wrote of themselves, or the holder of an account who has proved to be it. */
export type Accepting = { name: string; position: string; passwordHash: string } | { userId: string };

/**
 * Accepts an invitation once: makes the person, or adds the role to the account of the address, unless it has it already, and
 * gives the id. An account belongs to whoever has its password: the link alone neither changes it nor gives it a role.
 */
export async function acceptInvitation(token: string, accepting: Accepting): Promise<Result<string>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`select id from "Invitation" where "tokenHash" = ${hashOf(token)} for update`;
    const open = await openInvitation(token, tx);
    if (!open.ok) return open;

    const { id, email, role, editionId, agencyId, invitedById } = open.value;
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('accept-invitation'), hashtext(${email}))::text`;
    const account = await accountFor(tx, email, accepting);
    if (!account.ok) return account;
    const userId = account.value;
    const post = { userId, role, editionId, agencyId };
    const held = await tx.membership.findFirst({ where: { ...post, endedAt: null }, select: { id: true } });
    if (!held) await tx.membership.create({ data: { ...post, grantedById: invitedById } });
    await tx.invitation.update({ where: { id }, data: { acceptedAt: await databaseNow(tx), acceptedById: userId } });
    await appendAudit(tx, {
      actorId: userId,
      action: "accounts.acceptInvitation",
      subject: { type: "user", id: userId },
      editionId,
      details: { role },
    });
    return ok(userId);
  });
}

/** The account of an invited address; a newcomer's is made here, unless somebody has made one meanwhile. */
async function accountFor(tx: Transaction, email: string, accepting: Accepting): Promise<Result<string>> {
  const known = await tx.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  if ("userId" in accepting) return known?.id === accepting.userId ? ok(known.id) : refuse("accounts.invitation.unknown");
  if (known?.passwordHash) return refuse("accounts.invitation.knownMeanwhile");
  const { id } = await tx.user.upsert({ where: { email }, update: accepting, create: { email, ...accepting }, select: { id: true } });
  return ok(id);
}

/** Withdraws an invitation that nobody has used; false when it was used or withdrawn before. */
export async function revokeInvitation(id: string, byId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (count === 1) await appendAudit(tx, { actorId: byId, action: "accounts.revokeInvitation", subject: { type: "invitation", id } });
    return count === 1;
  });
}

/**
 * Ends a role; what its holder may by it ends with their next request. Refused when nobody would be left to keep the system,
 * and when it ended meanwhile. Inviting again undoes it.
 */
export async function endMembership(membership: MembershipSubject, byId: string): Promise<Result<null>> {
  const { id, userId, role, editionId } = membership;
  return inTransaction(async (tx) => {
    if (role === "SUPER_ADMIN" && !(await isAnotherSuperAdmin(tx, userId))) return refuse("accounts.refused.lastSuperAdmin");
    const { count } = await tx.membership.updateMany({ where: { id, endedAt: null }, data: { endedAt: await databaseNow(tx) } });
    if (count === 0) return refuse("common.errors.changedMeanwhile");
    const subject = { type: "user", id: userId };
    await appendAudit(tx, { actorId: byId, action: "accounts.endMembership", subject, editionId, details: { role } });
    return ok(null);
  });
}

/**
 * Whether somebody else could still keep the system without this person. Every act that makes a super admin fewer asks this
 * first: of several at once, whatever they do, all but the first wait here.
 */
async function isAnotherSuperAdmin(tx: Transaction, userId: string): Promise<boolean> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('super-admins'))::text`;
  const [row] = await tx.$queryRaw<{ remains: boolean }[]>`
    select exists (
      select 1 from "Membership" m join "User" u on u.id = m."userId"
      where m.role = 'SUPER_ADMIN' and m."endedAt" is null and u."suspendedAt" is null and u.id <> ${userId}::uuid
    ) as remains`;
  return row?.remains ?? false;
}

/** Makes a link for a new password, in the place of any before, and gives its token, which is stored nowhere. */
export async function makePasswordLink(userId: string, byId: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    await revokePasswordLinks(tx, userId, now);
    await tx.passwordLink.create({
      data: { userId, madeById: byId, tokenHash: hashOf(token), createdAt: now, expiresAt: passwordLinkExpiry(now) },
    });
    await appendAudit(tx, { actorId: byId, action: "accounts.makePasswordLink", subject: { type: "user", id: userId } });
  });
  return token;
}

const revokePasswordLinks = (tx: Transaction, userId: string, now: Date) =>
  tx.passwordLink.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });

/** The link that a token opens now, or why it opens nothing. */
export async function openPasswordLink(token: string, tx: Transaction = db): Promise<Result<{ id: string; userId: string }>> {
  const link = await tx.passwordLink.findUnique({ where: { tokenHash: hashOf(token) }, include: { user: { select: { suspendedAt: true } } } });
  if (!link) return refuse("accounts.newPassword.unknown");
  const state = passwordLinkState({ ...link, ...link.user }, await databaseNow(tx));
  return state === "OPEN" ? ok(link) : refuse(`accounts.newPassword.state.${state}`);
}

/** Sets the password that a link is for, once, and ends every session of the person; gives their id. */
export async function setPasswordByLink(token: string, passwordHash: string): Promise<Result<string>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`
      select u.id from "User" u join "PasswordLink" l on l."userId" = u.id where l."tokenHash" = ${hashOf(token)} for update`;
    const open = await openPasswordLink(token, tx);
    if (!open.ok) return open;

    const { id, userId } = open.value;
    const now = await databaseNow(tx);
    await tx.passwordLink.update({ where: { id }, data: { usedAt: now } });
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
    await appendAudit(tx, { actorId: userId, action: "accounts.setPassword", subject: { type: "user", id: userId } });
    return ok(userId);
  });
}

/** A suspended person's sessions and links end at once; being reinstated opens none. Refused for the last who keeps the system. */
export async function setSuspended(userId: string, isSuspended: boolean, byId: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (isSuspended && !(await isAnotherSuperAdmin(tx, userId))) return refuse("accounts.refused.lastSuperAdmin");
    const now = await databaseNow(tx);
    await tx.user.update({ where: { id: userId }, data: { suspendedAt: isSuspended ? now : null } });
    if (isSuspended) {
      await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
      await revokePasswordLinks(tx, userId, now);
    }
    const action = isSuspended ? "accounts.suspend" : "accounts.reinstate";
    await appendAudit(tx, { actorId: byId, action, subject: { type: "user", id: userId } });
    return ok(null);
  });
}
