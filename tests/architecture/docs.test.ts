import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOTS = ["", "tests/", "tests/integration/"];

const pages = ["README.md", ...readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md")).map((file) => join("docs", file))];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  test("links to files that are there", () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = ""]) => join(dirname(page), to));
    expect(linked.filter((file) => !existsSync(file))).toEqual([]);
  });

  test("names tests that are there", () => {
    const named = [...text.matchAll(/`([\w./-]+\.(?:test\.(?:ts|tsx|mjs)|spec\.ts))`/g)].map(([, file = ""]) => file);
    expect(named.filter((file) => file.includes("/") && !ROOTS.some((root) => existsSync(`${root}${file}`)))).toEqual([]);
  });
});
