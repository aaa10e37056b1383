import { randomBytes } from "node:crypto";

/** Writes one line for the operator and gives the reference that the person may quote; never the error's own text. */
export function reportUnexpected(door: string, error: unknown): string {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ level: "error", reference, door, what: what.replaceAll(/\s+/g, " ").slice(0, 500) }));
  return reference;
}
