import { db } from "@/lib/db";
import { changeTimetable } from "@/modules/competition/actions";
import { localOf } from "@/modules/competition/domain/local-time";
import type { ShownPlan } from "@/modules/competition/domain/timetable-plan";
import { editionById, type EditionStage } from "@/modules/competition/queries";
import { press } from "./press";
import { askAs } from "./request";
import type { SelectionPerson, SelectionWorld } from "./selection-world";

export const DAY = 24 * 60 * 60 * 1000;
export const MOVE_REASON = "Gangguan listrik di dua provinsi.";
/** What the form of the timetable leads to when something was done. */
export const MOVED = { status: "redirected" };

export const stagesOf = async ({ edition }: SelectionWorld) => (await editionById(edition.id))!.stages;

export async function stageOf(world: SelectionWorld, key: string): Promise<EditionStage> {
  return (await stagesOf(world)).find((stage) => stage.key === key)!;
}

/** The dates of all stages, to tell whether anything changed. */
export const datesOf = async (world: SelectionWorld) => (await stagesOf(world)).map(({ key, opensAt, closesAt }) => ({ key, opensAt, closesAt }));

export const daysOn = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY);

type Typed = { opensAt?: Date; closesAt?: Date; shifts?: boolean; seen?: string };

/** One press of the form of a stage by a person of the secretariat; dates that are not given stay as they are shown. */
export async function moveStageAs({ world, by }: { world: SelectionWorld; by: SelectionPerson }, key: string, typed: Typed) {
  const { opensAt, closesAt } = await stageOf(world, key);
  askAs(by.sessionId);
  return press(changeTimetable, {
    slug: world.edition.slug, stageKey: key, opensAt: local(typed.opensAt ?? opensAt), closesAt: local(typed.closesAt ?? closesAt), reason: MOVE_REASON,
    ...(typed.shifts ? { shifts: "on" } : {}), ...(typed.seen === undefined ? {} : { seen: typed.seen }),
  });
}

const local = (instant: Date) => localOf(instant, "Asia/Jakarta");

/** The plan that an answer to the form shows. */
export function planIn(answer: Awaited<ReturnType<typeof press>>): ShownPlan {
  if (!("details" in answer) || !answer.details) throw new Error(`No plan was shown: ${JSON.stringify(answer)}`);
  return answer.details as ShownPlan;
}

/** The events of an edition by their act, the latest first. */
export async function eventsOf({ edition }: SelectionWorld, action: string) {
  const events = await db.auditEvent.findMany({ where: { editionId: edition.id, action }, orderBy: { seq: "desc" } });
  return events.map(({ body }) => JSON.parse(body) as { actor: string; details: Record<string, unknown> });
}
