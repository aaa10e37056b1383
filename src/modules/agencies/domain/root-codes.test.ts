import { expect, test } from "vitest";
import { isRootCode, provinceOf, ROOT_KINDS } from "./root-codes";

test.each([
  ["K-PANRB", "MINISTRY", null],
  ["L-BKN", "INSTITUTION", null],
  ["B-PLN", "SOE", null],
  ["D-31-PAMJAYA", "REGIONAL_SOE", "31"],
  ["73", "PROVINCE", "73"],
  ["33.02", "REGENCY", "33"],
  ["73.72", "CITY", "73"],
] as const)("%s is the code of a %s and of no other kind, in the province %s", (code, kind, province) => {
  expect(ROOT_KINDS.filter((each) => isRootCode(each, code))).toEqual([kind]);
  expect(provinceOf(code)).toBe(province);
});

test.each(["", "K-", "k-panrb", "K-PAN RB", "73.72/dinas-kesehatan", "73.00", "7372", "D-PAMJAYA", "X-PANRB"])("%j is the code of nothing", (code) => {
  expect(ROOT_KINDS.filter((kind) => isRootCode(kind, code))).toEqual([]);
});
