import { databaseNow, type Transaction } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { placedIn, type Place } from "../generate/placed";
import { CAST } from "./cast";
import { SEED, SELECTION_STAFF, STAFF } from "./demo-staff";
import { loadJudged } from "./judged";
import { rulesFile } from "./rules-file";

const FLAWS = { duplicateTitles: 4, tooYoung: 5 };
const MIX = { umum: 120, replikasi: 20, khusus: 20 };

/** Selectors are at work: some decided, some waiting for the second reader, most not opened. */
export async function loadSelection(tx: Transaction): Promise<string> {
  const rules = await placed(tx, { stage: "administrasi" }, ["seleksi", "seleksi administrasi", "administrative selection"]);
  const midway = { decided: 45, awaitingSecond: 3, taken: 4 };
  const { entries } = await loadJudged(tx, {
    rules, seed: SEED, staff: SELECTION_STAFF,
    entries: { count: 110, groupMix: MIX, withCast: true, flaws: FLAWS }, selection: { failing: 6, midway },
  });
  return `${entries.length} entries, ${midway.decided} decided, ${midway.awaitingSecond} awaiting the second reader`;
}

/** Evaluators are at work: half of the readings are handed in, of the cast's too. */
export async function loadEvaluation(tx: Transaction): Promise<string> {
  const rules = await placed(tx, { stage: "penilaian" }, ["penilaian", "penilaian", "evaluation"]);
  const { passed, finished, assigned } = await loadJudged(tx, {
    rules, seed: SEED, staff: STAFF,
    entries: { count: 132, groupMix: MIX, withCast: true, flaws: FLAWS }, selection: { failing: 12 },
    evaluation: { judges: { count: 12, cast: [CAST.evaluator, CAST.evaluatorAndPanelist] }, finished: 0.5 },
  });
  return `${passed.length} passed, ${finished} of ${assigned} readings handed in`;
}

/** Evaluation is over, every reading is in, and nothing has been frozen. */
export async function loadDeciding(tx: Transaction): Promise<string> {
  const rules = await placed(tx, { stage: "penilaian", closesInDays: -3 }, ["penetapan", "penetapan hasil", "decision"]);
  const { passed, finished, assigned } = await loadJudged(tx, {
    rules, seed: SEED, staff: STAFF,
    entries: { count: 160, groupMix: MIX, withCast: true, flaws: FLAWS }, selection: { failing: 12 },
    evaluation: { judges: { count: 12, first: 21 }, finished: 1 },
  });
  return `${passed.length} passed, ${finished} of ${assigned} readings handed in`;
}

/** The rules of 2021 under a name of their own: word of the address, name in both languages. */
async function placed(tx: Transaction, place: Omit<Place, "now">, [slug, id, en]: readonly [string, string, string]): Promise<EditionRules> {
  return placedIn(rulesFile("kipp-2021"), { ...place, now: await databaseNow(tx) }, {
    slug: `kipp-2021-${slug}`, code: `KIPP-2021-${slug.toUpperCase()}`,
    name: { id: `KIPP 2021 – peragaan ${id}`, en: `KIPP 2021 – ${en} demonstration` },
  });
}
