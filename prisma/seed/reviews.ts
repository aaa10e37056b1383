import type { RubricRule, StageRule } from "@/modules/competition/domain/edition-rules";
import { groundsIn } from "@/modules/competition/domain/participants";
import { roundsOf } from "@/modules/competition/domain/levels";
import { spreadAssignments } from "@/modules/review/domain/assignment";
import { weightedSum } from "@/modules/review/domain/scoring";
import { generateMarks } from "../generate/marks";
import { normal, randomFrom, seedOf } from "../generate/random";
import { paragraphs } from "../generate/text";
import type { EditionContext, Period } from "./context";
import { momentIn } from "./context";
import type { Judge } from "./judges";
import type { Readable } from "./readable";
import { idOf, insertRows } from "./rows";

export type ReviewLoad = {
  /** Key of the stage. */
  stage: string;
  entries: readonly Readable[];
  judges: readonly Judge[];
  /** Share of the readings that are handed in; below 1 some of the others are begun, put aside or given back. */
  finished: number;
  /** Who reads the entry at a place in the list, as places in the list of judges; without: spread as the portal does. */
  readersOf?: (place: number) => readonly number[];
  /** Words of the remark on the whole and of one on the first criterion; without: short or none. */
  wordsOfRemarks?: readonly [number, number];
};

type State = "FINISHED" | "BEGUN" | "PUT_ASIDE" | "GIVEN_BACK" | "UNTOUCHED";
type Reading = { id: string; entry: Readable; judge: Judge; state: State; share: number };
type Round = { rule: StageRule; rubric: RubricRule; period: Period };

/** Real entries are good ones, so that they go the whole way. */
const REAL_ADVANTAGE = 3.2;

/** Writes assignments, reviews and scores of a stage; standings follow from them in the database. Out: readings handed in. */
export async function writeReviews(context: EditionContext, load: ReviewLoad): Promise<{ assigned: number; finished: number; scores: number }> {
  const round = roundOf(context, load.stage);
  const readings = readingsOf(context, load, round);
  const reviewed = readings.filter(({ state }) => state === "FINISHED" || state === "BEGUN");
  const sheets = reviewed.map((reading) => sheetOf(context, reading, { load, round }));

  await insertRows(context.tx, "Assignment", { rows: readings.map((reading) => assignmentRow(context, reading, round)) });
  await insertRows(context.tx, "Review", { rows: sheets.map(({ review }) => review) });
  const scores = sheets.flatMap((sheet) => sheet.scores);
  await insertRows(context.tx, "Score", { rows: scores });
  await writeStandings(context, round);
  return { assigned: readings.length, finished: readings.filter(({ state }) => state === "FINISHED").length, scores: scores.length };
}

function roundOf({ rules, periods }: EditionContext, stage: string): Round {
  const round = roundsOf(rules).find((candidate) => candidate.stage.key === stage);
  const period = periods.find(({ key }) => key === stage);
  if (!round || !period) throw new RangeError(`${rules.edition.slug} has no scoring in ${stage}`);
  return { rule: round.stage, rubric: round.rubric, period };
}

function readingsOf(context: EditionContext, load: ReviewLoad, round: Round): Reading[] {
  const pairs = load.readersOf
    ? load.entries.flatMap((entry, place) => load.readersOf!(place).map((judge) => ({ entry, judge: load.judges[judge]! })))
    : spreadPairs(context, load, round);
  return pairs.map(({ entry, judge }) => {
    const { code } = entry;
    const random = randomFrom(seedOf(context.seed, "reading", load.stage, code, judge.number));
    return {
      id: idOf("assignment", context.rules.edition.slug, load.stage, code, judge.person.id),
      entry, judge, state: stateOf(random(), load.finished), share: 0.05 + 0.9 * random(),
    };
  });
}

function spreadPairs({ rules, agencies }: EditionContext, { entries, judges, stage }: ReviewLoad, { rule }: Round) {
  const plan = spreadAssignments({
    submissions: entries.map(({ id, agencyCode, unitCode, ownerId }) => ({
      id, agencyPath: agencyCode, unitPath: unitCode, provinceCode: agencies.get(agencyCode)?.provinceCode ?? null, memberUserIds: [ownerId],
    })),
    judges: judges.map(({ person, provinces }) => ({
      userId: person.id, agencyPaths: [], provinceCodes: provinces, declaredSubmissionIds: [], declaredAgencyPaths: [],
    })),
    perSubmission: rule.scoring!.perSubmission, existing: [], grounds: groundsIn(rules.participants, rule.scoring!.avoid),
    seed: `${rules.edition.slug}|${stage}`,
  });
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const judgeById = new Map(judges.map((judge) => [judge.person.id, judge]));
  return plan.assignments.map(({ submissionId, judgeId }) => ({ entry: entryById.get(submissionId)!, judge: judgeById.get(judgeId)! }));
}

