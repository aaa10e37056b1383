import { db } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { loadJudged, loadPanel } from "./judged";
import { staffOfFillers, type Staff } from "./people";
import { loadReference } from "./reference";
import { seedTransaction } from "./step";

const PROGRESS = ["FILED", "RELEASED", "EVALUATED"] as const;

export type EditionLoad = {
  /** With dates that fit: what is to have happened must not lie in the future. */
  rules: EditionRules;
  count: number;
  seed: number;
  /** All are filed; selection is released too; every reading is handed in too. */
  upTo: (typeof PROGRESS)[number];
  /** Shares of the groups by key; without: eight in the first for one in each other. */
  groupMix?: Readonly<Record<string, number>>;
  /** How many fail in selection; without: none. */
  failing?: number;
  /** Without: 20. */
  evaluators?: number;
};

export type LoadedEdition = { editionId: string; organizerId: string; slug: string; staff: Staff; passed: number; readings: number };

const DEFAULT_EVALUATORS = 20;

/**
 * A generated edition in whatever state a test or a measurement begins from, with people of its own. The reference data are
 * loaded first if the database has none.
 */
export async function loadEdition(load: EditionLoad): Promise<LoadedEdition> {
  const { rules, seed, count, upTo, failing = 0, evaluators = DEFAULT_EVALUATORS } = load;
  if ((await db.agency.count()) === 0) await seedTransaction(loadReference);

  const staff = staffOfFillers(rules.edition.year);
  const progress = PROGRESS.indexOf(upTo);
  const { context, passed, finished } = await seedTransaction((tx) =>
    loadJudged(tx, {
      rules, seed, staff,
      entries: { count, groupMix: load.groupMix ?? mostlyFirst(rules), withCast: false },
      selection: progress >= 1 ? { failing } : undefined,
      evaluation: progress >= 2 ? { judges: { count: evaluators }, finished: 1 } : undefined,
    }),
  );
  const { editionId, organizerId } = context;
  return { editionId, organizerId, slug: rules.edition.slug, staff, passed: passed.length, readings: finished };
}

/** Every panelist's reading of the entries that the earlier result named. Out: how many readings. */
export async function loadPanelReadings({ editionId, seed, panelists }: { editionId: string; seed: number; panelists: number }): Promise<number> {
  const judging = { judges: { count: panelists }, finished: 1 };
  return (await seedTransaction((tx) => loadPanel(tx, { editionId, seed, judging }))).finished;
}

function mostlyFirst({ groups }: EditionRules): Record<string, number> {
  return Object.fromEntries(groups.map(({ key }, place) => [key, place === 0 ? 8 : 1]));
}
