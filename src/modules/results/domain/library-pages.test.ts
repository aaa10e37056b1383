import { describe, expect, it } from "vitest";
import { pagesAround } from "./library-pages";

const shown = (current: number, last: number) => pagesAround(current, last).map(({ page, afterGap }) => (afterGap ? `…${page}` : String(page)));

describe("the page numbers of a long list", () => {
  it.each([
    [1, 1, ["1"]],
    [1, 3, ["1", "2", "3"]],
    [5, 9, ["1", "…4", "5", "6", "…9"]],
    [9, 9, ["1", "…8", "9"]],
    [40, 9, ["1", "…9"]],
  ])("are, on page %i of %i, %j", (current, last, numbers) => {
    expect(shown(current, last)).toEqual(numbers);
  });
});
