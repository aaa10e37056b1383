import { Prisma } from "@/generated/prisma/client";

/*
 * Telephones and word processors type other apostrophes, quotes, dashes and blanks than keyboards do. Every search takes them
 * for the same, in what is looked for and in what is looked through.
 */
const ALIKE: readonly [sign: string, others: string][] = [
  ["'", "’‘‛`´ʼʹʻ′＇"],
  ['"', "“”„‟«»″"],
  ["-", "‐‑‒–—―−﹣－"],
  [" ", "\u00a0\u2007\u2009\u202f"],
];

/** As many as a search has use for. */
const MOST_WORDS = 12;

const OTHERS = ALIKE.map(([, others]) => others).join("");
const SIGNS = ALIKE.map(([sign, others]) => sign.repeat(others.length)).join("");

/** In: a text in SQL. Out: the same as searches compare it. */
const compared = (text: Prisma.Sql) => Prisma.sql`lower(translate(${text}, ${OTHERS}, ${SIGNS}))`;

/** In: words of a search and a text in SQL. Out: whether the text holds these words as they stand; no words are in any text. */
export const holds = (text: Prisma.Sql, words: string) => Prisma.sql`position(${compared(Prisma.sql`${words}::text`)} in ${compared(text)}) > 0`;

/** The same, whether it holds every one of the words, in any order and place. */
export function holdsEvery(text: Prisma.Sql, words: string): Prisma.Sql {
  const patterns = words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  if (patterns.length === 0) return Prisma.sql`true`;
  const each = patterns.map((pattern) => Prisma.sql`${compared(Prisma.sql`${pattern}::text`)}`);
  return Prisma.sql`${compared(text)} like all (array[${Prisma.join(each)}])`;
}
