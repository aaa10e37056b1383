import { describe, expect, test } from "vitest";
import { see, send, told } from "#tests/support/whole-path/at-doors";
import { release, selectEverything } from "#tests/support/whole-path/selecting";
import {
  fileFor, openSmallCase, promiseAll, publishAsRanked, scoreStage, smallRules, titleOf, writeEntries, type Case, type Entry, type Staff,
} from "#tests/support/whole-path/small-case";
import { timePassesTo } from "#tests/support/whole-path/timetable";
import { openEdition } from "@/modules/competition/actions";
import { chooseVisited, giveVerdict } from "@/modules/review/actions";
import { loadVisits } from "@/modules/review/loaders";
import { declareReady, ruleOnMissing } from "@/modules/results/actions";

/** KIPP 2023: two groups, nominees, finalists, a field visit of some finalists that gives no points, winners by 60 and 40. */
const entry = (unit: string, agency: string, [desk, panel]: readonly [number, number], more: { group?: string; claims?: string } = {}): Entry =>
  ({ group: "umum", unit, agency, desk, panel, ...more });

const RULES = smallRules("kipp-2023", { "nominasi-umum": 4, "nominasi-khusus": 2, "top-99": 3, "top-15": 2, "top-45": 2, outstanding: 1 });

const KIPP: Case = {
  slug: "kipp-2023", code: "KIPP-2023", rules: RULES,
  agencies: [
    ["K-PANRB", "MINISTRY"], ["K-KES", "MINISTRY"], ["73.72", "CITY"], ["73.72/rsud", "SERVICE_UNIT"], ["33.02", "REGENCY"], ["33.02/dinas", "AGENCY_UNIT"],
    ["35.78", "CITY"], ["35.78/dinas", "AGENCY_UNIT"],
  ],
  entries: [
    // 0.6 × 80 + 0.4 × 60 = 72; 0.6 × 74 + 0.4 × 72 = 73.2; 0.6 × 70 + 0.4 × 90 = 78. By 70 and 30 the first would come before the second.
    entry("73.72/rsud", "73.72", [80, 60]),
    entry("33.02/dinas", "33.02", [74, 72]),
    entry("35.78/dinas", "35.78", [70, 90]),
    entry("K-KES", "K-KES", [66, 90]),
    entry("73.72", "73.72", [50, 90]),
    entry("33.02", "33.02", [85, 70], { group: "khusus", claims: "Top 45/2019" }),
    entry("35.78", "35.78", [60, 90], { group: "khusus", claims: "Top 45/2020" }),
  ],
};

const titles = (...places: number[]) => places.map((place) => titleOf(KIPP, KIPP.entries[place - 1]!));

let staff: Staff;
let codes: Map<string, string>;

