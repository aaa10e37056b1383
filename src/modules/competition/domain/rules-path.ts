/**
 * How people write a place in the rules: `groups.umum.minimumAgeMonths`. An entry of a list is called by its own `key`;
 * one without a key by its position, counted from 1. Our default, so that a place stays right when a list is reordered.
 */
import type { RulePath } from "./rule-problem";

/** The steps to a place written as above, from 0 for positions; null where the document has no such place. */
export function findPath(document: unknown, written: string): RulePath | null {
  const path: (string | number)[] = [];
  let value = document;

  for (const part of written.split(".")) {
    const step = stepInto(value, part);
    if (step === null) return null;
    path.push(step);
    value = valueAt(value, [step]);
  }
  return path;
}

/** The place as people write it. Steps the document does not have are written as they are. */
export function writtenPath(document: unknown, path: RulePath): string {
  return path
    .map((step, depth) => {
      if (typeof step === "string") return step;
      const key = valueAt(document, [...path.slice(0, depth + 1), "key"]);
      return typeof key === "string" ? key : String(step + 1);
    })
    .join(".");
}

/** What stands at a place; undefined where there is nothing. */
export function valueAt(document: unknown, path: RulePath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    document,
  );
}

function stepInto(value: unknown, part: string): string | number | null {
  if (Array.isArray(value)) {
    const byKey = value.findIndex((entry) => valueAt(entry, ["key"]) === part);
    if (byKey >= 0) return byKey;
    const position = /^[1-9]\d*$/.test(part) ? Number(part) - 1 : -1;
    return position >= 0 && position < value.length ? position : null;
  }
  return valueAt(value, [part]) === undefined ? null : part;
}
