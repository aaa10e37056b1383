/**
 * Closing a stage earlier than was announced. No source does it; people plan by the close, so it is our default that it takes
 * two people of the secretariat and a notice of so many hours, and that extending takes neither. A close counts as announced
 * for registration as soon as the edition is open, and for the other stages in which people work once the stage has opened.
 */
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules, StageKind } from "./edition-rules";
import { hasClosed, stageState, type StageRow } from "./stages";

/** Hours between the second person's word and the new close, where the rules say nothing. */
const DEFAULT_NOTICE_HOURS = 24;
const HOUR = 60 * 60 * 1000;
const WORKED_IN: readonly StageKind[] = ["REGISTRATION", "ADMIN_SELECTION", "EVALUATION", "PRESENTATION", "FIELD_VISIT"];

/** In: a stage as it stands, the close it is to have, the time. Out: whether people who rely on the present close lose time. */
export function closesEarlier(stage: StageRow, closesAt: Date, now: Date): boolean {
  if (closesAt >= stage.closesAt || hasClosed(stage, now) || !WORKED_IN.includes(stage.kind)) return false;
  return stage.kind === "REGISTRATION" || stageState(stage, now) === "OPEN";
}

/** In: the rules. Out: how many hours a close that comes earlier must lie ahead. */
export const noticeHours = (rules: Pick<EditionRules, "earlierCloseNoticeHours">): number => rules.earlierCloseNoticeHours ?? DEFAULT_NOTICE_HOURS;

/** In: the time. Out: the earliest close that can be decided then. */
export function decidableFrom(rules: Pick<EditionRules, "earlierCloseNoticeHours">, now: Date): Date {
  return new Date(now.getTime() + noticeHours(rules) * HOUR);
}

/** In: a new close. Out: the last moment at which it can be decided; after it the notice would be too short. */
export function decidedUntil(closesAt: Date, rules: Pick<EditionRules, "earlierCloseNoticeHours">): Date {
  return new Date(closesAt.getTime() - noticeHours(rules) * HOUR);
}

/** Refuses a close that comes earlier without the notice; the refusal names the hours and the earliest close as an ISO text. */
export function withNotice(closesAt: Date, rules: Pick<EditionRules, "earlierCloseNoticeHours">, now: Date): Result<null> {
  const hours = noticeHours(rules);
  if (now <= decidedUntil(closesAt, rules)) return ok(null);
  return refuse("competition.refused.noticeTooShort", { hours, earliest: decidableFrom(rules, now).toISOString() });
}

/** Two people, not two roles: whoever asked cannot be the second. */
export function mayConfirmEarlierClose({ requestedById }: { requestedById: string }, userId: string): Result<null> {
  return requestedById === userId ? refuse("competition.refused.twoPeople") : ok(null);
}

/** In: the kind of a stage. Out: which sentence tells whose work its close would end. */
export function workKind(kind: StageKind): "WRITING" | "SELECTING" | "SCORING" {
  if (kind === "REGISTRATION") return "WRITING";
  return kind === "ADMIN_SELECTION" ? "SELECTING" : "SCORING";
}
