import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";

/** What one row of a table needs; a type per table, so that a wrong column does not compile. */
type Rows = {
  Agency: Prisma.AgencyCreateManyInput;
  Answer: Prisma.AnswerCreateManyInput;
  AnswerVersion: Prisma.AnswerVersionCreateManyInput;
  Assignment: Prisma.AssignmentCreateManyInput;
  GroupInvitation: Prisma.GroupInvitationCreateManyInput;
  Innovation: Prisma.InnovationCreateManyInput;
  IntegrityPact: Prisma.IntegrityPactCreateManyInput;
  JudgeTie: Prisma.JudgeTieCreateManyInput;
  Membership: Prisma.MembershipCreateManyInput;
  PastResult: Prisma.PastResultCreateManyInput;
  Receipt: Prisma.ReceiptCreateManyInput;
  ReceiptItem: Prisma.ReceiptItemCreateManyInput;
  Review: Prisma.ReviewCreateManyInput;
  Score: Prisma.ScoreCreateManyInput;
  SelectionCheck: Prisma.SelectionCheckCreateManyInput;
  SelectionDecision: Prisma.SelectionDecisionCreateManyInput;
  StatusMove: Prisma.StatusMoveCreateManyInput;
  Submission: Prisma.SubmissionCreateManyInput;
  SubmissionNote: Prisma.SubmissionNoteCreateManyInput;
  AgencyConfirmation: Prisma.AgencyConfirmationCreateManyInput;
  SubmissionStatement: Prisma.SubmissionStatementCreateManyInput;
  User: Prisma.UserCreateManyInput;
};

/** Large enough that the way to the server does not count, small enough that memory does not. */
const CHUNK_CHARACTERS = 2_000_000;

/**
 * Writes many rows with one statement for each two megabytes. All rows carry the same keys; columns without a key take their
 * default. `skipKnown`: rows whose key is there already are left as they are.
 */
export async function insertRows<Table extends keyof Rows>(
  tx: Transaction, table: Table, { rows, skipKnown = false }: { rows: Iterable<Rows[Table]>; skipKnown?: boolean },
): Promise<void> {
  for (const { columns, json } of chunksOf(rows)) {
    const names = columns.map((column) => `"${column}"`).join(", ");
    await tx.$executeRawUnsafe(
      `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)
        ${skipKnown ? "on conflict do nothing" : ""}`,
      json,
    );
  }
}

type Chunk = { columns: string[]; json: string };

function* chunksOf(rows: Iterable<object>): Generator<Chunk> {
  let texts: string[] = [];
  let columns: string[] = [];
  let characters = 0;
  for (const row of rows) {
    if (texts.length === 0) columns = Object.keys(row);
    const text = JSON.stringify(row);
    texts.push(text);
    characters += text.length;
    if (characters < CHUNK_CHARACTERS) continue;
    yield { columns, json: `[${texts.join(",")}]` };
    texts = [];
    characters = 0;
  }
  if (texts.length > 0) yield { columns, json: `[${texts.join(",")}]` };
}

/** The rows of each element, one element after the other, made only when they are wanted. */
export function* rowsOf<Element, Row>(elements: Iterable<Element>, make: (element: Element) => Iterable<Row>): Generator<Row> {
  for (const element of elements) yield* make(element);
}

/** An id that follows from what it names, so that two loads give the same: a UUID of version 8 (RFC 9562) out of SHA-256. */
export function idOf(...parts: readonly (string | number)[]): string {
  const digest = createHash("sha256").update(parts.join("\u001f")).digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The elements by a key, in the order in which keys and elements first come. */
export function groupedBy<Element>(elements: readonly Element[], keyOf: (element: Element) => string): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groups.get(keyOf(element));
    if (group) group.push(element);
    else groups.set(keyOf(element), [element]);
  }
  return groups;
}
