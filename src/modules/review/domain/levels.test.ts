import { expect, it } from "vitest";
import { levelMarks, levelReached } from "./levels";

const anchor = (mark: number) => ({ mark, text: { id: "", en: "" } });

it("offers the marks of the anchors, in order", () => {
  expect(levelMarks({ anchors: [anchor(80), anchor(0), anchor(40), anchor(80)] }, { min: 0, max: 100 })).toEqual([0, 40, 80]);
});

it("offers five equal steps where the rubric has no anchors", () => {
  expect(levelMarks({ anchors: [] }, { min: 0, max: 100 })).toEqual([0, 25, 50, 75, 100]);
  expect(levelMarks({ anchors: [] }, { min: 1, max: 5 })).toEqual([1, 2, 3, 4, 5]);
  expect(levelMarks({ anchors: [] }, { min: 0, max: 2 })).toEqual([0, 1, 2]);
});

it("names the highest level that a mark reaches", () => {
  const levels = [10, 40, 80];
  expect([levelReached(9, levels), levelReached(10, levels), levelReached(79, levels), levelReached(100, levels)]).toEqual([null, 0, 1, 2]);
});
