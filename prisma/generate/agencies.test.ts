import { describe, expect, test } from "vitest";
import { AGENCY_KINDS } from "@/modules/agencies/domain/agency-kinds";
import { parentOf, rootOf, slugOf } from "@/modules/agencies/domain/tree";
import { agencyRows } from "./agencies";
import { dataRows } from "./csv";

const rows = agencyRows();
const byCode = new Map(rows.map((row) => [row.code, row]));
const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);

describe("the tree of agencies", () => {
  test("it holds 38 provinces, 416 regencies, 98 cities and 34 ministries", () => {
    expect(["PROVINCE", "REGENCY", "CITY", "MINISTRY"].map((kind) => ofKind(kind).length)).toEqual([38, 416, 98, 34]);
  });

  test("regions carry their Kemendagri codes", () => {
    expect(byCode.get("73")).toMatchObject({ kind: "PROVINCE", name: "Pemerintah Provinsi Sulawesi Selatan", provinceCode: "73" });
    expect(byCode.get("73.72")).toMatchObject({ kind: "CITY", name: "Pemerintah Kota Parepare", parentCode: null, provinceCode: "73" });
    expect(byCode.get("33.02")).toMatchObject({ kind: "REGENCY", name: "Pemerintah Kabupaten Banyumas", provinceCode: "33" });
  });

  test("every code is unique and every kind is known", () => {
    expect(byCode.size).toBe(rows.length);
    expect(rows.filter((row) => !(AGENCY_KINDS as readonly string[]).includes(row.kind))).toEqual([]);
  });

  test("a parent stands before its children and is the path without its last segment", () => {
    const place = new Map(rows.map((row, index) => [row.code, index]));
    const wrong = rows.filter((row, index) =>
      row.parentCode !== parentOf(row.code) ||
      (row.parentCode !== null && (place.get(row.parentCode) ?? Infinity) >= index));
    expect(wrong).toEqual([]);
  });

  test("a unit belongs to the province of its root, and a national body to none", () => {
    expect(rows.filter((row) => row.provinceCode !== byCode.get(rootOf(row.code))?.provinceCode)).toEqual([]);
    expect(rows.filter((row) => /^[KLB]-/.test(row.code) && row.provinceCode !== null)).toEqual([]);
    expect(ofKind("CITY").filter((row) => row.provinceCode !== row.code.slice(0, 2))).toEqual([]);
  });

  test("every segment below a root is a slug and every agency has at least one unit", () => {
    expect(rows.filter((row) => row.code.split("/").slice(1).some((segment) => segment !== slugOf(segment)))).toEqual([]);
    const withUnits = new Set(rows.filter((row) => row.parentCode).map((row) => rootOf(row.code)));
    expect(rows.filter((row) => !row.parentCode && !withUnits.has(row.code))).toEqual([]);
  });

  test("every other regional government has at least four work units", () => {
    const few = rows.filter((row) => ["PROVINCE", "REGENCY", "CITY"].includes(row.kind))
      .filter((root) => rows.filter((row) => row.parentCode === root.code && row.kind === "AGENCY_UNIT").length < 4);
    expect(few).toEqual([]);
  });
});

describe("the units named in the news", () => {
  test.each([
    ["73.72/rsud-andi-makkasau", "RSUD Andi Makkasau"],
    ["73.72/dinas-perdagangan", "Dinas Perdagangan"],
    ["73.72/dinas-pertanian-kelautan-dan-perikanan", "Dinas Pertanian, Kelautan dan Perikanan"],
    ["73.72/kecamatan-bacukiki", "Kecamatan Bacukiki"],
    ["73.72/dinas-kesehatan", "Dinas Kesehatan"],
    ["33.02/dinarpusda", "Dinas Arsip dan Perpustakaan Daerah (Dinarpusda)"],
    ["33.02/dinas-kesehatan/puskesmas-sumpiuh-ii", "Puskesmas Sumpiuh II"],
    ["33.02/dinas-pendidikan/smpn-ii-baturaden", "SMPN II Baturaden"],
  ])("%s is %s", (code, name) => {
    expect(byCode.get(code)?.name).toBe(name);
  });

  test("36 work units of Banyumas took part in 2020", () => {
    expect(rows.filter((row) => row.parentCode === "33.02" && row.kind === "AGENCY_UNIT")).toHaveLength(36);
  });

  test("a city with a named hospital gets no second, invented one", () => {
    expect(rows.filter((row) => row.parentCode === "73.72" && row.name.startsWith("RSUD"))).toHaveLength(1);
  });
});

describe("past results", () => {
  const results = dataRows<"year" | "result" | "scope" | "innovation" | "title" | "agency_code" | "unit_code" | "source">("past-results.csv");

  test("all 143 are there, each with its source", () => {
    expect(results).toHaveLength(143);
    expect(results.filter((row) => !/^20\d\d$/.test(row.year) || !row.source || !row.innovation)).toEqual([]);
  });

  test("every matched agency and unit is in the tree, and the unit belongs to the agency", () => {
    const wrong = results.filter((row) =>
      (row.agency_code && !byCode.has(row.agency_code)) ||
      (row.unit_code && (!byCode.has(row.unit_code) || rootOf(row.unit_code) !== row.agency_code)));
    expect(wrong).toEqual([]);
  });

  test("Call Centre 112 is one innovation: Top 40 in 2018, entered again in 2020", () => {
    expect(results.filter((row) => row.innovation === "call-centre-112").map((row) => [row.year, row.result]))
      .toEqual([["2018", "Top 40"], ["2020", "Submitted to KIPP"]]);
  });

  test("the ten of Banyumas are of that region, not national", () => {
    const scopes = results.filter((row) => row.result === "Top 10 Banyumas").map((row) => row.scope);
    expect(scopes).toEqual(Array.from({ length: 10 }, () => "Kabupaten Banyumas"));
  });

  test("no innovation is listed twice with the same result in one year", () => {
    expect(new Set(results.map((row) => `${row.innovation} ${row.year} ${row.result}`)).size).toBe(143);
  });
});
