import { expect, test } from "vitest";
import { seenVersion } from "./whole-number";

test.each([[0, 0], [7, 7], ["7", 7], ["999999999", 999_999_999]])("%j is the version %i", (sent, version) => {
  expect(seenVersion.parse(sent)).toBe(version);
});

test.each([-1, 1.5, 3_000_000_000, "", "-1", "1e3", " 7", "3000000000", null, ["7"]])("%j is no version", (sent) => {
  expect(seenVersion.safeParse(sent).success).toBe(false);
});
