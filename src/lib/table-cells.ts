/** Begins, after any blanks, with a character that makes a spreadsheet run the cell; or with a tab or a line break. */
const RUNS = /^(?:[\s\u00A0\u200B\uFEFF]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A text as a cell of a table file: what a spreadsheet would run as a formula gets an apostrophe in front and stays text. */
export const textCell = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

/** An exact decimal with a full stop, as a number of a language: Indonesian spreadsheets read a comma. */
export const numberCell = (decimal: string, locale: "id" | "en"): string => (locale === "id" ? decimal.replace(".", ",") : decimal);
