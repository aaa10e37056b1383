import type { MachineCheck } from "@/modules/competition/domain/edition-rules";
import { titleTwins } from "../domain/machine-checks";
import { countStates, hasStake, QUEUE_PAGE, queueState, type QueueState } from "../domain/queue";
import type { SelectionScope } from "../policy";
import { machineFlags, readsTexts } from "./flags";
import { type LedgerRow, selectionLedger, type SelectionPlace } from "./ledger";

export type QueueRow = Pick<LedgerRow, "code" | "title" | "agencyName" | "groupKey" | "submittedAt" | "takenByName" | "touchedAt" | "outcome"> & {
  state: QueueState;
  flags: MachineCheck[];
  /** Sent back by a second reader. */
  cameBack: boolean;
};

export type Queue = {
  counts: Record<QueueState, number>;
  rows: QueueRow[];
  /** How many fit the part and the flag, over all pages. */
  matching: number;
  /** Not shown because the reader has a stake in them. */
  hidden: number;
};

type QueueAsk = { state: QueueState; flag?: MachineCheck; page: number; now: Date };

/** A page of the visible proposals of one state, fails before the others, oldest first, with what the machine points at. */
export async function selectionQueue(scope: SelectionScope, place: SelectionPlace, { state, flag, page, now }: QueueAsk): Promise<Queue> {
  const { userId, ownAgencies } = scope.filter;
  const ledger = place.editionId === scope.filter.editionId ? await selectionLedger(place.editionId) : [];
  const visible = ledger.filter((row) => !hasStake({ userId, agencyCodes: ownAgencies }, row));
  const view = { viewerId: userId, now, rules: place.edition.rules.selection };
  const states = new Map(visible.map((row) => [row.id, queueState(row, view)]));
  const inState = visible.filter(({ id }) => states.get(id) === state).toSorted(failsFirst);

  const twins = titleTwins(ledger);
  const matching = flag ? await flaggedWith(flag, { rows: inState, place, twins }) : inState;
  const shown = matching.slice((page - 1) * QUEUE_PAGE, page * QUEUE_PAGE);
  const flags = await machineFlags(shown, place, { twins, withTexts: true });
  return {
    counts: countStates([...states.values()]),
    matching: matching.length,
    hidden: ledger.length - visible.length,
    rows: shown.map(({ id, code, title, agencyName, groupKey, submittedAt, takenByName, touchedAt, outcome, secondById }) => ({
      code, title, agencyName, groupKey, submittedAt, takenByName, touchedAt, outcome, state, flags: flags.get(id) ?? [],
      cameBack: secondById !== null && (state === "MINE" || state === "HELD" || state === "FREE"),
    })),
  };
}

/** Who releases reads above all whom it will hurt. */
const failsFirst = (one: LedgerRow, other: LedgerRow) => Number(other.outcome === "FAIL") - Number(one.outcome === "FAIL");

async function flaggedWith(
  flag: MachineCheck,
  { rows, place, twins }: { rows: readonly LedgerRow[]; place: SelectionPlace; twins: ReadonlyMap<string, string[]> },
): Promise<LedgerRow[]> {
  const flags = await machineFlags(rows, place, { twins, withTexts: readsTexts(flag) });
  return rows.filter(({ id }) => flags.get(id)?.includes(flag));
}
