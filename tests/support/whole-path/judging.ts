import { paths } from "@/lib/paths";
import { acceptPact, assignEntries, submitSheet } from "@/modules/review/actions";
import { loadAssignmentBoard, loadJudgeDesk, loadScoringRoom } from "@/modules/review/loaders";
import { see, send, type Visitor } from "./at-doors";

/** The marks that an entry gets in a stage, by criterion, or the same in each. */
export type MarksOf = (title: string) => Readonly<Record<string, number>> | number;

export async function promiseToBeFair(judge: Visitor, agencies: readonly string[] = []): Promise<void> {
  await send(judge, acceptPact, { intent: "sign", affiliation: "Universitas Teluk", agreed: "1", "agencies[]": [...agencies] });
}

/** Looks at what assigning would do and does exactly that; gives the preview. */
export async function assignAsPreviewed(secretary: Visitor, slug: string, stage: string) {
  const { board } = await see(secretary, loadAssignmentBoard, { slug, query: { tahap: stage, susun: "1" } });
  const preview = board!.preview!;
  await send(secretary, assignEntries, { slug, stage, seed: preview.seed, fingerprint: preview.fingerprint });
  return preview;
}

/** From the first entry of the judge's list to wherever each sheet leads, until it leads back to the list; gives the titles read. */
export async function scoreEverything(judge: Visitor, marksOf: MarksOf): Promise<string[]> {
  const titles: string[] = [];
  const { next } = await see(judge, loadJudgeDesk, { query: {} });
  for (let room = next && paths.scoringRoom(next); room; room = await scoreOne(judge, room, { marksOf, titles }));
  return titles;
}

type Reading = { marksOf: MarksOf; titles: string[] };

async function scoreOne(judge: Visitor, room: string, { marksOf, titles }: Reading): Promise<string | null> {
  const assignmentId = room.slice(paths.scoringRoom("").length).split("?")[0]!;
  const { title, version, rubric } = await see(judge, loadScoringRoom, { assignmentId });
  const marks = marksOf(title);
  const lines = rubric.criteria.flatMap(({ key }): [string, string][] => {
    const mark = typeof marks === "number" ? marks : marks[key]!;
    const needsRemark = rubric.remarkBelow !== null && mark < rubric.remarkBelow;
    return [[`marks.${key}`, String(mark)], [`remarks.${key}`, needsRemark ? "Belum terlihat." : ""]];
  });
  const address = await send(judge, submitSheet, { assignmentId, version: String(version), intent: "next", ...Object.fromEntries(lines) });
  titles.push(title);
  return address.startsWith(`${paths.judging()}/`) ? address : null;
}
