/**
 * The names of a publication's files. `data.csv` is the last version, `data-v2.csv` always the second: a name that never
 * changes its content may be kept by every cache. Our default.
 */

export const FILES = { table: "data.csv", data: "data.json", sums: "sha256sums.txt" } as const;

export type AskedFile = { readonly file: keyof typeof FILES; readonly version: number | null };

/** `data.csv` of version 2 is `data-v2.csv`. */
export function versioned(name: string, version: number): string {
  return name.replace(".", `-v${version}.`);
}

/** Reads such a name; `version` null asks for the last one. Null for any other name. */
export function askedFile(name: string): AskedFile | null {
  const [, stem, version, extension] = /^([a-z0-9]+?)(?:-v([1-9]\d{0,3}))?\.([a-z]+)$/.exec(name) ?? [];
  const known = Object.entries(FILES).find(([, fileName]) => fileName === `${stem}.${extension}`);
  if (!known) return null;
  return { file: known[0] as keyof typeof FILES, version: version === undefined ? null : Number(version) };
}
