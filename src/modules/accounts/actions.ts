"use server";

import { getTranslations } from "next-intl/server";
import { action } from "@/lib/action";
import { checkCredentials, hashPassword } from "@/lib/auth/credentials";
import { linkCounters, withinLimits } from "@/lib/auth/limits";
import { clearSessionCookie, endSession, openSession, writeSessionCookie } from "@/lib/auth/session";
import { sourceOfRequest } from "@/lib/auth/source";
import { env, isDemo } from "@/lib/env";
import { formatDateTime } from "@/lib/format";
import { currentLocale, currentPath } from "@/lib/locale";
import { openAction } from "@/lib/open-door";
import { paths, withQuery, workspaceHome } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";
import type { InvitationMade, LinksMade } from "./domain/invitations";
import type { Role } from "./domain/roles";
import { workspaceOf } from "./domain/workspace";
import { mayEndMembership, mayHandOver, mayInvite, mayMakePasswordLink, maySuspend, mayUseOwnAccount, mayWear } from "./policy";
import { demonstrationUserId, invitationById, invitationTarget, membershipById, participationOf, personById } from "./queries";
import {
  acceptInvitation, endMembership, handOver, invite, makePasswordLink, openInvitation, openPasswordLink, revokeInvitation, setPasswordByLink,
  setSuspended, wearHat,
} from "./repository";
import {
  acceptInvitationSchema, acceptWithAccountSchema, chooseWorkspaceSchema, demonstrationSchema, handOverSchema, invitationIdSchema, inviteSchema, membershipIdSchema, personIdSchema,
  setPasswordSchema, signInSchema, signOutSchema,
} from "./schema";

export const signIn = openAction({
  name: "accounts.signIn",
  input: signInSchema,
  execute: async ({ email, password, back }) => {
    const checked = await checkCredentials({ email, password, source: await sourceOfRequest() });
    return checked.ok ? signedIn(checked.value, back) : checked;
  },
});

/** Whoever has just proved who they are goes on signed in. */
async function signedIn(userId: string, back?: string) {
  await writeSessionCookie(userId, await openSession(userId));
  return ok({ redirectTo: back ?? paths.workspaces() });
}

export const signInToDemonstration = openAction({
  name: "accounts.signInToDemonstration",
  input: demonstrationSchema,
  execute: async ({ email, back }) => {
    const userId = isDemo() ? await demonstrationUserId(email) : null;
    if (!userId) return refuse("accounts.signIn.wrong");
    return signedIn(userId, back);
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
    const accepted = await withinLimits(linkCounters(await sourceOfRequest()), async () => {
      const open = await openInvitation(token);
      return open.ok ? acceptInvitation(token, { name, position, passwordHash: await hashPassword(password) }) : open;
    });
    return accepted.ok ? signedIn(accepted.value) : accepted;
  },
});

/** For an address that has an account already: its present password accepts, and signs in. */
export const acceptWithAccount = openAction({
  name: "accounts.acceptWithAccount",
  input: acceptWithAccountSchema,
  execute: async ({ token, password }) => {
    const source = await sourceOfRequest();
    const open = await withinLimits(linkCounters(source), () => openInvitation(token));
    if (!open.ok) return open;
    const holder = await checkCredentials({ email: open.value.email, password, source });
    if (!holder.ok) return holder.refusal.key === "accounts.signIn.wrong" ? refuse("accounts.invitation.wrongPassword") : holder;
    const accepted = await acceptInvitation(token, { userId: holder.value });
    return accepted.ok ? signedIn(accepted.value) : accepted;
  },
});

export const invitePerson = action({
  name: "accounts.invite",
  input: inviteSchema,
  load: invitationTarget,
  policy: mayInvite,
  execute: async ({ input, subject, actor }) => {
    const { role, editionId, agencyId } = subject;
    const taking = await takesPart({ role, editionId, email: input.email });
    if (taking && (taking.isForbidden || input.participantConfirmed !== "yes")) return taking.refusal;
    const handedOverById = mayHandOver(actor, []).allowed ? actor.userId : undefined;
    const { email } = input;
    const { token, isAgain, expiresAt } = await invite({ email, role, editionId, agencyId, invitedById: actor.userId, handedOverById });
    if (token) return ok({ staysHere: true, details: { email, link: linkOf(token), isAgain } satisfies InvitationMade });
    const until = formatDateTime(expiresAt, { locale: await currentLocale(), zone: "Asia/Jakarta" });
    return ok({ staysHere: true, message: { key: isAgain ? "accounts.invite.waitsAlready" : "accounts.invite.waits", values: { email, until } } });
  },
});