function stateOf(draw: number, finished: number): State {
  if (draw < finished) return "FINISHED";
  if (finished === 1) return "FINISHED";
  const rest = (draw - finished) / (1 - finished);
  if (rest < 0.1) return "BEGUN";
  if (rest < 0.14) return "PUT_ASIDE";
  return rest > 0.99 ? "GIVEN_BACK" : "UNTOUCHED";
}

function assignmentRow({ organizerId, rules }: EditionContext, { id, entry, judge, state, share }: Reading, { period }: Round) {
  return {
    organizerId, id, stageId: period.id, submissionId: entry.id, judgeId: judge.person.id,
    batchId: idOf("assignment-batch", rules.edition.slug, period.key), assignedAt: period.opensAt,
    recusedAt: state === "GIVEN_BACK" ? momentIn(period, share) : null,
    recusalReason: state === "GIVEN_BACK" ? "Saya pernah menjadi narasumber bagi unit ini." : "",
    skippedAt: state === "PUT_ASIDE" ? momentIn(period, share) : null,
  };
}

/** A review with its scores; one that is only begun holds the first marks and no total. */
function sheetOf(context: EditionContext, reading: Reading, { load, round }: { load: ReviewLoad; round: Round }) {
  const { organizerId, rules, seed } = context;
  const { id, entry, judge, state, share } = reading;
  const { rubric, period } = round;
  const { code, isReal } = entry;
  const quality = normal(randomFrom(seedOf(seed, "quality", code)));
  const marks = generateMarks({
    rules, rubric: rubric.key, submissionCode: code, judgeIndex: judge.number, seed,
    quality: isReal ? REAL_ADVANTAGE + quality / 4 : quality,
  });
  const criteria = state === "BEGUN" ? rubric.criteria.slice(0, Math.ceil(rubric.criteria.length / 2)) : rubric.criteria;
  const sum = state === "BEGUN" ? null : weightedSum(marks, rubric);
  if (sum && !sum.ok) throw new Error(`${code}: ${sum.refusal.key}`);
  const savedAt = momentIn(period, share);
  const random = randomFrom(seedOf(seed, "remark", code, judge.number));
  const [onWhole, onFirst] = load.wordsOfRemarks ?? [18, 0];

  return {
    review: {
      organizerId, assignmentId: id, finishedAt: sum ? savedAt : null, weightedSum: sum ? sum.value : null,
      remark: state === "BEGUN" ? "" : paragraphs(random, onWhole), savedAt,
    },
    scores: criteria.map(({ key }, place) => ({
      organizerId, assignmentId: id, criterionKey: key, mark: marks[key]!,
      remark: remarkOn(marks[key]!, { rubric, random, words: place === 0 ? onFirst : 0 }),
    })),
  };
}

function remarkOn(mark: number, { rubric, random, words }: { rubric: RubricRule; random: () => number; words: number }): string {
  const isUnusual = (rubric.remarkBelow !== null && mark < rubric.remarkBelow) || (rubric.remarkAbove !== null && mark > rubric.remarkAbove);
  const length = Math.max(words, isUnusual ? 12 : 0);
  return length === 0 ? "" : paragraphs(random, length);
}

/** From the reviews themselves, so that the two can never differ. */
async function writeStandings({ tx, organizerId }: EditionContext, { period }: Round): Promise<void> {
  await tx.$executeRaw`
    insert into "Standing" ("organizerId", "stageId", "submissionId", readings, "sumTotal", lowest, highest, mean)
    select a."organizerId", a."stageId", a."submissionId", count(*), sum(r."weightedSum"), min(r."weightedSum"), max(r."weightedSum"),
      sum(r."weightedSum")::numeric / count(*)
    from "Assignment" a join "Review" r on r."organizerId" = a."organizerId" and r."assignmentId" = a.id
    where a."organizerId" = ${organizerId}::uuid and a."stageId" = ${period.id}::uuid
      and r."finishedAt" is not null and a."recusedAt" is null
    group by a."organizerId", a."stageId", a."submissionId"`;
}
