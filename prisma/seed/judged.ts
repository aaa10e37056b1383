import type { Transaction } from "@/lib/db";
import type { EditionRules, StageRule } from "@/modules/competition/domain/edition-rules";
import { rulesOfVersion } from "@/modules/competition/queries";
import type { EditionContext } from "./context";
import type { EntriesLoad } from "./edition";
import { contextOf, endLoad, loadEntries, openEdition } from "./edition";
import type { Entry } from "./entries";
import { judgesOf, writeJudges, type JudgesWanted } from "./judges";
import type { Staff } from "./people";
import { publishedEntries, readable } from "./readable";
import type { ReviewLoad } from "./reviews";
import { writeReviews } from "./reviews";
import type { SelectionLoad } from "./selection";
import { writeSelection } from "./selection";

export type Judging = Pick<ReviewLoad, "finished" | "readersOf" | "wordsOfRemarks"> & { judges: JudgesWanted };

export type JudgedEdition = {
  rules: EditionRules;
  seed: number;
  staff: Staff;
  entries: EntriesLoad;
  /** Without: nothing has been opened yet. */
  selection?: Omit<SelectionLoad, "staff">;
  /** Without: nobody reads yet. */
  evaluation?: Judging;
  /** Is told what has been done, for a load that takes a while. */
  tell?: (line: string) => void;
};

export type Loaded = { context: EditionContext; entries: Entry[]; passed: Entry[]; assigned: number; finished: number; scores: number };

/** An edition from its first filing to the last reading asked for. */
export async function loadJudged(tx: Transaction, load: JudgedEdition): Promise<Loaded> {
  const { rules, seed, staff, selection, evaluation, tell = () => {} } = load;
  const context = await openEdition(tx, { rules, seed, staff });
  const entries = await loadEntries(context, load.entries);
  tell(`${entries.length} entries with their answers and receipts`);
  const passed = selection ? await writeSelection(context, entries, { ...selection, staff }) : [];
  tell(`${passed.length} passed administrative selection`);

  const reviews = evaluation
    ? await judge(context, { role: "EVALUATOR", entries: passed.map(readable), judging: evaluation })
    : { assigned: 0, finished: 0, scores: 0 };
  tell(`${reviews.finished} of ${reviews.assigned} readings handed in, ${reviews.scores} scores`);
  await endLoad(context, { entries: entries.length, passed: passed.length, ...reviews });
  return { context, entries, passed, ...reviews };
}

/** The panel of an edition whose earlier result is public. */
export async function loadPanel(
  tx: Transaction, { editionId, seed, judging }: { editionId: string; seed: number; judging: Judging },
): Promise<{ assigned: number; finished: number; scores: number }> {
  const version = await tx.rulesVersion.findFirstOrThrow({ where: { editionId }, orderBy: { number: "desc" }, select: { id: true } });
  const rules = await rulesOfVersion(version.id, tx);
  const context = await contextOf(tx, { editionId, rules, seed });
  const entrants = stageFor(rules, "PANELIST").scoring!.entrants;
  if (entrants === "PASSED_ADMIN") throw new RangeError(`${rules.edition.slug} has a panel that waits for no result`);

  const entries = await publishedEntries(context, entrants.result);
  const reviews = await judge(context, { role: "PANELIST", entries, judging });
  await endLoad(context, { panel: entries.length, ...reviews });
  return reviews;
}

async function judge(
  context: EditionContext,
  { role, entries, judging }: { role: "EVALUATOR" | "PANELIST"; entries: ReviewLoad["entries"]; judging: Judging },
) {
  const { judges: wanted, ...rest } = judging;
  const judges = judgesOf(role, context.agencies, wanted);
  await writeJudges(context, role, judges);
  return writeReviews(context, { ...rest, stage: stageFor(context.rules, role).key, entries, judges });
}

function stageFor(rules: EditionRules, role: "EVALUATOR" | "PANELIST"): StageRule {
  const stage = rules.stages.find(({ scoring }) => scoring?.role === role);
  if (!stage) throw new RangeError(`${rules.edition.slug} has no stage for ${role}`);
  return stage;
}
