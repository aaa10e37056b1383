import { beforeAll, describe, expect, test } from "vitest";
import { forbiddenArrows } from "./checks/cruise";
import { rules } from "./dependency-rules.cjs";

const LEAST_FILES = 100;

let seen: Awaited<ReturnType<typeof forbiddenArrows>>;

beforeAll(async () => {
  seen = await forbiddenArrows(process.cwd());
});

test("the imports of the whole portal were read", () => {
  expect(seen.files).toBeGreaterThan(LEAST_FILES);
});

describe("who may import whom", () => {
  for (const { name, comment } of rules) {
    test(`${name}: ${comment}`, () => {
      const broken = seen.arrows.filter(({ rule }) => rule === name);
      expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    });
  }
});
