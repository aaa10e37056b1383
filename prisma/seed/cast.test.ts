import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { writePeopleFile } from "./cast";

test("who can sign in, and how, is written for whoever runs the portal alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "people-test-"));
  vi.stubEnv("SINOVIK_DATA_DIR", folder);
  writePeopleFile();
  const file = join(folder, "people.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toContainEqual(expect.objectContaining({ email: "inovator@peragaan.example" }));
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
