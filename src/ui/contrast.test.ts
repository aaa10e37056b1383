import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
const light = tokensOf("@theme static {");
const dark = { ...light, ...tokensOf('[data-theme="dark"] {') };

type Palette = Readonly<Record<string, string>>;
type Promise = readonly [token: string, background: string, ratio: number];

/** The ratios that the design direction promises; a colour that drifts is caught even while it still passes WCAG. */
const promised: readonly Promise[] = [
  ["line", "canvas", 1.41],
  ["line-strong", "canvas", 3.76],
  ["line-strong", "surface", 3.54],
  ["line-strong", "sunken", 3.32],
  ["ink", "canvas", 16.46],
  ["ink", "surface", 15.46],
  ["ink", "sunken", 14.5],
  ["ink-muted", "canvas", 7.69],
  ["ink-muted", "surface", 7.23],
  ["ink-muted", "sunken", 6.78],
  ["ink-subtle", "canvas", 5.43],
  ["ink-subtle", "surface", 5.1],
  ["ink-subtle", "sunken", 4.78],
  ["primary", "canvas", 7.38],
  ["primary", "surface", 6.94],
  ["primary", "sunken", 6.51],
  ["white", "action", 7.38],
  ["primary-strong", "canvas", 9.99],
  ["primary-strong", "primary-50", 8.89],
  ["primary-deep", "canvas", 13.03],
  ["ink", "primary-300", 7.52],
  ["gold-700", "gold-50", 6.42],
  ["gold-700", "canvas", 6.92],
  ["ink", "gold-400", 7.51],
  ["ok-700", "ok-50", 5.85],
  ["ok-700", "canvas", 6.65],
  ["warn-700", "warn-50", 6.38],
  ["warn-700", "canvas", 7.1],
  ["err-700", "err-50", 5.72],
  ["err-700", "canvas", 6.54],
  ["embargo-700", "embargo-50", 7.62],
  ["embargo-700", "canvas", 8.81],
  ["focus-ink", "canvas", 16.46],
  ["focus", "action", 4.78],
  ["focus", "focus-ink", 10.65],
];

const promisedDark: readonly Promise[] = [
  ["line-strong", "canvas", 4.62],
  ["line-strong", "surface", 4.13],
  ["ink", "canvas", 15.85],
  ["ink", "surface", 14.17],
  ["ink-muted", "canvas", 9.84],
  ["ink-muted", "surface", 8.8],
  ["ink-subtle", "canvas", 7.06],
  ["ink-subtle", "surface", 6.31],
  ["primary", "canvas", 8.29],
  ["primary", "surface", 7.41],
  ["white", "action", 4.96],
  ["gold-700", "canvas", 10.69],
  ["ok-700", "canvas", 9.57],
  ["warn-700", "canvas", 9.87],
  ["err-700", "canvas", 7.97],
  ["embargo-700", "canvas", 8.74],
];

const readable: readonly (readonly [token: string, backgrounds: readonly string[]])[] = [
  ["ink", ["canvas", "surface", "sunken", "primary-50", "primary-100", "gold-50", "ok-50", "warn-50", "err-50", "embargo-50"]],
  ["ink-muted", ["canvas", "surface", "sunken", "primary-50"]],
  ["ink-subtle", ["canvas", "surface", "sunken"]],
  ["primary", ["canvas", "surface", "sunken", "primary-50"]],
  ["primary-strong", ["canvas", "surface", "primary-50"]],
  ["gold-700", ["canvas", "gold-50"]],
  ["ok-700", ["canvas", "ok-50"]],
  ["warn-700", ["canvas", "warn-50"]],
  ["err-700", ["canvas", "err-50"]],
  ["embargo-700", ["canvas", "embargo-50"]],
  ["white", ["action", "action-strong", "primary-deep"]],
];

describe.each([
  ["light", light, promised],
  ["dark", dark, promisedDark],
] as const)("the %s palette", (_name, palette, promises) => {
  it.each(promises)("gives %s on %s the promised contrast of %d to 1", (token, background, ratio) => {
    expect(Math.round(contrast(palette, token, background) * 100) / 100).toBe(ratio);
  });

  it("keeps all text at 4.5 to 1 or more on every fill it may stand on", () => {
    const pairs = readable.flatMap(([token, backgrounds]) => backgrounds.map((background) => [token, background] as const));
    expect(pairs.filter(([token, background]) => contrast(palette, token, background) < 4.5)).toEqual([]);
  });

  it("keeps the borders of controls at 3 to 1 or more", () => {
    const grounds = ["canvas", "surface", "sunken"];
    expect(grounds.filter((ground) => contrast(palette, "line-strong", ground) < 3)).toEqual([]);
  });
});

it("computes the contrast of black on white as 21 to 1", () => {
  expect(contrast({ black: "#000000", white: "#ffffff" }, "black", "white")).toBeCloseTo(21, 5);
});

it("shows the focus ring on paper, on buttons and on the header band with at least 3 to 1", () => {
  const best = (ground: string) => Math.max(contrast(light, "focus-ink", ground), contrast(light, "focus", ground));
  expect(["canvas", "surface", "action", "primary-deep", "err-700"].filter((ground) => best(ground) < 3)).toEqual([]);
});

function tokensOf(opening: string): Palette {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`globals.css has no block "${opening}"`);
  const block = css.slice(start, css.indexOf("\n}", start));
  return Object.fromEntries([...block.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6});/giu)].map(([, name = "", hex = ""]) => [name, hex]));
}

function contrast(palette: Palette, first: string, second: string): number {
  const [lighter = 0, darker = 0] = [luminance(palette, first), luminance(palette, second)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(palette: Palette, token: string): number {
  const hex = palette[token];
  if (hex === undefined) throw new Error(`no colour token "${token}"`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
