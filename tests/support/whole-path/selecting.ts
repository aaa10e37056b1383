import { paths } from "@/lib/paths";
import { confirmFail, decideSelection, releaseSelection, saveChecklist, takeNextProposal } from "@/modules/selection/actions";
import { loadSelection, loadSelectionQueue } from "@/modules/selection/loaders";
import { see, send, told, type Visitor } from "./at-doors";

/** The check that the failing proposals do not meet, and its reason. */
export type Failing = { titles: readonly string[]; check: string; reason: string };

/** The selectors take the next one in turns until nothing is left, then each reads again what the other failed. */
export async function selectEverything(selectors: readonly [Visitor, Visitor], failing: Failing): Promise<void> {
  for (let turn = 0; await selectNext(selectors[turn % 2]!, failing); turn += 1);
  for (const selector of selectors) await confirmOthers(selector);
}

export async function release(secretary: Visitor, editionCode: string): Promise<void> {
  await send(secretary, releaseSelection, { editionCode });
}

/** False when nothing is left. */
async function selectNext(selector: Visitor, { titles, check, reason }: Failing): Promise<boolean> {
  const taken = await told(selector, takeNextProposal, {});
  if (taken.status === "refused" && taken.key === "selection.refused.nothingLeft") return false;
  if (taken.status !== "redirected") throw new Error(`${selector.name} could not take one: ${JSON.stringify(taken)}`);

  const code = taken.to.slice(paths.selectionOf("").length);
  const { title, rules } = await see(selector, loadSelection, { code });
  const fails = titles.includes(title);
  const lines = rules.selection.checks.flatMap(({ key }): [string, string][] => [
    [`verdicts.${key}`, fails && key === check ? "NOT_MET" : "MET"], [`notes.${key}`, ""],
  ]);
  await send(selector, saveChecklist, { code, intent: "decide", ...Object.fromEntries(lines) });
  await send(selector, decideSelection, { code, outcome: fails ? "FAIL" : "PASS", "reasons[]": fails ? [reason] : [], note: fails ? "Belum memenuhi syarat ini." : "" });
  return true;
}

async function confirmOthers(selector: Visitor): Promise<void> {
  const { queue } = await see(selector, loadSelectionQueue, { status: "kedua" });
  for (const { code } of queue.rows) {
    const { decision, rights } = await see(selector, loadSelection, { code });
    if (rights.confirm.allowed) await send(selector, confirmFail, { code, decidedAt: decision!.decidedAt!.toISOString() });
  }
}
