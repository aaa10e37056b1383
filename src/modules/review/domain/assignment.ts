/**
 * Which judge reads which entry: k readers for each, nobody in conflict, the work spread as evenly as it can be.
 *
 * Source: no judge from the entry's own agency or province (KIPP; `avoid` of the scoring stage); even spread, kept
 * assignments and "same input, same result" are our default. How well a judge's field fits an entry is not weighed.
 */

import type { ConflictGround } from "@/modules/competition/domain/edition-rules";
import { conflictsBetween, type EntryOrigin, type JudgeTies } from "./conflicts";
import { linkedParts, type Pairing } from "./linkage";
import { evenOut, type Seating } from "./load-balance";
import { byCodeUnit, seededNumber } from "./seeded-order";

/**
 * An assignment made earlier; its pair is never made again. A recused one does not count as a reader, nor does a lapsed one:
 * of a person who holds the role no longer and has not finished it.
 */
export type ExistingAssignment = Pairing & { readonly recused: boolean; readonly lapsed?: boolean };

export type AssignmentTask = {
  /** Ids are unique. */
  readonly submissions: readonly EntryOrigin[];
  /** User ids are unique. */
  readonly judges: readonly JudgeTies[];
  /** Readers per entry, 0 or more. */
  readonly perSubmission: number;
  /** Exactly these entries get so many more readers, whatever they have; absent: those that miss some of `perSubmission`. */
  readonly wanted?: ReadonlyMap<string, number>;
  readonly existing: readonly ExistingAssignment[];
  /** Judges who get nothing new, because what they had not read was handed over; absent: none. */
  readonly relieved?: readonly string[];
  readonly grounds: readonly ConflictGround[];
  /** Decides between judges who are equally free; another seed gives another, equally even spread. */
  readonly seed: string;
};

export type AssignmentPlan = {
  /** The new pairs only, ascending by entry, then judge. */
  readonly assignments: Pairing[];
  /** Entries for which too few judges are free of conflict, ascending by entry. */
  readonly shortages: { readonly submissionId: string; readonly missing: number }[];
  /** What each judge reads in the end, earlier assignments included, ascending by judge. */
  readonly loads: { readonly judgeId: string; readonly load: number }[];
  /** Earlier, unrecused pairs that are in conflict now: kept and counted, for a person to decide. */
  readonly conflicted: Pairing[];
  /** Groups of judges that share no entry with one another; more than one = their marks cannot be compared. */
  readonly parts: string[][];
};

/**
 * Plans the missing readers of every entry. Never a pair in conflict, recused or already made; earlier assignments stay. No
 * other choice of new pairs has a lower greatest load. The result depends on the seed and the data, not on their order.
 */
export function spreadAssignments(task: AssignmentTask): AssignmentPlan {
  const table = tableOf(task);
  const seating = seat(table, task);
  evenOut(seating);

  const assignments = pairingsOf(table, seating);
  const live = task.existing.filter(isReading);
  return {
    assignments,
    shortages: shortagesOf(table, seating),
    loads: table.judges.map(({ userId }, index) => ({ judgeId: userId, load: seating.loads[index] ?? 0 })),
    conflicted: conflictedAmong(live, task),
    parts: linkedParts([...live, ...assignments]),
  };
}

/** Entries and judges in ascending order of id, with who may newly read what, and how many readers are missing. */
type Table = {
  readonly submissions: readonly EntryOrigin[];
  readonly judges: readonly JudgeTies[];
  readonly open: readonly ReadonlySet<number>[];
  readonly missing: readonly number[];
};

function tableOf({ grounds, ...task }: AssignmentTask): Table {
  const submissions = [...task.submissions].sort((a, b) => byCodeUnit(a.id, b.id));
  const judges = [...task.judges].sort((a, b) => byCodeUnit(a.userId, b.userId));
  const made = new Set(task.existing.map(pairKey));
  const readers = countBy(task.existing, ({ submissionId }) => submissionId);
  const relieved = new Set(task.relieved);
  const mayRead = (submission: EntryOrigin, judge: JudgeTies) =>
    !relieved.has(judge.userId) &&
    !made.has(pairKey({ submissionId: submission.id, judgeId: judge.userId })) &&
    conflictsBetween(judge, submission, grounds).length === 0;
  return {
    submissions,
    judges,
    open: submissions.map(
      (submission) => new Set(judges.flatMap((judge, index) => (mayRead(submission, judge) ? [index] : []))),
    ),
    missing: submissions.map(({ id }) => task.wanted ? (task.wanted.get(id) ?? 0) : Math.max(0, task.perSubmission - (readers.get(id) ?? 0))),
  };
}

// A first spread: entries with the fewest possible judges first, each to the least burdened of them.
function seat({ submissions, judges, open, missing }: Table, { existing, seed }: AssignmentTask): Seating {
  const readings = countBy(existing, ({ judgeId }) => judgeId);
  const loads = judges.map(({ userId }) => readings.get(userId) ?? 0);
  const held = submissions.map(() => new Set<number>());
  const turns = submissions
    .map(({ id }, entry) => ({ id, entry, choices: open[entry]?.size ?? 0, draw: seededNumber(`${seed}|${id}`) }))
    .sort((a, b) => a.choices - b.choices || a.draw - b.draw || a.entry - b.entry);
  for (const { id, entry } of turns) {
    const least = [...(open[entry] ?? [])]
      .map((judge) => ({ judge, load: loads[judge] ?? 0, draw: seededNumber(`${seed}|${id}|${judges[judge]?.userId}`) }))
      .sort((a, b) => a.load - b.load || a.draw - b.draw || a.judge - b.judge)
      .slice(0, missing[entry]);
    for (const { judge, load } of least) {
      held[entry]?.add(judge);
      loads[judge] = load + 1;
    }
  }
  return { open, held, loads };
}

function pairingsOf({ submissions, judges }: Table, { held }: Seating): Pairing[] {
  return submissions.flatMap(({ id }, entry) =>
    judges.flatMap(({ userId }, judge) => (held[entry]?.has(judge) ? [{ submissionId: id, judgeId: userId }] : [])),
  );
}

function shortagesOf({ submissions, missing }: Table, { held }: Seating): AssignmentPlan["shortages"] {
  return submissions
    .map(({ id }, entry) => ({ submissionId: id, missing: (missing[entry] ?? 0) - (held[entry]?.size ?? 0) }))
    .filter((shortage) => shortage.missing > 0);
}

function conflictedAmong(live: readonly Pairing[], { submissions, judges, grounds }: AssignmentTask): Pairing[] {
  const submissionById = new Map(submissions.map((submission) => [submission.id, submission]));
  const judgeById = new Map(judges.map((judge) => [judge.userId, judge]));
  return live
    .filter(({ submissionId, judgeId }) => {
      const submission = submissionById.get(submissionId);
      const judge = judgeById.get(judgeId);
      return submission && judge && conflictsBetween(judge, submission, grounds).length > 0;
    })
    .map(({ submissionId, judgeId }) => ({ submissionId, judgeId }))
    .sort((a, b) => byCodeUnit(pairKey(a), pairKey(b)));
}

function countBy(existing: readonly ExistingAssignment[], keyOf: (pair: Pairing) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of existing) {
    if (isReading(pair)) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  }
  return counts;
}

const isReading = ({ recused, lapsed }: ExistingAssignment) => !recused && !lapsed;

function pairKey({ submissionId, judgeId }: Pairing): string {
  return `${submissionId}|${judgeId}`;
}
