import { createHash } from "node:crypto";

/** A named statement stays in every connection, so their number has an end; what comes after is planned each time. */
const MOST_NAMED = 500;
/** Longer texts are written-out lists, which seldom come twice. */
const LONGEST_NAMED = 20_000;
/**
 * Written at the start of a statement whose best plan depends on its values, such as one over a whole edition: small editions
 * want an index for each row, large ones a scan, and a plan made for all of them is right for none.
 */
const OWN_PLAN = "/* own plan */";

/**
 * Gives each statement a name of its own, so that PostgreSQL reads and plans it once for a connection and not at every use:
 * for our joins that is most of their cost. In: the statement as it is sent. Out: its name, empty to leave it unnamed.
 */
export function statementNames(most = MOST_NAMED): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= most || sql.length > LONGEST_NAMED || sql.trimStart().startsWith(OWN_PLAN)) return known ?? "";
    const name = createHash("sha256").update(sql).digest("hex").slice(0, 32);
    names.set(sql, name);
    return name;
  };
}
