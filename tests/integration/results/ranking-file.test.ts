import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { NOT_FOUND } from "#tests/support/knock";
import { askAs } from "#tests/support/request";
import { person, resultsWorld, review, reviewEverything, sendAs, setVersion, type ResultsWorld, type Staff } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, publish } from "@/modules/results/actions";
import { rankingFile } from "@/modules/results/endpoints";
import { loadRanking } from "@/modules/results/loaders";
import { add, compare, fraction, meanOf, mul, toText, type Fraction } from "@/modules/review/domain/fraction";

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
  it("holds every entry in the order that would be frozen, with the exact numbers of each stage", async () => {
    const { headers, rows } = await fileFor(world.secretary);
    expect(Object.keys(rows[0]!)).toEqual([
      "rank", "rank_in_group", "code", "title", "agency", "group", "category", "total", "total_exact",
      "penilaian_mean", "penilaian_readings", "penilaian_lowest", "penilaian_highest", "decided_by", "ranking_sha256",
    ]);
    expect(rows.map((row) => [row.code, row.total, row.penilaian_lowest, row.penilaian_highest, row.penilaian_readings])).toEqual([
      [world.entries[1]!.code, "80.5", "80", "81", "2"],
      [world.entries[0]!.code, "70.3333333333", "70", "71", "3"],
      [world.entries[2]!.code, "60", "60", "60", "2"],
    ]);
    expect(headers.get("content-disposition")).toMatch(new RegExp(`^attachment; filename="${world.edition.slug}-top-99-peringkat-SEMENTARA-\\d{8}T\\d{4}Z\\.csv"$`));
  });

  it("begins with the mark of UTF-8, is kept by no cache, and runs no formula", async () => {
    const { headers, body, rows } = await fileFor(world.secretary);
    expect(body.startsWith("\uFEFFrank,")).toBe(true);
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
    expect(JSON.parse(event.body).details).toEqual({ result: "top-99", file: "data.csv", state: "LIVE", entries: 2, group: "umum", category: null });
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
    expect(rows[1]).toMatchObject({ title: `'${FORMULA}`, penilaian_lowest: "70", penilaian_highest: "71", penilaian_readings: "3" });
    expect(rows.map((row) => row.rank_in_group)).toEqual(["1", "2", "1"]);
    const { sha256 } = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId: world.edition.id } });
    for (const file of ["data.csv", "lembar.csv", "nilai.csv"]) expect((await fileFor(world.secretary, {}, file)).body.split("\r\n")[1], file).toContain(sha256);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${world.edition.slug}-top-99-peringkat.csv"`);
  });
});

describe("the file for an Indonesian spreadsheet", () => {
  it("has one value per cell, numbers with a comma, and the order of the portal by points", async () => {
    const { body } = await fileFor(world.secretary, {}, "lembar.csv");
    const rows = parse(body, { columns: true, bom: true, delimiter: ";" }) as Record<string, string>[];
    const read = (cell: string) => Number(cell.replaceAll(".", "").replace(",", "."));
    expect(rows.map(({ code, total }) => [code, read(total!)])).toEqual([
      [world.entries[1]!.code, 80.5], [world.entries[0]!.code, 70.3333333333], [world.entries[2]!.code, 60],
    ]);
    expect(rows[1]!.title).toBe(`'${FORMULA}`);
    expect(Object.keys(rows[0]!)).not.toContain("total_exact");
  });

  it("is split at commas, with full stops, on an English page", async () => {
    const { body } = await fileFor(world.secretary, {}, "lembar.csv", "en");
    const rows = parse(body, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ total }) => total)).toEqual(["80.5", "70.3333333333", "60"]);
  });
});

describe("the workbook", () => {
  it("holds numbers as numbers and texts as texts, and all marks, from which the ranking is computed again exactly", async () => {
    const { bytes, headers } = await fileFor(world.secretary, {}, "lembar.xlsx");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${world.edition.slug}-top-99-peringkat.xlsx"`);
    const [ranking, marks, about] = sheetsOf(bytes);
    expect(ranking!.map((row) => row[3])).toContain(FORMULA);
    const [head, ...rows] = marks!;
    const at = (row: (string | number | null)[], column: string) => row[head!.indexOf(column)];
    const totals = new Map<string, Map<unknown, Fraction>>();
    for (const row of rows) {
      const code = String(at(row, "code"));
      const part = mul(fraction(Number(at(row, "criterion_weight")) * Number(at(row, "mark")), Number(at(row, "top_mark"))), fraction(1));
      const ofEntry = totals.get(code) ?? new Map<unknown, Fraction>();
      const judge = at(row, "judge");
      totals.set(code, ofEntry.set(judge, add(ofEntry.get(judge) ?? fraction(0), part)));
    }
    const computed = [...totals].map(([code, judges]) => ({ code, total: meanOf([...judges.values()])! })).sort((left, right) => compare(right.total, left.total));
    expect(computed.map(({ code, total }) => [code, toText(total)])).toEqual(ranking!.slice(1).map((row) => [row[2], row[8]]));
    expect(typeof ranking![1]![7]).toBe("number");
    expect(new Set(rows.map((row) => at(row, "judge")))).toEqual(new Set(["J001", "J002", "J003"]));
    const { sha256 } = await db.rankingSnapshot.findFirstOrThrow({ where: { editionId: world.edition.id } });
    expect(about!.find(([what]) => what === "ranking_sha256")).toEqual(["ranking_sha256", sha256]);
  });

  it("is nobody's but theirs, and has no other names", async () => {
    for (const file of ["lembar.xlsx", "lembar.csv", "nilai.csv"])
      for (const who of [null, world.owner, world.judges[0]!, world.agencyAdmin]) await expect(fileFor(who, {}, file), file).rejects.toMatchObject({ digest: NOT_FOUND });
    await expect(fileFor(world.secretary, {}, "lain.csv")).rejects.toMatchObject({ digest: NOT_FOUND });
  });
});

