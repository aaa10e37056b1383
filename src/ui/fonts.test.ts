import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";

const require = createRequire(import.meta.url);

const fonts = [
  ["source-sans-3-latin.woff2", "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"],
  ["plus-jakarta-sans-latin.woff2", "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"],
] as const;

const served = (name: string) => readFileSync(new URL(`../../public/fonts/${name}`, import.meta.url));

it.each(fonts)("serves %s byte for byte as its package has it", (name, source) => {
  expect(served(name).equals(readFileSync(require.resolve(source)))).toBe(true);
});

it("keeps the two web fonts within 57 KB together", () => {
  expect(fonts.reduce((sum, [name]) => sum + served(name).length, 0)).toBeLessThanOrEqual(57 * 1024);
});
