import { describe, expect, test } from "vitest";
import { evenOut, type Seating } from "./load-balance";

/** Each entry as who holds it and who else could: `["0", "12"]`. */
function seatingOf(loads: number[], ...entries: [held: string, others: string][]): Seating {
  const judgesIn = (text: string) => [...text].map(Number);
  return {
    loads: [...loads],
    held: entries.map(([held]) => new Set(judgesIn(held))),
    open: entries.map(([held, others]) => new Set(judgesIn(held + others))),
  };
}

const heldIn = ({ held }: Seating) => held.map((judges) => [...judges].sort().join(""));

describe("evening out", () => {
  test("work is passed on along a chain of judges when no direct exchange is open", () => {
    const seating = seatingOf([3, 2, 1], ["0", "1"], ["1", "2"]);
    evenOut(seating);
    expect(seating.loads).toEqual([2, 2, 2]);
    expect(heldIn(seating)).toEqual(["1", "2"]);
  });

  test("a difference of one is left alone", () => {
    const seating = seatingOf([2, 1], ["0", "1"], ["0", "1"]);
    evenOut(seating);
    expect(heldIn(seating)).toEqual(["0", "0"]);
  });

  test("what may not be passed on stays, however uneven", () => {
    const seating = seatingOf([9, 0], ["0", ""]);
    evenOut(seating);
    expect(seating.loads).toEqual([9, 0]);
  });

  test("an entry never comes to the same judge twice", () => {
    const seating = seatingOf([5, 0], ["01", ""], ["0", "1"], ["0", "1"]);
    evenOut(seating);
    expect(seating.loads).toEqual([3, 2]);
    expect(heldIn(seating)).toEqual(["01", "1", "1"]);
  });

  test("a pile on one judge is shared out among all", () => {
    const pile = Array.from({ length: 40 }, (): [string, string] => ["0", "1234"]);
    const seating = seatingOf([40, 0, 0, 0, 0], ...pile);
    evenOut(seating);
    expect(seating.loads).toEqual([8, 8, 8, 8, 8]);
  });
});
