import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, wearsInEdition, type Actor } from "@/modules/accounts/domain/roles";
import { stageState } from "@/modules/competition/domain/stages";
import { hasStake, type Origin } from "./domain/queue";
import type { SelectionOutcome } from "./domain/outcome";

/** An edition as far as selection goes: its stage (null where the timetable has none), and whether the outcome is out. */
export type SelectionEdition = { editionId: string; stage: { opensAt: Date; closesAt: Date } | null; released: boolean };

/** Who decides a proposal, and what has been decided; all null before anybody took it. */
export type SelectionHolding = {
  takenById: string | null;
  outcome: SelectionOutcome | null;
  secondById: string | null;
  /** The edition wants a second reader for a fail. */
  secondReaderForFail: boolean;
};

/** What a policy must know of a filed proposal. */
export type SelectionSubject = SelectionEdition & Origin & SelectionHolding & { organizerId: string; id: string; code: string };

/** Whose proposals one may list: those of an edition, without those one has a stake in; `editionId` null is nobody's. */
export type SelectionFilter = { editionId: string | null; userId: string; ownAgencies: string[] };
export type SelectionScope = Scope<"selection", SelectionFilter>;

export type SelectionRights = Record<"take" | "decide" | "confirm", Verdict>;

/** The edition of the hat, for its selectors and its secretariat. */
export function selectionsVisibleTo(actor: Actor): SelectionScope {
  const editionId = wears(actor, "ADMIN_SELECTOR", "SECRETARIAT") ? (actor.hat?.editionId ?? null) : null;
  return scopeFor({ editionId, userId: actor.userId, ownAgencies: ownAgenciesOf(actor) });
}

/** Queue and recap of an edition. */
export function mayReadSelections(actor: Actor, { editionId }: Pick<SelectionEdition, "editionId">): Verdict {
  return wearsInEdition(actor, editionId, "ADMIN_SELECTOR", "SECRETARIAT") ? allow : deny("common.errors.notFound");
}

/** One proposal with what selectors wrote about it: never to a person who has a stake in it, under whatever hat. */
export function mayReadSelection(actor: Actor, subject: Pick<SelectionEdition, "editionId"> & Origin): Verdict {
  const reading = mayReadSelections(actor, subject);
  return reading.allowed ? withoutStake(actor, subject) : reading;
}

/** Asking for the next one: a selector's, while the stage is open and nothing has been released. */
export function mayTakeNext(actor: Actor, edition: SelectionEdition, now: Date): Verdict {
  if (!wearsInEdition(actor, edition.editionId, "ADMIN_SELECTOR")) return deny("common.errors.notFound");
  if (edition.released) return deny("selection.refused.released");
  const state = edition.stage ? stageState(edition.stage, now) : "UPCOMING";
  if (state === "OPEN") return allow;
  return deny(state === "UPCOMING" ? "selection.refused.stageNotOpen" : "selection.refused.stageClosed");
}

/** Selecting at all: a selector of the edition without a stake in the proposal, while the stage is open. */
export function maySelect(actor: Actor, subject: SelectionSubject, now: Date): Verdict {
  if (!wearsInEdition(actor, subject.editionId, "ADMIN_SELECTOR")) return deny("common.errors.notFound");
  const independent = withoutStake(actor, subject);
  return independent.allowed ? mayTakeNext(actor, subject, now) : independent;
}

/** Checking, deciding and handing back are the holder's. */
export function mayDecide(actor: Actor, subject: SelectionSubject, now: Date): Verdict {
  const selecting = maySelect(actor, subject, now);
  if (!selecting.allowed) return selecting;
  return subject.takenById === actor.userId ? allow : deny("selection.refused.notYours");
}

/** The second reading of a fail is another selector's than the first. */
export function mayConfirm(actor: Actor, subject: SelectionSubject, now: Date): Verdict {
  const selecting = maySelect(actor, subject, now);
  if (!selecting.allowed) return selecting;
  if (subject.outcome !== "FAIL" || subject.secondById !== null || !subject.secondReaderForFail) return deny("selection.refused.noSecondNeeded");
  return subject.takenById === actor.userId ? deny("selection.refused.ownFail") : allow;
}

/** What a person may do with one proposal now, each with its reason: for the buttons of its pages. */
export function selectionRights(actor: Actor, subject: SelectionSubject, now: Date): SelectionRights {
  return { take: maySelect(actor, subject, now), decide: mayDecide(actor, subject, now), confirm: mayConfirm(actor, subject, now) };
}

/** Telling the outcome to the agencies is the secretariat's; whether it is ready is told by `releaseProblems`. */
export function mayRelease(actor: Actor, { editionId }: Pick<SelectionEdition, "editionId">): Verdict {
  return wearsInEdition(actor, editionId, "SECRETARIAT") ? allow : deny("common.errors.notFound");
}

/** The outcome of one proposal, for the unit that wrote it and the agency that filed it. That it is out decides the query. */
export function mayReadOutcome(actor: Actor, { unitId, agencyId }: { unitId: string; agencyId: string }): Verdict {
  const isAuthor = wears(actor, "INNOVATOR") && actor.hat?.agencyId === unitId;
  const isFilingAgency = wears(actor, "AGENCY_ADMIN") && actor.hat?.agencyId === agencyId;
  return isAuthor || isFilingAgency ? allow : deny("common.errors.notFound");
}

function withoutStake(actor: Actor, origin: Origin): Verdict {
  return hasStake({ userId: actor.userId, agencyCodes: ownAgenciesOf(actor) }, origin) ? deny("selection.refused.ownAgency") : allow;
}

const ownAgenciesOf = ({ memberships }: Actor): string[] => [...new Set(memberships.flatMap(({ agencyCode }) => agencyCode ?? []))];
