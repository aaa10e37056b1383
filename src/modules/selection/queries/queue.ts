import { db } from "@/lib/db";
import type { EditionRules, MachineCheck, Zone } from "@/modules/competition/domain/edition-rules";
import { type CheckedSubmission, flagsOf, suggestions, titleTwins } from "../domain/machine-checks";
import { countStates, hasStake, QUEUE_PAGE, queueState, type QueueState } from "../domain/queue";
import type { SelectionScope } from "../policy";
import { type LedgerRow, selectionLedger, type SelectionPlace } from "./ledger";

export type QueueRow = Pick<LedgerRow, "code" | "title" | "agencyName" | "groupKey" | "submittedAt" | "takenByName" | "touchedAt"> & {
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

/** A page of the visible proposals of one state, oldest first, with what the machine points at. */
export async function selectionQueue(scope: SelectionScope, place: SelectionPlace, { state, flag, page, now }: QueueAsk): Promise<Queue> {
  const { userId, ownAgencies } = scope.filter;
  const ledger = place.editionId === scope.filter.editionId ? await selectionLedger(place.editionId) : [];
  const visible = ledger.filter((row) => !hasStake({ userId, agencyCodes: ownAgencies }, row));
  const view = { viewerId: userId, now, rules: place.edition.rules.selection };
  const states = new Map(visible.map((row) => [row.id, queueState(row, view)]));
  const inState = visible.filter(({ id }) => states.get(id) === state);

  const twins = titleTwins(ledger);
  const flagsByState = flag ? await machineFlags(inState, place, twins) : null;
  const matching = flag ? inState.filter(({ id }) => flagsByState?.get(id)?.includes(flag)) : inState;
  const shown = matching.slice((page - 1) * QUEUE_PAGE, page * QUEUE_PAGE);
  const flags = flagsByState ?? (await machineFlags(shown, place, twins));
  return {
    counts: countStates([...states.values()]),
    matching: matching.length,
    hidden: ledger.length - visible.length,
    rows: shown.map(({ id, code, title, agencyName, groupKey, submittedAt, takenByName, touchedAt, secondById }) => ({
      code, title, agencyName, groupKey, submittedAt, takenByName, touchedAt, state, flags: flags.get(id) ?? [],
      cameBack: secondById !== null && (state === "MINE" || state === "HELD" || state === "FREE"),
    })),
  };
}

type Written = Pick<CheckedSubmission, "signatory" | "answers" | "statements">;

/** Flags that rest on texts: a filed proposal never changes without a new version, so they are found once. */
const textFlags = new Map<string, MachineCheck[]>();
const TEXT_FLAGS_KEPT = 20_000;
const READ_AT_ONCE = 200;

async function machineFlags(rows: readonly LedgerRow[], place: SelectionPlace, twins: ReadonlyMap<string, string[]>): Promise<Map<string, MachineCheck[]>> {
  const { rules, zone, rulesVersionId } = place.edition;
  const context = { registrationClosesAt: place.registration?.closesAt ?? null, zone: zone as Zone };
  const keyOf = ({ id, version }: LedgerRow) => `${rulesVersionId} ${id} ${version}`;
  const unread = rows.filter((row) => !textFlags.has(keyOf(row)));
  for (let start = 0; start < unread.length; start += READ_AT_ONCE) {
    const batch = unread.slice(start, start + READ_AT_ONCE);
    const written = await writtenIn(batch.map(({ id }) => id));
    for (const row of batch) {
      const found = suggestions({ ...row, ...(written.get(row.id) ?? NOTHING_WRITTEN) }, rules, { ...context, sameTitle: [] });
      if (textFlags.size >= TEXT_FLAGS_KEPT) textFlags.delete(textFlags.keys().next().value!);
      textFlags.set(keyOf(row), flagsOf(found).filter((flag) => flag !== "AGE"));
    }
  }
  return new Map(rows.map((row) => [row.id, [...liveFlags(row, { rules, context, twins }), ...(textFlags.get(keyOf(row)) ?? [])]]));
}

const NOTHING_WRITTEN: Written = { signatory: "", answers: {}, statements: [] };

/** What follows from the timetable and the other titles, and may change at any time. */
function liveFlags(
  row: LedgerRow,
  { rules, context, twins }: { rules: EditionRules; context: { registrationClosesAt: Date | null; zone: Zone }; twins: ReadonlyMap<string, string[]> },
): MachineCheck[] {
  const found = suggestions({ ...row, ...NOTHING_WRITTEN }, rules, { ...context, sameTitle: twins.get(row.code) ?? [] });
  return flagsOf(found).filter((flag) => flag === "AGE" || flag === "DUPLICATE_TITLE");
}

async function writtenIn(ids: string[]): Promise<Map<string, Written>> {
  const rows = await db.submission.findMany({
    where: { id: { in: ids } },
    select: { id: true, signatory: true, answers: { select: { sectionKey: true, body: true } }, statements: { select: { key: true } } },
  });
  return new Map(
    rows.map(({ id, signatory, answers, statements }) => [
      id,
      { signatory, answers: Object.fromEntries(answers.map(({ sectionKey, body }) => [sectionKey, body])), statements: statements.map(({ key }) => key) },
    ]),
  );
}
