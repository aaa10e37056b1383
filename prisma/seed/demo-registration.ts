import { databaseNow, type Transaction } from "@/lib/db";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { placedIn } from "../generate/placed";
import { BANYUMAS, PAREPARE } from "./cast";
import type { EditionContext } from "./context";
import { SEED, STAFF } from "./demo-staff";
import { endLoad, loadEntries, openEdition } from "./edition";
import type { Entry } from "./entries";
import { rulesFile } from "./rules-file";

const SUMPIUH = `${BANYUMAS}/dinas-kesehatan/puskesmas-sumpiuh-ii`;

/** Entries in the units of the cast and their neighbours, in the statuses that a visitor wants to try. */
const OF_THE_CAST: readonly [unit: string, statuses: readonly SubmissionStatus[]][] = [
  [`${PAREPARE}/rsud-andi-makkasau`, ["DRAFT", "RETURNED", "AGENCY_REVIEW", "SUBMITTED"]],
  [`${PAREPARE}/dinas-perdagangan`, ["AGENCY_REVIEW", "ENDORSED"]],
  [`${PAREPARE}/kecamatan-bacukiki`, ["ENDORSED", "SUBMITTED"]],
  [SUMPIUH, ["DRAFT", "AGENCY_REVIEW"]],
];
const ELSEWHERE = 110;

/** What becomes of the three of ten that are not filed, in turn. */
const NOT_FILED: readonly SubmissionStatus[] = [
  "DRAFT", "AGENCY_REVIEW", "ENDORSED", "DRAFT", "RETURNED", "AGENCY_REVIEW", "DRAFT", "ENDORSED", "RETURNED", "WITHDRAWN",
];

/** Registration runs and closes in about nine days: entries in every status. */
export async function loadRegistration(tx: Transaction): Promise<string> {
  const rules = placedIn(rulesFile("kipp-2021"), { stage: "pendaftaran", now: await databaseNow(tx), closesInDays: 9 });
  const context = await openEdition(tx, { rules, seed: SEED, staff: STAFF });
  const own = await entriesOfTheCast(context);
  const others = await loadEntries(context, {
    count: ELSEWHERE, groupMix: { umum: 98, replikasi: 12 }, withCast: true, statusOf,
    from: ({ code }) => !code.startsWith(PAREPARE) && code !== SUMPIUH,
  });
  const entries = [...own, ...others];
  const filed = entries.filter(({ status }) => status === "SUBMITTED").length;
  await endLoad(context, { entries: entries.length, filed });
  return `${entries.length} entries, ${filed} of them filed`;
}

async function entriesOfTheCast(context: EditionContext): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const [unit, statuses] of OF_THE_CAST) {
    // A seed of its own for each unit: the same one would give the same titles again.
    entries.push(...await loadEntries({ ...context, seed: context.seed + entries.length + 1 }, {
      count: statuses.length, groupMix: { umum: 1 }, withCast: true, from: ({ code }) => code === unit, statusOf: (place) => statuses[place]!,
    }));
  }
  return entries;
}

/** Seven of ten are filed. */
function statusOf(place: number): SubmissionStatus {
  const beyond = (place % 10) - 7;
  return beyond < 0 ? "SUBMITTED" : NOT_FILED[(Math.floor(place / 10) * 3 + beyond) % NOT_FILED.length]!;
}