describe("KIPP 2023", { timeout: 300_000 }, () => {
  test("is written, filed and read by three, whose mean is the total", async () => {
    staff = await openSmallCase(KIPP, { evaluators: 3, panelists: 5 });
    await timePassesTo(KIPP.slug, "pendaftaran");
    codes = await writeEntries(KIPP);
    for (const agency of ["73.72", "33.02", "35.78", "K-KES"]) expect(new Set(await fileFor(KIPP, agency, codes))).toEqual(new Set(["FILED"]));
    await timePassesTo(KIPP.slug, "administrasi");
    await selectEverything(staff.selectors, { titles: [], check: "", reason: "" });
    await release(staff.secretary, KIPP.code);
    await promiseAll(staff.evaluators);
    await timePassesTo(KIPP.slug, "penilaian");
    await scoreStage(KIPP, staff.secretary, { stage: "penilaian", of: "desk", judges: staff.evaluators, offsets: [-4, 1, 3] });
  });

  test("nominates four and two, and of them three and two present", async () => {
    await timePassesTo(KIPP.slug, "pleno");
    const nominated = await publishAsRanked(staff, { slug: KIPP.slug, result: "nominasi" }, KIPP.code);
    expect(nominated.totals).toEqual(Object.fromEntries(KIPP.entries.map((each) => [titleOf(KIPP, each), `${each.desk}/1`])));
    expect(nominated.listed.toSorted()).toEqual(titles(1, 2, 3, 4, 6, 7).toSorted());
    await timePassesTo(KIPP.slug, "presentasi");
    const finalists = await publishAsRanked(staff, { slug: KIPP.slug, result: "top-99" }, KIPP.code);
    expect(finalists.listed.toSorted()).toEqual(titles(1, 2, 3, 6, 7).toSorted());
    await promiseAll(staff.panelists);
    await scoreStage(KIPP, staff.secretary, { stage: "presentasi", of: "panel", judges: staff.panelists, offsets: [-4, -2, 0, 1, 5] });
  });

  test("visits two of its finalists, confirms one and doubts the other", async () => {
    await timePassesTo(KIPP.slug, "lapangan");
    const chosen = titles(1, 2).map((title) => codes.get(title)!);
    const form = { slug: KIPP.slug, stage: "lapangan", reason: "Pilihan sidang" };
    expect(await told(staff.secretary, chooseVisited, { ...form, codes: codes.get(titles(4)[0]!)! })).toMatchObject({ status: "refused", key: "review.refused.notOnList" });
    await send(staff.secretary, chooseVisited, { ...form, codes: chosen.join(" ") });
    const visited: string[] = [];
    for (const panelist of staff.panelists) {
      const { visits } = await see(panelist, loadVisits, { query: {} });
      for (const { id: assignmentId, code } of visits.flatMap(({ rows }) => rows)) {
        const outcome = code === chosen[0] ? "CONFIRMED" : "DOUBTED";
        await send(panelist, giveVerdict, { assignmentId, version: "0", intent: "finish", outcome, reason: outcome === "DOUBTED" ? "Loketnya tidak ditemukan." : "" });
        visited.push(code);
      }
    }
    expect(visited.toSorted()).toEqual([...chosen, ...chosen].toSorted());
  });

  test("has its winners by 60 and 40, whoever was visited; what was doubted is decided by people before", async () => {
    await timePassesTo(KIPP.slug, "pengumuman");
    const of = { slug: KIPP.slug, result: "top-45" };
    // The doubted one stands on the list: people say that it stays, with a reason, or nothing is ready.
    const decided = { ...of, kind: "VERDICT", level: "top-45", reason: "Loketnya pindah ke gedung sebelah." };
    const { totals, listed } = await publishAsRanked(staff, of, KIPP.code, async (version) => {
      expect(await told(staff.secretary, declareReady, { ...of, version })).toMatchObject({ status: "refused", key: "results.problem.verdictUndecided" });
      expect((await told(staff.secretary, ruleOnMissing, { ...decided, version })).status).not.toBe("refused");
    });
    expect(titles(1, 2, 3, 6, 7).map((title) => totals[title])).toEqual(["72/1", "366/5", "78/1", "79/1", "72/1"]);
    expect(listed.toSorted()).toEqual(titles(2, 3, 6).toSorted());
  });

  test("is refused with the line that counts it, where only the visited would have points", async () => {
    const visit = RULES.indexOf("- key: lapangan");
    const list = RULES.indexOf("- key: top-45");
    const scoring = "  scoring: { role: PANELIST, rubric: panel, perSubmission: 2, avoid: [AGENCY], combineJudges: MEAN, entrants: { result: kunjungan } }\n";
    const chosen = "- key: kunjungan\n  name: { id: Dikunjungi, en: Visited }\n  afterStage: presentasi\n  combine: [{ stage: presentasi, weight: 100 }]\n"
      + "  levels: [{ key: kunjungan, name: { id: Kunjungan, en: Visit }, size: 2, groups: [umum], from: top-99 }]\n  tieBreaks: []\n";
    const withPoints = RULES.slice(0, visit)
      + RULES.slice(visit, list).replace(/ {2}scoring: null\n {2}verdict:\n(?: {4}.*\n)+/, scoring)
      + chosen
      + RULES.slice(list).replace("    weight: 40\n", "    weight: 30\n  - stage: lapangan\n    weight: 10\n");
    const answer = await told(staff.superAdmin, openEdition, { rules: withPoints });
    expect(answer).toMatchObject({ status: "refused", key: "competition.refused.rules" });
    const line = withPoints.split("\n").indexOf("  - stage: lapangan") + 1;
    expect((answer as { details: unknown }).details).toEqual([
      expect.objectContaining({ line, path: "results.top-45.combine.3.stage", quote: "- stage: lapangan" }),
    ]);
  });
});
