// One line for each thing worth knowing, with the request's id; never headers, bodies or values of queries.

const LONGEST_LINE = 400;

/** @param {string} level @param {string} message @param {Record<string, string | number>} [fields] */
export function log(level, message, fields = {}) {
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  process.stderr.write(`${[new Date().toISOString(), level, ...pairs, oneLine(message)].join(" ")}\n`);
}

/** Next writes errors with their whole stack: from here on each is one line. */
export function shortenConsoleErrors() {
  console.error = (...parts) => log("error", parts.map(describe).join(" "));
  console.warn = (...parts) => log("warn", parts.map(describe).join(" "));
}

/**
 * An error in a few words. Of Prisma's only the last line, which names the fault; the others may repeat what was written.
 *
 * @param {unknown} part
 */
export function describe(part) {
  if (!(part instanceof Error)) return typeof part === "string" ? part : "";
  const lines = part.message.trim().split("\n");
  const message = part.name.startsWith("PrismaClient") ? lines.at(-1) : lines[0];
  const place = part.stack?.split("\n").find((line) => line.trimStart().startsWith("at "))?.trim();
  const code = "code" in part && part.code ? ` [${part.code}]` : "";
  const digest = "digest" in part && part.digest ? ` digest=${part.digest}` : "";
  return `${part.name}${code}: ${message}${digest} ${place ?? ""}`;
}

const oneLine = (/** @type {string} */ text) => text.replace(/\s*\n\s*/g, " | ").trim().slice(0, LONGEST_LINE);
