import { expect, test } from "vitest";
import { confirmationsAsked, confirmed } from "./confirmation";

test("signatures are asked about where somebody stated, another unit's innovation where it is one", () => {
  expect(confirmationsAsked({ statements: 0, belonging: "OWN" })).toEqual([]);
  expect(confirmationsAsked({ statements: 3, belonging: "OTHER_UNIT" })).toEqual(["SIGNATURES", "OTHER_UNIT"]);
});

test.each([
  [[], "Surat asli sudah dilihat", "filing.refused.notConfirmed"],
  [["SIGNATURES"], "", "filing.refused.noBasis"],
  [["SIGNATURES"], "asdf", "filing.refused.noBasis"],
])("ticked %o with %o is refused with %s", (ticked, basis, key) => {
  expect(confirmed(["SIGNATURES"], ticked, basis)).toMatchObject({ ok: false, refusal: { key } });
});

test("each is ticked and said how it is known; what is not asked needs nothing", () => {
  expect(confirmed(["SIGNATURES"], ["SIGNATURES"], "Surat asli sudah dilihat").ok).toBe(true);
  expect(confirmed([], [], "").ok).toBe(true);
});
