import { stringify } from "csv-stringify/sync";
import { dataDocument, TABLE_COLUMNS, tableRows, type PublicationContent } from "../domain/published-data";
import { publishedPage, type PageLocale } from "../domain/published-page";
import { pageLinks, pageWords } from "./page-words";

export type PublicationFiles = Record<"HTML_ID" | "HTML_EN" | "CSV" | "JSON", string>;

/** The four files of a publication. The pages name the hashes of the two data files, so these are made first. */
export function publicationFiles(content: PublicationContent, { zone, hash }: { zone: string; hash: (text: string) => string }): PublicationFiles {
  const table = tableFile(content);
  const data = `${JSON.stringify(dataDocument(content), null, 2)}\n`;
  const sha256 = { table: hash(table), data: hash(data) };
  const page = (locale: PageLocale) =>
    publishedPage({ locale, content, words: pageWords(content, { locale, zone }), links: pageLinks(content, locale), sha256 });
  return { HTML_ID: page("id"), HTML_EN: page("en"), CSV: table, JSON: data };
}

/** For spreadsheets too: a mark for UTF-8 at the start, and no cell that a spreadsheet would run as a formula. */
function tableFile(content: PublicationContent): string {
  return stringify(tableRows(content), {
    header: true, columns: [...TABLE_COLUMNS], bom: true, record_delimiter: "\r\n", escape_formulas: true,
  });
}
