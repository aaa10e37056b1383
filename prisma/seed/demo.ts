import { readFileSync } from "node:fs";
import type { Transaction } from "@/lib/db";
import { databaseNow } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { readRules } from "@/modules/competition/schema";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { placedIn } from "../generate/placed";
import { CAST, PAREPARE } from "./cast";
import type { EditionContext } from "./context";
import { loadEntries, noteLoad, openEdition } from "./edition";
import { judgesOf, writeJudges } from "./judges";
import { filler, type Enrolment } from "./people";
import { writeReviews } from "./reviews";
import { writeSelection } from "./selection";

export const SEED = 20260101;

/** Those who run every national edition of the demonstration. */
const NATIONAL_STAFF: readonly Omit<Enrolment, "editionId">[] = [
  { person: CAST.secretariat, role: "SECRETARIAT" },
  { person: CAST.publisher, role: "PUBLISHER" },
];
const SELECTORS = [filler("ADMIN_SELECTOR", 1), filler("ADMIN_SELECTOR", 2)] as const;

/** A rules file of `prisma/rules/`, checked as one that an organiser brings. */
export function rulesFile(name: string): EditionRules {
  const read = readRules(readFileSync(new URL(`../rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name}.yaml: ${read.problems.map(({ line, key }) => `${line} ${key}`).join("; ")}`);
  return read.rules;
}

/** Registration runs: entries in every status, the cast's among them. */
export async function loadRegistration(tx: Transaction): Promise<string> {
  const rules = placedIn(rulesFile("kipp-2021"), { stage: "pendaftaran", now: await databaseNow(tx), closesInDays: 9 });
  const context = await openEdition(tx, { rules, seed: SEED, staff: NATIONAL_STAFF });
  const groupMix = { umum: 100, replikasi: 12 };

  const own = await castEntries(context);
  const others = await loadEntries(context, {
    count: 108, groupMix, withCast: true, statusOf: statusOfPlace, from: ({ code }) => !code.startsWith(PAREPARE) && !code.startsWith(SUMPIUH),
  });
  const entries = [...own, ...others];
  const filed = entries.filter(({ status }) => status === "SUBMITTED").length;
  await noteLoad(context, { entries: entries.length, filed });
  return `registration open, ${entries.length} entries, ${filed} of them filed`;
}

const SUMPIUH = "33.02/dinas-kesehatan/puskesmas-sumpiuh-ii";

/** Entries in the units of the cast, in the statuses that a visitor wants to try. */
async function castEntries(context: EditionContext) {
  const wanted: [unit: string, statuses: SubmissionStatus[]][] = [
    [`${PAREPARE}/rsud-andi-makkasau`, ["DRAFT", "RETURNED", "AGENCY_REVIEW", "SUBMITTED"]],
    [`${PAREPARE}/dinas-perdagangan`, ["AGENCY_REVIEW", "ENDORSED"]],
    [`${PAREPARE}/kecamatan-bacukiki`, ["ENDORSED", "SUBMITTED"]],
    [SUMPIUH, ["DRAFT", "AGENCY_REVIEW"]],
  ];
  const entries = [];
  for (const [unit, statuses] of wanted) {
    entries.push(...await loadEntries({ ...context, seed: context.seed + entries.length + 1 }, {
      count: statuses.length, groupMix: { umum: 1 }, withCast: true, from: ({ code }) => code === unit, statusOf: (place) => statuses[place]!,
    }));
  }
  return entries;
}

/** Seven of ten are filed; the rest is spread over the other statuses. */
function statusOfPlace(place: number): SubmissionStatus {
  const others: SubmissionStatus[] = ["DRAFT", "AGENCY_REVIEW", "ENDORSED", "DRAFT", "RETURNED", "AGENCY_REVIEW", "DRAFT", "ENDORSED", "RETURNED", "WITHDRAWN"];
  return place % 10 < 7 ? "SUBMITTED" : others[(Math.floor(place / 10) * 3 + (place % 10) - 7) % others.length]!;
}

/** Judges are at work: half of the readings are handed in, those of the cast as well. */
export async function loadEvaluation(tx: Transaction): Promise<string> {
  const name = { id: "KIPP 2021 – peragaan penilaian", en: "KIPP 2021 – evaluation demonstration" };
  const rules = placedIn(rulesFile("kipp-2021"), { stage: "penilaian", now: await databaseNow(tx) }, {
    slug: "kipp-2021-penilaian", code: "KIPP-2021-PENILAIAN", name,
  });
  return loadEvaluated(tx, { rules, count: 130, finished: 0.5, cast: true });
}

/** An edition with its evaluation: entries filed, selection released, judges' readings. */
export async function loadEvaluated(
  tx: Transaction, { rules, count, finished, cast }: { rules: EditionRules; count: number; finished: number; cast: boolean },
): Promise<string> {
  const context = await openEdition(tx, {
    rules, seed: SEED, staff: [...NATIONAL_STAFF, ...SELECTORS.map((person) => ({ person, role: "ADMIN_SELECTOR" as const }))],
  });
  const entries = await loadEntries(context, {
    count, groupMix: { umum: 8, replikasi: 1, khusus: 1 }, withCast: true, flaws: { duplicateTitles: 3, tooYoung: 4 },
  });
  const passed = await writeSelection(context, entries, { selectors: SELECTORS, secretariat: CAST.secretariat, failing: 10 });
  const judges = judgesOf("EVALUATOR", {
    count: 12, cast: cast ? [CAST.evaluator, CAST.evaluatorAndPanelist] : [], agencies: context.agencies,
  });
  await writeJudges(context, "EVALUATOR", judges);
  const reviews = await writeReviews(context, { stage: "penilaian", entries: passed, judges, finished });
  await noteLoad(context, { entries: entries.length, passed: passed.length, ...reviews });
  return `${entries.length} entries, ${passed.length} passed, ${reviews.finished} of ${reviews.assigned} readings handed in`;
}
