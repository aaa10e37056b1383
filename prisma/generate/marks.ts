import type { EditionRules, RubricRule } from "@/modules/competition/domain/edition-rules";
import { normal, randomFrom, seedOf } from "./random";

/**
 * Marks as judges might give them: what the entry is worth, how severe the judge is, and chance. The three spreads (in units
 * of the spread of quality) are those of the project's simulation at the size of KIPP: one judge alone agrees with another
 * at about 0.34. They are assumptions, not findings.
 */
const SEVERITY = 0.7;
const NOISE = 1.2;
/** How far one unit moves a mark on a scale from 0 to 100, and where an ordinary entry stands. */
const POINTS_PER_UNIT = 7;
const CENTRE = 72;
/** Of the noise, what is drawn for each criterion by itself; the rest is the judge's view of the whole entry. */
const CRITERION_NOISE = 1.2;

export type MarkOptions = {
  rules: EditionRules;
  /** Key of one of the edition's rubrics. */
  rubric: string;
  submissionCode: string;
  /** Any number that stands for the judge. */
  judgeIndex: number;
  seed: number;
  /** What the entry is worth, 0 for the average and about ±2 at the ends; drawn from its code if not given. */
  quality?: number;
};

/**
 * A whole mark on the rubric's scale for each of its criteria, by key. One entry has the same quality for every judge and
 * every rubric; one judge the same severity for every entry. The weighted total over criteria has noise of `NOISE` units
 * before rounding and clipping.
 */
export function generateMarks(options: MarkOptions): Record<string, number> {
  const rubric = rubricOf(options.rules, options.rubric);
  const { seed, submissionCode, judgeIndex } = options;
  const quality = options.quality ?? normal(randomFrom(seedOf(seed, "quality", submissionCode)));
  const severity = SEVERITY * normal(randomFrom(seedOf(seed, "severity", rubric.key, judgeIndex)));

  const random = randomFrom(seedOf(seed, "marks", rubric.key, submissionCode, judgeIndex));
  const whole = quality - severity + commonNoise(rubric) * normal(random);
  return Object.fromEntries(
    rubric.criteria.map((criterion) => [criterion.key, onScale(rubric, whole + CRITERION_NOISE * normal(random))]),
  );
}

/**
 * The three judges (of 100, numbered from 1) of submission `p` (from 1) in the data set KIPP-3178: each submission three
 * different ones, each judge 94 to 96 submissions.
 */
export function kipp3178Judges(p: number): [number, number, number] {
  const judge = (turn: number) => ((((7 * p) % 100) + 33 * turn) % 100) + 1;
  return [judge(0), judge(1), judge(2)];
}

/** The spread that is left for the whole entry so that both kinds of noise together make `NOISE` in the weighted total. */
function commonNoise(rubric: RubricRule): number {
  const total = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const squares = rubric.criteria.reduce((sum, { weight }) => sum + (weight / total) ** 2, 0);
  return Math.sqrt(Math.max(0, NOISE ** 2 - CRITERION_NOISE ** 2 * squares));
}

function onScale(rubric: RubricRule, units: number): number {
  const { min, max } = rubric.scale;
  const percent = Math.min(100, Math.max(0, CENTRE + POINTS_PER_UNIT * units));
  return Math.round(min + ((max - min) * percent) / 100);
}

function rubricOf(rules: EditionRules, key: string): RubricRule {
  const rubric = rules.rubrics.find((candidate) => candidate.key === key);
  if (!rubric) throw new RangeError(`${rules.edition.slug} has no rubric ${key}`);
  return rubric;
}
