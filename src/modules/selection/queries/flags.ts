import { db } from "@/lib/db";
import type { MachineCheck, Zone } from "@/modules/competition/domain/edition-rules";
import { type CheckedSubmission, flagsOf, suggestions } from "../domain/machine-checks";
import type { LedgerRow, SelectionPlace } from "./ledger";

/** Checks whose answer needs the texts of a proposal, and not only its row. */
const READS_TEXTS: readonly MachineCheck[] = ["COMPLETENESS", "WORD_LIMITS", "STATEMENTS"];

export const readsTexts = (flag: MachineCheck) => READS_TEXTS.includes(flag);

type Around = {
  /** Codes of the proposals that share their title with others. */
  twins: ReadonlyMap<string, string[]>;
  /** False: only the flags that need no texts, which is quick for a whole edition. */
  withTexts: boolean;
};

/** What the machine points at, by the id of the proposal. */
export async function machineFlags(rows: readonly LedgerRow[], place: SelectionPlace, { twins, withTexts }: Around): Promise<Map<string, MachineCheck[]>> {
  if (withTexts) await readTexts(rows, place);
  const comparesTitles = place.edition.rules.selection.checks.some(({ machine }) => machine === "DUPLICATE_TITLE");
  return new Map(
    rows.map((row) => [
      row.id,
      [
        ...known(keyOf(row, place, "row"), () => suggested(row, place, NOTHING_WRITTEN).filter((flag) => flag === "AGE")),
        ...(comparesTitles && twins.has(row.code) ? ["DUPLICATE_TITLE" as const] : []),
        ...(withTexts ? known(keyOf(row, place, "texts"), () => []) : []),
      ],
    ]),
  );
}

type Written = Pick<CheckedSubmission, "signatory" | "answers" | "statements">;

const NOTHING_WRITTEN: Written = { signatory: "", answers: {}, statements: [] };

/** A filed proposal never changes without a new version, so its flags are found once; the oldest leave when there are many. */
const found = new Map<string, MachineCheck[]>();
const KEPT = 40_000;

const keyOf = ({ id, version }: LedgerRow, { edition, registration }: SelectionPlace, part: "row" | "texts") =>
  [part, edition.rulesVersionId, registration?.closesAt.getTime(), id, version].join(" ");

function known(key: string, find: () => MachineCheck[]): MachineCheck[] {
  const before = found.get(key);
  if (before) return before;
  const flags = find();
  if (found.size >= KEPT) found.delete(found.keys().next().value!);
  found.set(key, flags);
  return flags;
}

function suggested(row: LedgerRow, { edition, registration }: SelectionPlace, written: Written): MachineCheck[] {
  const context = { registrationClosesAt: registration?.closesAt ?? null, zone: edition.zone as Zone, sameTitle: [] };
  return flagsOf(suggestions({ ...row, ...written }, edition.rules, context));
}

/** Few enough at once that an edition of thousands never stands in memory as a whole. */
const READ_AT_ONCE = 250;

async function readTexts(rows: readonly LedgerRow[], place: SelectionPlace): Promise<void> {
  const unread = rows.filter((row) => !found.has(keyOf(row, place, "texts")));
  for (let start = 0; start < unread.length; start += READ_AT_ONCE) {
    const batch = unread.slice(start, start + READ_AT_ONCE);
    const written = await writtenIn(batch.map(({ id }) => id));
    for (const row of batch) known(keyOf(row, place, "texts"), () => suggested(row, place, written.get(row.id) ?? NOTHING_WRITTEN).filter(readsTexts));
  }
}

async function writtenIn(ids: string[]): Promise<Map<string, Written>> {
  const rows = await db.$queryRaw<(Written & { id: string })[]>`
    select s.id, s.signatory,
      coalesce((select json_object_agg(a."sectionKey", a.body) from "Answer" a
        where a."organizerId" = s."organizerId" and a."submissionId" = s.id), '{}'::json) as answers,
      coalesce((select array_agg(g.key) from "SubmissionStatement" g
        where g."organizerId" = s."organizerId" and g."submissionId" = s.id), '{}') as statements
    from "Submission" s where s.id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...written }) => [id, written]));
}
