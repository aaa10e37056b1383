/**
 * The innovation that a proposal adapts: one on record, or one that its writers describe.
 *
 * Source: a replication of KIPP names an innovation of an earlier Top 99 list. Our defaults: what is not on record is described by
 * its title, its agency and a year; a title of a few letters names nothing, and a year outside of every list that the edition takes
 * sources from cannot be that of one of them.
 */

/** As writers describe it: in words, whose it is, and the year it was on a list or began. */
export type DescribedSource = { text: string; agency: string; year: number | null };

/** Fewest letters of a title and of an agency's name. */
const FEWEST_LETTERS = { text: 5, agency: 3 };

const lettersIn = (text: string) => [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;

/** In: what writers say of a source that is not on record. Out: whether it names an innovation, an agency and a year. */
export function isDescribed({ text, agency, year }: DescribedSource): boolean {
  return !looksLikeCode(text) && lettersIn(text) >= FEWEST_LETTERS.text && lettersIn(agency) >= FEWEST_LETTERS.agency && year !== null;
}

/** Whether the words are meant as a code: then nothing but a code on record will do. */
export function looksLikeCode(text: string): boolean {
  return /^\s*INO[-\s]/i.test(text);
}

/** In: labels such as `Top 99/2019`, and a year. Out: whether one of them is of that year; any year where there are none. */
export function isYearOfOne(labels: readonly string[], year: number): boolean {
  return labels.length === 0 || labels.some((label) => label.endsWith(`/${year}`));
}
