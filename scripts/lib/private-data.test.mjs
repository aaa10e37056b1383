import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { keepPrivate } from "./private-data.mjs";

const folder = mkdtempSync(join(tmpdir(), "private-data-test-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what an older version left readable to everybody is the portal's alone after the next start", () => {
  for (const name of ["people.json", "secret"]) writeFileSync(join(folder, name), "{}");
  for (const name of ["published", "anchors"]) mkdirSync(join(folder, name));
  for (const name of ["people.json", "secret", "published", "anchors"]) chmodSync(join(folder, name), 0o755);
  keepPrivate(folder);
  const modes = ["people.json", "secret", "published", "anchors"].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8));
  expect(modes).toEqual(["600", "600", "700", "700"]);
});

test("a folder that holds nothing yet is no trouble", () => {
  expect(() => keepPrivate(join(folder, "none"))).not.toThrow();
});
