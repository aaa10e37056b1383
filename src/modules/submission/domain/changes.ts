/** What an act changed, for the audit trail: before and after of each field that is not the same. Our default. */

type Value = string | null | Date | number;

const plain = (value: Value) => (value instanceof Date ? value.toISOString() : value);

/** In: the same fields before and after. Out: those that differ, with both values; instants are written in ISO. */
export function changesBetween<Fields extends Record<string, Value>>(before: Fields, after: Fields) {
  const changed = Object.keys(after).filter((name) => plain(before[name] ?? null) !== plain(after[name] ?? null));
  return Object.fromEntries(changed.map((name) => [name, { before: plain(before[name] ?? null), after: plain(after[name] ?? null) }]));
}
