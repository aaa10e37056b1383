import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { NOT_FOUND } from "#tests/support/knock";
import { askAs } from "#tests/support/request";
import { person, resultsWorld, review, sendAs, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { freeze } from "@/modules/results/actions";
import { rankingFile } from "@/modules/results/endpoints";

const FORMULA = '=HYPERLINK("https://contoh.test";"menang")';

let world: ResultsWorld;
beforeAll(async () => {
  world = await resultsWorld([{ title: FORMULA }, {}, { group: "khusus" }]);
  const [first, second, third] = world.entries;
  for (const [judge, marks] of [70, 70, 71].entries()) await review(world, { entry: first!, judge, marks });
  for (const [judge, marks] of [80, 81].entries()) await review(world, { entry: second!, judge, marks });
  for (const judge of [0, 1]) await review(world, { entry: third!, judge, marks: 60 });
});

describe("the ranking as a table file, while judges are at work", () => {
  it("holds every entry in the order of the page, with exact means and no rank", async () => {
    const { headers, rows } = await fileFor(world.secretary);
    expect(Object.keys(rows[0]!)).toEqual(["code", "title", "agency", "group", "category", "total", "lowest", "highest", "readings"]);
    expect(rows.map(({ code, total, lowest, highest, readings }) => [code, total, lowest, highest, readings])).toEqual([
      [world.entries[1]!.code, "80.5", "80", "81", "2"],
      [world.entries[0]!.code, "70.3333333333", "70", "71", "3"],
      [world.entries[2]!.code, "60", "60", "60", "2"],
    ]);
    expect(headers.get("content-disposition")).toMatch(new RegExp(`^attachment; filename="${world.edition.slug}-top-99-peringkat-SEMENTARA-\\d{8}T\\d{4}Z\\.csv"$`));
  });

  it("begins with the mark of UTF-8, is kept by no cache, and runs no formula", async () => {
    const { headers, body, rows } = await fileFor(world.secretary);
    expect(body.startsWith("\uFEFFcode,")).toBe(true);
    expect([headers.get("content-type"), headers.get("cache-control")]).toEqual(["text/csv; charset=utf-8", "no-store"]);
    expect(rows[1]!.title).toBe(`'${FORMULA}`);
  });

  it("follows the filters of the page", async () => {
    const { rows } = await fileFor(world.secretary, { kelompok: "khusus" });
    expect(rows.map(({ code }) => code)).toEqual([world.entries[2]!.code]);
    expect((await fileFor(world.secretary, { kategori: "tidak-ada" })).rows).toEqual([]);
  });

  it("leaves an audit event each time, with whose hands it went to and how much it holds", async () => {
    await fileFor(world.publisher, { kelompok: "umum" });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "results.downloadRanking", actorId: world.publisher.userId } });
    expect(event.editionId).toBe(world.edition.id);
    expect(JSON.parse(event.body).details).toEqual({ result: "top-99", state: "LIVE", entries: 2, group: "umum", category: null });
  });

  it("is not there for anybody else, and leaves no download behind", async () => {
    const before = await db.auditEvent.count({ where: { action: "results.downloadRanking" } });
    const elsewhere = await person("SECRETARIAT", { editionId: (await resultsWorld([])).edition.id });
    const auditor = await person("AUDITOR", {});
    for (const who of [null, world.agencyAdmin, world.owner, world.judges[0]!, elsewhere, auditor]) {
      await expect(fileFor(who), who?.name).rejects.toMatchObject({ digest: NOT_FOUND });
    }
    await expect(fileFor(world.secretary, { hasil: "top-1000" })).rejects.toMatchObject({ digest: NOT_FOUND });
    expect(await db.auditEvent.count({ where: { action: "results.downloadRanking" } })).toBe(before);
  });
});

describe("the ranking as a table file, once it is frozen", () => {
  it("has the rank, the exact fraction that decided, and what put each entry below the one above", async () => {
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    const { headers, rows } = await fileFor(world.publisher);
    expect(rows.map(({ rank, code, total, total_exact: exact, decided_by: by }) => [rank, code, total, exact, by])).toEqual([
      ["1", world.entries[1]!.code, "80.5", "161/2", "FIRST"],
      ["2", world.entries[0]!.code, "70.3333333333", "211/3", "TOTAL"],
      ["3", world.entries[2]!.code, "60", "60/1", "TOTAL"],
    ]);
    expect(rows[1]).toMatchObject({ title: `'${FORMULA}`, lowest: "70", highest: "71", readings: "3" });
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${world.edition.slug}-top-99-peringkat.csv"`);
  });
});

async function fileFor(who: Staff | null, query: Record<string, string> = {}) {
  askAs(who?.sessionId ?? null);
  const request = new Request(`http://localhost/?${new URLSearchParams({ hasil: "top-99", ...query })}`);
  const response = await rankingFile(request, { params: Promise.resolve({ slug: world.edition.slug }) });
  const body = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { headers: response.headers, body, rows: parse(body, { columns: true, bom: true }) as Record<string, string>[] };
}
