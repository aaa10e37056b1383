import { dataDocument, TABLE_COLUMNS, tableRows, type PublicationContent } from "../domain/published-data";
import { publishedPage, type PageLocale } from "../domain/published-page";
import { pageLinks, pageWords } from "./page-words";
import { tableFile } from "./table-file";

export type PublicationFiles = Record<"HTML_ID" | "HTML_EN" | "CSV" | "JSON", string>;

/** The four files of a publication. The pages name the hashes of the two data files, so these are made first. */
export function publicationFiles(content: PublicationContent, { zone, hash }: { zone: string; hash: (text: string) => string }): PublicationFiles {
  const table = tableFile(TABLE_COLUMNS, tableRows(content));
  const data = `${JSON.stringify(dataDocument(content), null, 2)}\n`;
  const sha256 = { table: hash(table), data: hash(data) };
  const page = (locale: PageLocale) =>
    publishedPage({ locale, content, words: pageWords(content, { locale, zone }), links: pageLinks(content, locale), sha256 });
  return { HTML_ID: page("id"), HTML_EN: page("en"), CSV: table, JSON: data };
}
