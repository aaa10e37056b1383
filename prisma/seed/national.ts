import { databaseNow, db, type Transaction } from "@/lib/db";
import { kipp3178Judges } from "../generate/marks";
import { NATIONAL_ENTRIES, NATIONAL_JUDGES, NATIONAL_UNITS, NATIONAL_WORDS, nationalRules } from "../generate/national";
import { placedIn } from "../generate/placed";
import { SEED } from "./demo-staff";
import { loadJudged, type Loaded } from "./judged";
import { staffOfFillers } from "./people";
import { rulesFile } from "./rules-file";

const STAFF_NUMBER = 3178;
const FIRST_JUDGE = 1001;

/**
 * The data set KIPP-3178 for measurements: 3,178 submissions of ten answers from 2,000 units, each with three finished reviews
 * by 100 evaluators, in an edition whose evaluation is open. Nobody of the demonstration has a part in it.
 */
export async function loadNational(tx: Transaction): Promise<string> {
  const rules = placedIn(nationalRules(rulesFile("kipp-2021")), { stage: "penilaian", now: await databaseNow(tx) }, {
    slug: "kipp-nasional-3178", code: "KIPP-3178", name: { id: "KIPP nasional 3178 (peragaan)", en: "National KIPP 3178 (demonstration)" },
  });
  const loaded = await loadJudged(tx, {
    rules, seed: SEED, staff: staffOfFillers(STAFF_NUMBER), tell: (line) => console.log(`  ${line}`),
    entries: {
      count: NATIONAL_ENTRIES, groupMix: { umum: 3000, replikasi: 60, khusus: 118 }, withCast: false,
      wordsPerAnswer: NATIONAL_WORDS, unitsInTurn: NATIONAL_UNITS,
    },
    selection: { failing: 0 },
    evaluation: {
      judges: { count: NATIONAL_JUDGES, first: FIRST_JUDGE, tied: false }, finished: 1, wordsOfRemarks: [80, 60],
      readersOf: (place) => kipp3178Judges(place + 1).map((number) => number - 1),
    },
  });
  return totals(loaded);
}

/** The full 2,250 that passed in 2020, in their true dates: everything is over, nothing is frozen. */
export async function loadKipp2020(tx: Transaction): Promise<string> {
  const rules = rulesFile("kipp-2020");
  const loaded = await loadJudged(tx, {
    rules: { ...rules, edition: { ...rules.edition, slug: "kipp-2020-penuh", code: "KIPP-2020-PENUH" } },
    seed: SEED, staff: staffOfFillers(2020), tell: (line) => console.log(`  ${line}`),
    entries: { count: 2250, groupMix: { umum: 2126, replikasi: 33, khusus: 91 }, withCast: false },
    selection: { failing: 0 },
    evaluation: { judges: { count: 60, first: 2001 }, finished: 1 },
  });
  return totals(loaded);
}

/** What the whole database takes. */
export async function databaseSize(): Promise<string> {
  const [row] = await db.$queryRaw<{ size: string }[]>`select pg_size_pretty(pg_database_size(current_database())) as size`;
  return row!.size;
}

function totals({ entries, finished, scores }: Loaded): string {
  const number = (value: number) => value.toLocaleString("en");
  return `${number(entries.length)} submissions, ${number(finished)} reviews, ${number(scores)} scores`;
}
