import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = "src/modules/results/queries";

/** What is public by itself. An innovation is only ever reached through one of these, and gives its code alone. */
const PUBLIC = ["Publication", "PublicationEntry", "PublicationFile", "PublicationFileKind", "PastResult", "Edition", "SelectionRelease", "Innovation"];

const read = (file: string) => readFileSync(`${FOLDER}/${file}`, "utf8");
const publicFiles = readdirSync(FOLDER).filter((file) => file.startsWith("public-") && !file.endsWith(".test.ts"));
const tablesOf = (source: string) => [...new Set([...source.matchAll(/"([A-Z][a-z][A-Za-z]*)"/g)].map(([, table]) => table!))];
const clientCallsOf = (source: string) => [...source.matchAll(/\b(?:db|tx)\.([a-zA-Z$]+)/g)].map(([, call]) => call!);

describe("what an anonymous reader's pages read", () => {
  it("is found in the files that begin with `public-`", () => {
    expect(publicFiles).toContain("public-results.ts");
    expect(publicFiles).toContain("public-library.ts");
    expect(publicFiles.flatMap((file) => tablesOf(read(file)))).toContain("PublicationEntry");
  });

  it.each(publicFiles)("%s names only tables whose rows are public", (file) => {
    expect(tablesOf(read(file)).filter((table) => !PUBLIC.includes(table))).toEqual([]);
  });

  it.each(publicFiles)("%s asks in SQL that can be read here, not through the client's models", (file) => {
    expect(clientCallsOf(read(file)).filter((call) => call !== "$queryRaw")).toEqual([]);
  });

  it.each(publicFiles)("%s takes nothing of an innovation but its id and code", (file) => {
    const alias = [...read(file).matchAll(/"Innovation" ([a-z]+)/g)].map(([, name]) => name!);
    const columns = alias.flatMap((name) => [...read(file).matchAll(new RegExp(`\\b${name}\\.("?[A-Za-z]+"?)`, "g"))].map(([, column]) => column!));
    expect(columns.filter((column) => column !== "id" && column !== "code")).toEqual([]);
  });

  it("reaches an answer only from a publication", () => {
    const source = read("published-answer.ts");
    expect(tablesOf(source)).toEqual(["Publication", "PublicationEntry", "Answer"]);
    expect(source).toMatch(/from "Publication" p\s+join "PublicationEntry" e .*\s+join "Answer" a/);
  });

  it.each(publicFiles)("%s imports no query that is not public", (file) => {
    const imported = [...read(file).matchAll(/^import (?!type).*? from "([^"]+)"/gms)].map(([, from]) => from!);
    const allowed = /^(@\/lib\/(db|search)|@\/generated\/prisma\/client|@\/modules\/competition\/(queries|domain\/stages)|\.\.\/domain\/[a-z-]+|\.\/public-[a-z]+|\.\/published-answer|\.\/edition-result)$/;
    expect(imported.filter((from) => !allowed.test(from))).toEqual([]);
  });
});
