import { describe, expect, test } from "vitest";
import {
  fileFor, openSmallCase, promiseAll, publishAsRanked, scoreStage, smallRules, titleOf, writeEntries, type Case, type Entry, type Staff,
} from "#tests/support/whole-path/small-case";
import { release, selectEverything } from "#tests/support/whole-path/selecting";
import { timePassesTo } from "#tests/support/whole-path/timetable";

/** DI Yogyakarta's five groups, three entries each: two of a group present, one wins; proposals count 70, presentations 30. */
const GROUPS = ["opd-provinsi", "kabupaten-kota", "bumd", "sekolah", "kalurahan"] as const;

const sizes = Object.fromEntries(GROUPS.flatMap((group) => [[`finalis-${group}`, 2], [`pemenang-${group}`, 1]]));

const entry = (group: string, unit: string, agency: string, [desk, panel]: readonly [number, number]): Entry => ({ group, unit, agency, desk, panel });

const DIY: Case = {
  slug: "kipp-diy-2025", code: "DIY-2025", rules: smallRules("kipp-diy", sizes),
  agencies: [
    ["34", "PROVINCE"], ["34/dinas-pendidikan", "AGENCY_UNIT"], ["34/dinas-kesehatan", "AGENCY_UNIT"], ["34/dinas-kesehatan/balai", "SERVICE_UNIT"],
    ["34/dinas-pendidikan/sman-1", "SCHOOL"], ["34/dinas-pendidikan/sman-2", "SCHOOL"],
    ["34.02", "REGENCY"], ["34.02/puskesmas", "SERVICE_UNIT"], ["34.02/smp-1", "SCHOOL"], ["34.02/sabdodadi", "VILLAGE"], ["34.02/trirenggo", "VILLAGE"],
    ["34.03", "REGENCY"], ["34.03/kepek", "VILLAGE"], ["34.71", "CITY"], ["34.71/rsud", "SERVICE_UNIT"],
    ["D-34-BANK", "REGIONAL_SOE"], ["D-34-AIR", "REGIONAL_SOE"], ["D-34-PASAR", "REGIONAL_SOE"],
  ],
  entries: [
    // By 70 and 30 the first: 0.7 × 80 + 0.3 × 60 = 74, the second 0.7 × 74 + 0.3 × 72 = 73.4. By 60 and 40 the second would win.
    entry("opd-provinsi", "34/dinas-pendidikan", "34/dinas-pendidikan", [80, 60]),
    entry("opd-provinsi", "34/dinas-kesehatan", "34/dinas-kesehatan", [74, 72]),
    entry("opd-provinsi", "34/dinas-kesehatan/balai", "34/dinas-kesehatan", [70, 90]),
    entry("kabupaten-kota", "34.02/puskesmas", "34.02", [80, 60]),
    entry("kabupaten-kota", "34.71/rsud", "34.71", [74, 75]),
    entry("kabupaten-kota", "34.02", "34.02", [60, 90]),
    entry("bumd", "D-34-BANK", "D-34-BANK", [90, 90]),
    entry("bumd", "D-34-AIR", "D-34-AIR", [85, 90]),
    entry("bumd", "D-34-PASAR", "D-34-PASAR", [84, 90]),
    entry("sekolah", "34/dinas-pendidikan/sman-1", "34/dinas-pendidikan", [66, 50]),
    entry("sekolah", "34.02/smp-1", "34.02", [65, 80]),
    entry("sekolah", "34/dinas-pendidikan/sman-2", "34/dinas-pendidikan", [64, 95]),
    // The weakest group: each of its finalists stands behind somebody elsewhere who is not one.
    entry("kalurahan", "34.02/sabdodadi", "34.02", [58, 60]),
    entry("kalurahan", "34.02/trirenggo", "34.02", [52, 50]),
    entry("kalurahan", "34.03/kepek", "34.03", [45, 95]),
  ],
};

const titles = (...places: number[]) => places.map((place) => titleOf(DIY, DIY.entries[place - 1]!));
const FINALISTS = titles(1, 2, 4, 5, 7, 8, 10, 11, 13, 14);

let staff: Staff;
let codes: Map<string, string>;

describe("a province's competition in five groups", { timeout: 300_000 }, () => {
  test("is written in each by a body of its kind, and filed by whoever files for it", async () => {
    staff = await openSmallCase(DIY, { evaluators: 4, panelists: 5 });
    await timePassesTo(DIY.slug, "pendaftaran");
    codes = await writeEntries(DIY);
    const agencies = [...new Set(DIY.entries.map(({ agency }) => agency))];
    const outcomes: string[] = [];
    for (const agency of agencies) outcomes.push(...(await fileFor(DIY, agency, codes)));
    expect(outcomes).toEqual(Array.from({ length: 15 }, () => "FILED"));
  });

  test("is read by people of the province, none of whom reads the entries of the own regency", async () => {
    await timePassesTo(DIY.slug, "administrasi");
    await selectEverything(staff.selectors, { titles: [], check: "", reason: "" });
    await release(staff.secretary, DIY.code);
    await promiseAll(staff.evaluators, [["34.02/puskesmas"]]);
    await timePassesTo(DIY.slug, "penilaian");
    const [bound, ...others] = await scoreStage(DIY, staff.secretary, { stage: "penilaian", of: "desk", judges: staff.evaluators });
    const ofRegency = DIY.entries.filter(({ agency }) => agency === "34.02").map((each) => titleOf(DIY, each));
    expect(bound!.filter((title) => ofRegency.includes(title))).toEqual([]);
    expect([bound!.length > 0, others.flat().length + bound!.length]).toEqual([true, 15 * 3]);
  });

  test("has two finalists of each group, whatever the other groups reached", async () => {
    await timePassesTo(DIY.slug, "pleno");
    const { totals, listed } = await publishAsRanked(staff, { slug: DIY.slug, result: "finalis" }, DIY.code);
    expect(totals).toEqual(Object.fromEntries(DIY.entries.map((each) => [titleOf(DIY, each), `${each.desk}/1`])));
    expect(listed.toSorted()).toEqual(FINALISTS.toSorted());
  });

  test("has one winner of each group, by 70 parts of the proposal and 30 of the presentation", async () => {
    await promiseAll(staff.panelists);
    await timePassesTo(DIY.slug, "presentasi");
    await scoreStage(DIY, staff.secretary, { stage: "presentasi", of: "panel", judges: staff.panelists });
    await timePassesTo(DIY.slug, "lapangan");
    const { totals, listed } = await publishAsRanked(staff, { slug: DIY.slug, result: "pemenang" }, DIY.code);
    const [offices, regencies, enterprises, schools, villages] = [[1, 2], [4, 5], [7, 8], [10, 11], [13, 14]]
      .map((places) => titles(...places).map((title) => totals[title]));
    expect({ offices, regencies, enterprises, schools, villages }).toEqual({
      offices: ["74/1", "367/5"], regencies: ["74/1", "743/10"], enterprises: ["90/1", "173/2"], schools: ["306/5", "139/2"], villages: ["293/5", "257/5"],
    });
    expect(listed.toSorted()).toEqual(titles(1, 5, 7, 11, 13).toSorted());
  });
});
