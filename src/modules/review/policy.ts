import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, wearsInEdition, type Actor } from "@/modules/accounts/domain/roles";
import type { ConflictGround, StageRule } from "@/modules/competition/domain/edition-rules";
import { stageState, type StageState } from "@/modules/competition/domain/stages";
import { conflictsBetween, type Conflict, type EntryOrigin, type JudgeTies } from "./domain/conflicts";

export type JudgeRole = NonNullable<StageRule["scoring"]>["role"];

/** What a policy must know of one judge's sheet for one entry. */
export type SheetSubject = {
  judgeId: string;
  editionId: string;
  /** The role that scores in the assignment's stage. */
  role: JudgeRole;
  recusedAt: Date | null;
  pactAcceptedAt: Date | null;
  opensAt: Date;
  closesAt: Date;
  /** A ranking that this stage counts in has been frozen. */
  frozen: boolean;
  ties: JudgeTies;
  entry: EntryOrigin;
  grounds: readonly ConflictGround[];
  /** Whom to ask once nothing can be changed. */
  contact: string;
};

/** What a policy must know of the assignment of a stage; `stage` null where the edition has none that judges score in. */
export type AssignmentSubject = { editionId: string; stage: { opensAt: Date; closesAt: Date; frozen: boolean } | null };

/** Which assignments a person may know of; the query turns it into a condition. */
export type AssignmentFilter =
  | { by: "JUDGE"; judgeId: string; editionId: string; role: JudgeRole }
  | { by: "EDITION"; editionId: string }
  | { by: "NOBODY" };
export type AssignmentScope = Scope<"assignment", AssignmentFilter>;

/** A judge's own assignments in the role of the hat; all of an edition for its secretariat; nothing for anybody else. */
export function assignmentsVisibleTo(actor: Actor): AssignmentScope {
  const judging = judgeHatOf(actor);
  if (judging) return scopeFor({ by: "JUDGE", judgeId: actor.userId, ...judging });
  const editionId = wears(actor, "SECRETARIAT") ? actor.hat?.editionId : null;
  return scopeFor(editionId ? { by: "EDITION", editionId } : { by: "NOBODY" });
}

/** The judge's hat: in which edition and in which role; null under any other hat. */
export function judgeHatOf({ hat }: Actor): { editionId: string; role: JudgeRole } | null {
  if (!hat?.editionId || (hat.role !== "EVALUATOR" && hat.role !== "PANELIST")) return null;
  return { editionId: hat.editionId, role: hat.role };
}

/** The judge's own list. */
export function mayJudge(actor: Actor, { editionId }: { editionId: string }): Verdict {
  return wearsInEdition(actor, editionId, "EVALUATOR", "PANELIST") ? allow : deny("common.errors.notAllowed");
}

/** The pact and the ties that go with it, at any time: a conflict may come to light late. */
export function mayDeclareTies(actor: Actor, subject: { editionId: string }): Verdict {
  return mayJudge(actor, subject);
}

/** Reading an assigned entry: one's own, under the hat of its stage, after the pact, and never in conflict. */
export function mayOpen(actor: Actor, sheet: SheetSubject): Verdict {
  if (sheet.judgeId !== actor.userId) return deny("common.errors.notFound");
  if (!wearsInEdition(actor, sheet.editionId, sheet.role)) return deny("common.errors.notAllowed");
  if (sheet.recusedAt) return deny("review.refused.recused");
  if (!sheet.pactAcceptedAt) return deny("review.refused.pactMissing");
  return conflictsOf(actor, sheet).length > 0 ? deny("review.refused.conflict") : allow;
}

/** Writing marks: what may be read, while the stage is open and no ranking rests on it yet. */
export function mayScore(actor: Actor, sheet: SheetSubject, now: Date): Verdict {
  const reading = mayOpen(actor, sheet);
  return reading.allowed ? stillChanging(sheet, now, ["OPEN"]) : reading;
}

/** Handing an entry back, also before scoring begins; the pact is not needed to name a conflict. */
export function mayRecuse(actor: Actor, sheet: SheetSubject, now: Date): Verdict {
  const accepted = { ...sheet, pactAcceptedAt: sheet.pactAcceptedAt ?? now };
  const reading = mayOpen(actor, accepted);
  return reading.allowed ? stillChanging(sheet, now, ["UPCOMING", "OPEN"]) : reading;
}

/** The board of who reads what. */
export function maySeeAssignments(actor: Actor, { editionId }: Pick<AssignmentSubject, "editionId">): Verdict {
  return wearsInEdition(actor, editionId, "SECRETARIAT") ? allow : deny("common.errors.notAllowed");
}

/** Making and taking back assignments, until the stage closes or a ranking rests on it. */
export function mayAssign(actor: Actor, { editionId, stage }: AssignmentSubject, now: Date): Verdict {
  const seeing = maySeeAssignments(actor, { editionId });
  if (!seeing.allowed) return seeing;
  if (!stage) return deny("common.errors.notFound");
  return stage.frozen || stageState(stage, now) === "CLOSED" ? deny("review.refused.assigningOver") : allow;
}

/** Every ground on which this person may not score this entry. An agency of one's own account counts in every edition. */
function conflictsOf(actor: Actor, { ties, entry, grounds }: Pick<SheetSubject, "ties" | "entry" | "grounds">): Conflict[] {
  const own = actor.memberships.flatMap(({ agencyCode }) => agencyCode ?? []);
  return conflictsBetween({ ...ties, declaredAgencyPaths: [...ties.declaredAgencyPaths, ...own] }, entry, grounds);
}

type Window = Pick<SheetSubject, "opensAt" | "closesAt" | "frozen" | "contact">;

function stillChanging(stage: Window, now: Date, states: readonly StageState[]): Verdict {
  if (stage.frozen) return deny("review.refused.frozen", { contact: stage.contact });
  const state = stageState(stage, now);
  if (states.includes(state)) return allow;
  return state === "UPCOMING" ? deny("review.refused.stageNotOpen") : deny("review.refused.stageClosed", { contact: stage.contact });
}