const linkOf = (token: string) => `${env().NEXTAUTH_URL}${paths.invitation(token)}`;

export const handOverInvitations = action({
  name: "accounts.handOver",
  input: handOverSchema,
  load: async ({ invitationIds }) => invitationIds,
  policy: mayHandOver,
  execute: async ({ subject, actor }) => {
    const made = await handOver(subject, actor.userId);
    if (made.length === 0) return refuse("common.errors.changedMeanwhile");
    const [t, locale] = await Promise.all([getTranslations("accounts"), currentLocale()]);
    const lines = made.map(({ email, role, place, token }) => `${email} · ${t(`role.${role}`)}, ${place?.[locale] ?? t("workspace.system")}\n${linkOf(token)}`);
    return ok({ staysHere: true, details: { text: lines.join("\n\n") } satisfies LinksMade });
  },
});

export const withdrawInvitation = action({
  name: "accounts.withdrawInvitation",
  input: invitationIdSchema,
  load: ({ invitationId }) => invitationById(invitationId),
  policy: mayInvite,
  execute: async ({ subject, actor }) =>
    (await revokeInvitation(subject.id, actor.userId))
      ? ok({ staysHere: true, message: { key: "accounts.invite.withdrawn" } })
      : refuse("common.errors.changedMeanwhile"),
});

export const endRole = action({
  name: "accounts.endMembership",
  input: membershipIdSchema,
  load: ({ membershipId }) => membershipById(membershipId),
  policy: mayEndMembership,
  execute: async ({ subject, actor }) => {
    const ended = await endMembership(subject, actor.userId);
    if (!ended.ok) return ended;
    const here = await currentPath();
    // Of a judge's the page says what has become of the entries they held.
    const isJudge = subject.role === "EVALUATOR" || subject.role === "PANELIST";
    return ok(isJudge && actor.hat?.role === "SECRETARIAT" ? { redirectTo: sayingWhoEnded(here, subject.userId) } : { staysHere: true, redirectTo: here });
  },
});

function sayingWhoEnded(here: string, userId: string): string {
  const [path = "", search = ""] = here.split("?");
  return withQuery(path, { ...Object.fromEntries(new URLSearchParams(search)), berakhir: userId });
}

export const offerNewPassword = action({
  name: "accounts.makePasswordLink",
  input: personIdSchema,
  load: ({ userId }) => personById(userId),
  policy: mayMakePasswordLink,
  execute: async ({ subject, actor }) => {
    const link = `${env().NEXTAUTH_URL}${paths.newPassword(await makePasswordLink(subject.userId, actor.userId))}`;
    return ok({ message: { key: "accounts.newPassword.made", values: { name: subject.name, link } } });
  },
});

export const setNewPassword = openAction({
  name: "accounts.setPassword",
  input: setPasswordSchema,
  execute: async ({ token, password }) => {
    const set = await withinLimits(linkCounters(await sourceOfRequest()), async () => {
      const open = await openPasswordLink(token);
      return open.ok ? setPasswordByLink(token, await hashPassword(password)) : open;
    });
    return set.ok ? signedIn(set.value) : set;
  },
});

export const suspendPerson = action({
  name: "accounts.suspend",
  input: personIdSchema,
  load: ({ userId }) => personById(userId),
  policy: maySuspend,
  execute: async ({ subject, actor }) => {
    const done = await setSuspended(subject.userId, true, actor.userId);
    return done.ok ? ok({ staysHere: true, redirectTo: await currentPath() }) : done;
  },
});

export const reinstatePerson = action({
  name: "accounts.reinstate",
  input: personIdSchema,
  load: ({ userId }) => personById(userId),
  policy: maySuspend,
  execute: async ({ subject, actor }) => {
    const done = await setSuspended(subject.userId, false, actor.userId);
    return done.ok ? ok({ staysHere: true, redirectTo: await currentPath() }) : done;
  },
});

const JUDGING: readonly Role[] = ["ADMIN_SELECTOR", "EVALUATOR", "PANELIST"];

/** Whoever is to select or judge where the own agency competes: told, and to be confirmed, or not possible at all. */
async function takesPart({ role, editionId, email }: { role: Role; editionId: string | null; email: string }) {
  if (!editionId || !JUDGING.includes(role)) return null;
  const { agencies, isForbidden } = await participationOf(email, editionId);
  if (agencies.length === 0) return null;
  const said = refuse(isForbidden ? "accounts.invite.participantForbidden" : "accounts.invite.participant", { agencies: agencies.join(", ") });
  return { isForbidden, refusal: isForbidden ? said : { ...said, details: { asksToConfirm: true } } };
}
