import { expect, test } from "vitest";
import { byName } from "./by-name";

const named = (...names: string[]) => names.map((name) => ({ name }));

test("numbers within names are read as numbers", () => {
  expect(named("Evaluator 10", "Evaluator 11", "Evaluator 3").sort(byName)).toEqual(named("Evaluator 3", "Evaluator 10", "Evaluator 11"));
});

test("small and capital letters stand together", () => {
  expect(named("dewi", "Budi", "ayu", "Citra").sort(byName)).toEqual(named("ayu", "Budi", "Citra", "dewi"));
});
