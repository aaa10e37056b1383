import { presence } from "@/lib/auth/actor";
import { isDemo } from "@/lib/env";
import { loader } from "@/lib/loader";
import { openLoader } from "@/lib/open-door";
import { workspaceHome } from "@/lib/paths";
import { invitationState } from "./domain/invitations";
import { passwordLinkState } from "./domain/password-links";
import type { Actor } from "./domain/roles";
import { workspaceOf } from "./domain/workspace";
import { mayEndMembership, mayListPeople, mayUseOwnAccount, peopleVisibleTo } from "./policy";
import { demonstrationCast, invitationByToken, openInvitationsIn, passwordLinkByToken, peopleIn, type CastMember } from "./queries";
import { backQuery, PEOPLE_SHOWN, peopleQuery } from "./schema";

/** The query of an address, as it came. */
type Asked = { query?: unknown };

/** Who is looking, for the frame of a page; decides nothing. */
export const loadViewer = openLoader({
  name: "accounts.viewer",
  load: async (): Promise<Actor | null> => (await presence()).actor,
});

export const loadSignIn = openLoader({
  name: "accounts.signInPage",
  load: async ({ query = {} }: Asked): Promise<{ cast: CastMember[]; back?: string }> => ({
    cast: isDemo() ? await demonstrationCast() : [],
    back: backQuery.parse(query).kembali,
  }),
});

export const loadInvitation = openLoader({
  name: "accounts.invitationPage",
  load: async ({ token }: { token: string }, now) => {
    const invitation = await invitationByToken(token);
    return invitation && { ...invitation, state: invitationState(invitation, now) };
  },
});

export const loadPasswordLink = openLoader({
  name: "accounts.passwordLinkPage",
  load: async ({ token }: { token: string }, now) => {
    const link = await passwordLinkByToken(token);
    return link && { ...link, state: passwordLinkState(link, now) };
  },
});

export const loadWorkspaces = loader({
  name: "accounts.workspaces",
  kind: "desk",
  load: async ({ query = {} }: Asked, { actor }) => {
    const [only, ...others] = actor.memberships;
    const onlyHome = only && others.length === 0 ? workspaceHome[workspaceOf(only.role)] : null;
    return { memberships: actor.memberships, onlyHome, back: backQuery.parse(query).kembali };
  },
  policy: mayUseOwnAccount,
});

/** People and open invitations of the hat's own scope: an edition, an agency, or everybody. */
export const loadPeople = loader({
  name: "accounts.people",
  kind: "desk",
  load: async ({ query = {} }: Asked, { actor, now }) => {
    const scope = peopleVisibleTo(actor);
    const { cari: text } = peopleQuery.parse(query);
    const shown = { text, limit: PEOPLE_SHOWN };
    const [people, invitations] = await Promise.all([peopleIn(scope, shown), openInvitationsIn(scope, shown)]);
    const rows = people.map((person) => ({ ...person, canEnd: mayEndMembership(actor, person).allowed }));
    return { people: rows, invitations, text, now };
  },
  policy: mayListPeople,
});
