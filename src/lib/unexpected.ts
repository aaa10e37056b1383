import { randomBytes } from "node:crypto";
import { tellOfDatabase } from "@/lib/database-news";
import { kindOfFailure, type FailureKind } from "@/lib/failure-kind";
import type { Refusal } from "@/lib/result";

/** What a failure is for the person: a sentence, and the status for a program. */
export type Failure = { because: Refusal; status: 500 | 503 };

const SENTENCES: Record<Exclude<FailureKind, "UNEXPECTED">, string> = {
  STORAGE_FULL: "common.errors.storageFull",
  DATABASE_GONE: "common.errors.databaseGone",
  BUSY: "common.errors.busy",
};

/** Writes one line for the operator and says what the person may do; never the error's own text. */
export function reportFailure(door: string, error: unknown): Failure {
  const kind = kindOfFailure(error);
  const reference = reportUnexpected(door, error);
  if (kind === "UNEXPECTED") return { because: { key: "common.errors.unexpectedWithReference", values: { reference } }, status: 500 };
  if (kind === "STORAGE_FULL") tellOfDatabase("STORAGE_FULL");
  return { because: { key: SENTENCES[kind] }, status: 503 };
}

/** The line alone, and the reference that the person may quote. */
export function reportUnexpected(door: string, error: unknown): string {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ level: "error", reference, door, what: what.replaceAll(/\s+/g, " ").slice(0, 500) }));
  return reference;
}
