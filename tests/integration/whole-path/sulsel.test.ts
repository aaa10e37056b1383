import { describe, expect, test } from "vitest";
import { release, selectEverything } from "#tests/support/whole-path/selecting";
import {
  fileFor, openSmallCase, promiseAll, publishAsRanked, scoreStage, smallRules, titleOf, writeEntries, type Case, type Entry, type Staff,
} from "#tests/support/whole-path/small-case";
import { timePassesTo } from "#tests/support/whole-path/timetable";
import { db } from "@/lib/db";

/** Sulawesi Selatan: offices of the province beside regencies and cities, proposals 70, presentations 30, quotas by kind of agency. */
const entry = (unit: string, agency: string, [desk, panel]: readonly [number, number], more: { group?: string; claims?: string } = {}): Entry =>
  ({ group: "umum", unit, agency, desk, panel, ...more });

const SPECIAL = { group: "khusus", claims: "Top 45/2019" };

const SULSEL: Case = {
  slug: "kipp-sulsel-2023", code: "SULSEL-2023",
  rules: smallRules("kipp-sulsel", { "nominasi-umum": 4, "nominasi-khusus": 1, "top-99": 3, "top-15": 1, "top-45": 1, outstanding: 1 })
    // One less than the city has.
    .replace("    most: 3", "    most: 2"),
  agencies: [
    ["73", "PROVINCE"], ["73/dinas-kesehatan", "AGENCY_UNIT"], ["73/dinas-kesehatan/rumah-sakit", "SERVICE_UNIT"], ["73/dinas-sosial", "AGENCY_UNIT"],
    ["73.72", "CITY"], ["73.72/rsud", "SERVICE_UNIT"], ["73.72/puskesmas", "SERVICE_UNIT"], ["73.72/pasar", "SERVICE_UNIT"], ["73.01", "REGENCY"],
  ],
  entries: [
    // The first wins by 70 and 30: 0.7 × 80 + 0.3 × 60 = 74; 0.7 × 74 + 0.3 × 72 = 73.4. By 60 and 40 the second would.
    entry("73.72/rsud", "73.72", [80, 60]),
    entry("73/dinas-kesehatan/rumah-sakit", "73/dinas-kesehatan", [74, 72]),
    entry("73.01", "73.01", [70, 75]),
    entry("73/dinas-sosial", "73/dinas-sosial", [69, 95]),
    entry("73.72/puskesmas", "73.72", [50, 95]),
    entry("73.01", "73.01", [60, 60], SPECIAL),
    entry("73.72/pasar", "73.72", [95, 95]),
  ],
};

const titles = (...places: number[]) => places.map((place) => titleOf(SULSEL, SULSEL.entries[place - 1]!));

let staff: Staff;

describe("a province's competition of two kinds of participants", { timeout: 300_000 }, () => {
  test("takes from a city no more than its kind may file", async () => {
    staff = await openSmallCase(SULSEL, { evaluators: 4, panelists: 5 });
    await timePassesTo(SULSEL.slug, "pendaftaran");
    const codes = await writeEntries(SULSEL);
    const [third] = titles(7);
    const [allowed, over] = [true, false].map((isAllowed) => new Map([...codes].filter(([title]) => (title !== third) === isAllowed))) as [typeof codes, typeof codes];
    for (const agency of ["73.72", "73/dinas-kesehatan", "73.01", "73/dinas-sosial"]) {
      expect(new Set(await fileFor(SULSEL, agency, allowed))).toEqual(new Set(["FILED"]));
    }
    // The city has filed two, one in each of its other units.
    await expect(fileFor(SULSEL, "73.72", over)).rejects.toThrow();
    expect(await db.submission.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } })).toEqual([
      { status: "ENDORSED", _count: 1 }, { status: "SUBMITTED", _count: 6 },
    ]);
  });

  test("is read by its own people, each kept from the own city alone", async () => {
    await timePassesTo(SULSEL.slug, "administrasi");
    await selectEverything(staff.selectors, { titles: [], check: "", reason: "" });
    await release(staff.secretary, SULSEL.code);
    await promiseAll(staff.evaluators, [["73.72/puskesmas"]]);
    await timePassesTo(SULSEL.slug, "penilaian");
    const read = await scoreStage(SULSEL, staff.secretary, { stage: "penilaian", of: "desk", judges: staff.evaluators });
    expect(read[0]!.filter((title) => titles(1, 5).includes(title))).toEqual([]);
    expect(read[0]!.length).toBeGreaterThan(0);
    expect(read.flat()).toHaveLength(6 * 3);
  });

  test("nominates four and one, and of them three and one present", async () => {
    await timePassesTo(SULSEL.slug, "pleno");
    const nominated = await publishAsRanked(staff, { slug: SULSEL.slug, result: "nominasi" }, SULSEL.code);
    expect(nominated.totals).toEqual(Object.fromEntries([80, 74, 70, 69, 50, 60].map((total, index) => [titles(index + 1)[0], `${total}/1`])));
    expect(nominated.listed.toSorted()).toEqual(titles(1, 2, 3, 4, 6).toSorted());
    await timePassesTo(SULSEL.slug, "presentasi");
    const finalists = await publishAsRanked(staff, { slug: SULSEL.slug, result: "top-99" }, SULSEL.code);
    expect(finalists.listed.toSorted()).toEqual(titles(1, 2, 3, 6).toSorted());
  });

  test("has its winners by 70 parts of the proposal and 30 of the presentation", async () => {
    await promiseAll(staff.panelists);
    await scoreStage(SULSEL, staff.secretary, { stage: "presentasi", of: "panel", judges: staff.panelists });
    await timePassesTo(SULSEL.slug, "pengumuman");
    const { totals, listed } = await publishAsRanked(staff, { slug: SULSEL.slug, result: "top-45" }, SULSEL.code);
    expect(titles(1, 2, 3, 6).map((title) => totals[title])).toEqual(["74/1", "367/5", "143/2", "60/1"]);
    expect(listed.toSorted()).toEqual(titles(1, 6).toSorted());
  });
});
