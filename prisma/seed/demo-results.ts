import { databaseNow, db, type Transaction } from "@/lib/db";
import { banyumasSubmissions } from "../generate/banyumas";
import { parepareSubmissions } from "../generate/parepare";
import { placedIn } from "../generate/placed";
import { CAST } from "./cast";
import { BANYUMAS_STAFF, SEED, STAFF } from "./demo-staff";
import { loadJudged, loadPanel } from "./judged";
import { publishResult } from "./publish";
import { rulesFile } from "./rules-file";

/** Results here are invented, and every decree says so. */
const decree = (number: number, date: string) => ({ number: `PERAGAAN/${number}/2020`, date });

/** A tenth of the 2,250 that passed in 2020, in its true dates, the five innovations of Kota Parepare among them. */
export async function loadYear2020(tx: Transaction): Promise<string> {
  const { entries, passed, finished } = await loadJudged(tx, {
    rules: rulesFile("kipp-2020"), seed: SEED, staff: STAFF,
    entries: {
      count: 250, groupMix: { umum: 213, replikasi: 6, khusus: 26 }, real: parepareSubmissions, withCast: true,
      flaws: { duplicateTitles: 4, tooYoung: 8 },
    },
    selection: { failing: 25 },
    evaluation: { judges: { count: 10, first: 41 }, finished: 1 },
  });
  return `${entries.length} entries, ${passed.length} passed, ${finished} readings`;
}

export async function loadPanel2020(tx: Transaction): Promise<string> {
  const judging = { judges: { count: 9, first: 41 }, finished: 1 };
  const { finished } = await loadPanel(tx, { editionId: await idOfEdition("kipp-2020"), seed: SEED, judging });
  return `${finished} readings`;
}

export async function publish2020(result: "top-99" | "top-45"): Promise<string> {
  const entries = await publishResult({
    slug: "kipp-2020", result, composerId: CAST.secretariat.id, publisherId: CAST.publisher.id,
    decree: result === "top-99" ? decree(1, "2020-06-18") : decree(2, "2020-07-27"),
  });
  return `${entries} entries published`;
}

/** The competition of a regency: 107 innovations of its 36 work units, the ten that became known among them. */
export async function loadBanyumas(tx: Transaction): Promise<string> {
  const rules = placedIn(rulesFile("kipp-banyumas-2020"), { stage: "presentasi", now: await databaseNow(tx) });
  const { entries, passed, finished } = await loadJudged(tx, {
    rules, seed: SEED, staff: BANYUMAS_STAFF,
    entries: { count: 107, groupMix: { umum: 1 }, real: banyumasSubmissions, unitsInTurn: 100, withCast: true },
    selection: { failing: 4 },
    evaluation: { judges: { count: 8, first: 61 }, finished: 1 },
  });
  return `${entries.length} entries, ${passed.length} passed, ${finished} readings`;
}

export async function publishBanyumas(): Promise<string> {
  const entries = await publishResult({
    slug: "kipp-banyumas-2020", result: "top-20", composerId: BANYUMAS_STAFF.secretariat.id,
    publisherId: BANYUMAS_STAFF.publisher.id, decree: decree(3, new Date().toISOString().slice(0, 10)),
  });
  return `${entries} entries published`;
}

/** The panel is half done. */
export async function loadPanelBanyumas(tx: Transaction): Promise<string> {
  const judging = { judges: { count: 4, first: 61, cast: [CAST.panelist, CAST.evaluatorAndPanelist] }, finished: 0.5 };
  const { finished, assigned } = await loadPanel(tx, { editionId: await idOfEdition("kipp-banyumas-2020"), seed: SEED, judging });
  return `${finished} of ${assigned} readings handed in`;
}

async function idOfEdition(slug: string): Promise<string> {
  return (await db.edition.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}
