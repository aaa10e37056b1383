/**
 * The names of a publication's files. `data.csv` is the last version, `data-v2.csv` always the second: a name that never
 * changes its content may be kept by every cache. Each file is also there under the name it is saved under, which is the one
 * that the list of hashes gives: who fetches the list and its files can compare them at once. Our default.
 */

export const FILES = { table: "data.csv", data: "data.json", sums: "sha256sums.txt" } as const;

/** The two pages, as files. */
const PAGES = { pageId: "id.html", pageEn: "en.html" } as const;

const NAMES = { ...FILES, ...PAGES } as const;

/** What follows the version in the name under which a file is saved. */
export const EXTENSIONS = { table: "csv", data: "json", pageId: "id.html", pageEn: "en.html" } as const;

export type AskedFile = {
  readonly file: keyof typeof NAMES;
  readonly version: number | null;
  /** Asked for by its whole name, which must be the right one to the letter; else null. */
  readonly wholeName: string | null;
};

/** `data.csv` of version 2 is `data-v2.csv`. */
export function versioned(name: string, version: number): string {
  return name.replace(".", `-v${version}.`);
}

/** Reads such a name; `version` null asks for the last one. Null for any other name. */
export function askedFile(name: string): AskedFile | null {
  return shortName(name) ?? wholeName(name);
}

function shortName(name: string): AskedFile | null {
  const [, stem, version, extension] = /^([a-z0-9]+?)(?:-v([1-9]\d{0,3}))?\.([a-z]+)$/.exec(name) ?? [];
  const known = Object.entries(NAMES).find(([, fileName]) => fileName === `${stem}.${extension}`);
  if (!known) return null;
  return { file: known[0] as keyof typeof NAMES, version: version === undefined ? null : Number(version), wholeName: null };
}

function wholeName(name: string): AskedFile | null {
  const [, version, extension] = /^[a-z0-9-]+-v([1-9]\d{0,3})(?:-SEMENTARA)?\.((?:id\.|en\.)?[a-z]+)$/.exec(name) ?? [];
  const known = Object.entries(EXTENSIONS).find(([, each]) => each === extension);
  return known ? { file: known[0] as keyof typeof EXTENSIONS, version: Number(version), wholeName: name } : null;
}