describe("the order that will be decreed", () => {
  it("is seen before it is frozen: both stages by their weights, each with numbers of its own, and so it is frozen", async () => {
    const both = await resultsWorld([{}, {}, {}, { group: "khusus" }]);
    await reviewEverything(both);
    const code = { editionCode: both.edition.code };
    await sendAs(both.secretary, freeze, both, code);
    await sendAs(both.secretary, compose, both);
    await sendAs(both.secretary, declareReady, both, { version: await setVersion(both) });
    const published = await sendAs(both.publisher, publish, both, { ...code, version: await setVersion(both), decreeNumber: "", decreeDate: "" });
    expect(published).toMatchObject({ status: "redirected" });
    // The panel turns the order of the desk round: 90, 89, 88 and 60, 70, 95 at 60 and 40 per cent.
    for (const [place, marks] of [60, 70, 95, 50].entries())
      for (const judge of [0, 1, 2]) await review(both, { entry: both.entries[place]!, judge, marks, stage: "presentasi" });
    const open = async () => {
      askAs(both.secretary.sessionId);
      return (await loadRanking({ slug: both.edition.slug, query: { hasil: "top-45" } })).subject.ranking;
    };
    const seen = await open();
    expect(seen.kind).toBe("LIVE");
    expect(seen.rows.map(({ code, total, rank, groupRank, stages }) => [code, total, rank, groupRank, stages.map(({ points }) => points)])).toEqual([
      [both.entries[2]!.code, "454/5", 1, 1, ["88/1", "95/1"]],
      [both.entries[1]!.code, "407/5", 2, 2, ["89/1", "70/1"]],
      [both.entries[0]!.code, "78/1", 3, 3, ["90/1", "60/1"]],
      [both.entries[3]!.code, "361/5", 4, 1, ["87/1", "50/1"]],
    ]);
    expect(seen.kind === "LIVE" && seen.lines[0]).toMatchObject({ level: "top-45", distance: "17/5", tied: [] });
    expect(await sendAs(both.secretary, freeze, both, { result: "top-45", editionCode: both.edition.code })).toMatchObject({ status: "redirected" });
    const frozen = await open();
    expect(frozen.kind).toBe("FROZEN");
    expect(frozen.rows).toEqual(seen.rows);
  });
});

/** The cells of each sheet, read back out of the parts of the file. */
function sheetsOf(bytes: Uint8Array): (string | number | null)[][][] {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const plain = (text: string) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, "&");
  const shared = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, text]) => plain(text!));
  return Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).sort().map((name) =>
    [...parts[name]!.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, cells]) => {
      const row: (string | number | null)[] = [];
      for (const [, attributes, inner] of cells!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const letters = /r="([A-Z]+)/.exec(attributes!)![1]!;
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const value = /<v>(.*?)<\/v>/s.exec(inner ?? "")?.[1];
        const inline = /<t[^>]*>(.*?)<\/t>/s.exec(inner ?? "")?.[1];
        while (row.length < column) row.push(null);
        row[column] = /t="s"/.test(attributes!) ? shared[Number(value)]! : inline !== undefined ? plain(inline) : value === undefined ? null : Number(value);
      }
      return row;
    }));
}

async function fileFor(who: Staff | null, query: Record<string, string> = {}, berkas?: string, locale: "id" | "en" = "id") {
  askAs(who?.sessionId ?? null, { locale });
  const request = new Request(`http://localhost/?${new URLSearchParams({ hasil: "top-99", ...query })}`);
  const response = await rankingFile(request, { params: Promise.resolve({ slug: world.edition.slug, ...(berkas ? { berkas } : {}) }) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const rows = () => parse(body, { columns: true, bom: true }) as Record<string, string>[];
  return { headers: response.headers, bytes, body, get rows() { return rows(); } };
}
