import { describe, expect, test } from "vitest";
import { applyMoves, autoComposition } from "./composition";
import { publicationProblems, publicationState, type PublicationRequest } from "./publication";
import type { RankedEntry } from "./ranking";
import { fraction } from "@/modules/review/domain/fraction";

const ranked = ["A", "B", "C"].map((code, index): RankedEntry => ({
  code, group: "general", filedAt: 0, stages: {}, place: index + 1, rank: index + 1, missing: [], total: fraction(90 - index), incomplete: false, decidedBy: "TOTAL",
}));
const name = { id: "Top 2", en: "Top 2" };
const composition = autoComposition(ranked, { levels: [{ key: "top-2", name, size: 2, groups: ["general"], from: null }] }, new Map());
const ready: PublicationRequest = {
  set: { status: "READY" },
  composition,
  typedCode: "KIPP-2020",
  editionCode: "KIPP-2020",
  composerIds: ["composer", "mover"],
  freezerId: "freezer",
  publisherId: "publisher",
  publisherMadeBy: ["super admin"],
  snapshotSha256: "ab",
  recomputedSha256: "ab",
  decree: { number: "", date: "" },
  today: "2020-07-02",
};
const keys = (over: Partial<PublicationRequest>) => publicationProblems({ ...ready, ...over }).map(({ key }) => key.replace("results.problem.", ""));

describe("publishing a decision set", () => {
  test("is free when another person types the code of a ready set that is unchanged", () => {
    expect(keys({})).toEqual([]);
  });

  test.each(["DRAFT", "PUBLISHED"] as const)("is refused while the set is %s", (status) => {
    expect(keys({ set: { status } })).toEqual(["setNotReady"]);
  });

  test.each(["composer", "mover"])("is refused to the %s", (publisherId) => {
    expect(keys({ publisherId })).toEqual(["publisherComposed"]);
  });

  test("is refused to whoever froze the ranking", () => {
    expect(keys({ publisherId: "freezer" })).toEqual(["publisherFroze"]);
    expect(keys({ publisherId: "composer", freezerId: "composer" })).toEqual(["publisherComposed"]);
  });

  test.each(["composer", "mover", "freezer"])("is refused to somebody whom the %s has made a publisher", (maker) => {
    expect(keys({ publisherMadeBy: ["super admin", maker] })).toEqual(["publisherMadeByComposer"]);
  });

  test("is refused when nobody is known to have composed it", () => {
    expect(keys({ composerIds: [] })).toEqual(["composerUnknown"]);
  });

  test.each(["", "kipp-2020", "KIPP-2020 ", "KIPP-2021"])("is refused with the typed code «%s»", (typedCode) => {
    expect(keys({ typedCode })).toEqual(["codeDiffers"]);
  });

  test("is refused when the frozen ranking is not what was frozen, or has no hash", () => {
    expect(keys({ recomputedSha256: "ac" })).toEqual(["snapshotChanged"]);
    expect(keys({ snapshotSha256: "", recomputedSha256: "" })).toEqual(["snapshotChanged"]);
  });

  test.each([{ number: "KEP-96/2020", date: "" }, { number: "  ", date: "2020-06-29" }])("is refused with half a decree: %o", (decree) => {
    expect(keys({ decree })).toEqual(["decreeIncomplete"]);
  });

  test("is refused with a decree of tomorrow, and free with one of today", () => {
    expect(keys({ decree: { number: "KEP-96/2020", date: "2020-07-03" } })).toEqual(["decreeInFuture"]);
    expect(keys({ decree: { number: "KEP-96/2020", date: "2020-07-02" } })).toEqual([]);
  });

  test("is refused when the counts are not the sizes of the levels", () => {
    const out = { code: "A", level: "top-2", direction: "OUT" as const, reason: "Mengundurkan diri dari lomba" };
    expect(keys({ composition: applyMoves(composition, [out]) })).toEqual(["levelTooSmall"]);
  });

  test("names everything that is wrong at once", () => {
    const moved = applyMoves(composition, [{ code: "C", level: "top-2", direction: "IN", reason: "" }]);
    expect(keys({ set: { status: "DRAFT" }, publisherId: "mover", typedCode: "", recomputedSha256: "", decree: { number: "1", date: "" }, composition: moved })).toEqual([
      "setNotReady", "publisherComposed", "codeDiffers", "snapshotChanged", "decreeIncomplete", "moveWithoutReason", "levelTooLarge",
    ]);
  });
});

describe("the state of a publication", () => {
  test("is final with the number and date of a decree, otherwise provisional", () => {
    expect(publicationState({ number: "KEP-96/2020", date: "2020-06-29" })).toBe("FINAL");
    expect(publicationState({ number: "KEP-96/2020", date: "" })).toBe("PROVISIONAL");
    expect(publicationState({ number: " ", date: "2020-06-29" })).toBe("PROVISIONAL");
    expect(publicationState({ number: "", date: "" })).toBe("PROVISIONAL");
  });
});
