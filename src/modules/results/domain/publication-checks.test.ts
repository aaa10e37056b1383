import { describe, expect, it } from "vitest";
import { publicationChecks } from "./publication-checks";

const sound = {
  set: { status: "READY" as const }, composition: { ranked: ["A"], levels: [{ level: "top", size: 1, capacity: 1, tie: null, eligible: ["A"], incomplete: [], proposed: ["A"], codes: ["A"] }], moves: [], rulings: [] },
  editionCode: "KIPP-2020", composerIds: ["composer"], freezerId: "freezer", publisherId: "publisher", publisherMadeBy: [], snapshotSha256: "ab", recomputedSha256: "ab",
};
const unmet = (request: Partial<Parameters<typeof publicationChecks>[0]>, counts = { listed: 1, known: 1 }) =>
  publicationChecks({ ...sound, ...request }, counts).filter(({ met }) => !met).map(({ check }) => check);

describe("the publisher's check list", () => {
  it("is met in full by a sound set", () => {
    expect(unmet({})).toEqual([]);
  });

  it("leaves open what is wrong, and only that", () => {
    expect(unmet({ set: { status: "DRAFT" } })).toEqual(["ready"]);
    expect(unmet({ publisherId: "composer" })).toEqual(["people"]);
    expect(unmet({ publisherId: "freezer" })).toEqual(["people"]);
    expect(unmet({ publisherMadeBy: ["composer"] })).toEqual(["people"]);
    expect(unmet({ recomputedSha256: "cd" })).toEqual(["hash"]);
    expect(unmet({ composition: { ...sound.composition, levels: [{ ...sound.composition.levels[0]!, codes: [] }] } })).toEqual(["composition"]);
    expect(unmet({}, { listed: 2, known: 1 })).toEqual(["entries"]);
  });
});
