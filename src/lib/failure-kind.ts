/** Why something failed, as far as the person who waits can do something about it. */
export type FailureKind = "STORAGE_FULL" | "DATABASE_GONE" | "BUSY" | "UNEXPECTED";

/** SQLSTATE of PostgreSQL, codes of Node's sockets, and those of Prisma and its adapter, each with what it means for people. */
const KINDS: [FailureKind, RegExp][] = [
  ["STORAGE_FULL", /^(53100|ENOSPC|EDQUOT)$/],
  ["BUSY", /^(53200|53300|53400|57014|55P03|P2024|P2037|TooManyConnections)$/],
  ["DATABASE_GONE", /^(08...|57P0[1-5]|25P03|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|P100[128]|P1017|DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/],
];
/** What the driver says without a code. */
const SENTENCES: [FailureKind, RegExp][] = [
  ["STORAGE_FULL", /no space left on device/i],
  ["BUSY", /timeout exceeded when trying to connect|remaining connection slots|too many clients|Unable to start a transaction in the given time/i],
  ["DATABASE_GONE", /connection terminated|not queryable|Server has closed the connection|Query read timeout/i],
];
const DEPTH = 6;

/** In: whatever was thrown. Out: the first kind that its codes, or those of what caused it, name; then what its sentences say. */
export function kindOfFailure(error: unknown): FailureKind {
  const codes: string[] = [];
  const sentences: string[] = [];
  collect(error, { codes, sentences, depth: DEPTH });
  return named(KINDS, codes) ?? named(SENTENCES, sentences) ?? "UNEXPECTED";
}

const named = (table: [FailureKind, RegExp][], texts: string[]) =>
  table.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0];

function collect(value: unknown, found: { codes: string[]; sentences: string[]; depth: number }): void {
  if (typeof value !== "object" || value === null || found.depth === 0) return;
  const part = value as Record<string, unknown>;
  for (const name of ["code", "originalCode", "kind"]) if (typeof part[name] === "string") found.codes.push(part[name]);
  for (const name of ["message", "originalMessage"]) if (typeof part[name] === "string") found.sentences.push(part[name]);
  for (const name of ["cause", "meta", "driverAdapterError", "errors"]) collect(part[name], { ...found, depth: found.depth - 1 });
  if (Array.isArray(value)) for (const each of value) collect(each, { ...found, depth: found.depth - 1 });
}
