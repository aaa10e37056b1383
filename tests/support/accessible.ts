import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import { expect, type Page } from "@playwright/test";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What a narrower or wider window can change about an element that was there before; colours, which hardly follow the width, at night. */
const OF_WIDTH = ["target-size", "scrollable-region-focusable", ...(process.env.SINOVIK_NIGHTLY === "1" ? ["color-contrast"] : [])];

/** Telephone first: every rule there, and at the others what their width changes. */
export const WIDTHS = [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1280, height: 800 }] as const;

/** The short form of the same: a third of the time is reading it into a page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Found = { violations: string[]; examined: number };

/* What is found does not end a journey: one run names every place. */

/** The page as it stands has no violation of WCAG 2.2 A or AA that a machine can find, one first heading, and never scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  await expectNoViolation(page, await lookAt(page, { wholly: true }));
  await expectOneHeading(page);
  await expectNoSidewaysScroll(page);
}

/** The same at every width: all rules at the first; at the others those of width, and all rules for what only they show. */
export async function expectAccessibleAtEveryWidth(page: Page): Promise<void> {
  await page.waitForLoadState();
  for (const [at, size] of WIDTHS.entries()) {
    await page.setViewportSize(size);
    await expectNoViolation(page, await lookAt(page, { wholly: at === 0 }));
    await expectNoSidewaysScroll(page);
  }
  await expectOneHeading(page);
}

export async function expectOneHeading(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(sideways, `${page.url()} scrolls sideways at ${page.viewportSize()?.width ?? 0} px`).toBeLessThanOrEqual(0);
}

function expectNoViolation(page: Page, { violations, examined }: Found): void {
  expect.soft(violations, `${page.url()} at ${page.viewportSize()?.width ?? 0} px`).toEqual([]);
  expect(examined, "axe must have examined something").toBeGreaterThan(0);
}

/** Brings axe into the document once, and looks; once more where the page has gone on meanwhile, as long as it does. */
async function lookAt(page: Page, { wholly }: { wholly: boolean }): Promise<Found> {
  await expect(page).toHaveTitle(/\S/); // after a step without a new document, a page's name comes a moment after its words
  const before = page.url();
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(AXE);
  const found = await page.evaluate(examine, { wholly, levels: LEVELS, ofWidth: OF_WIDTH });
  return page.url() === before ? found : lookAt(page, { wholly });
}

/**
 * Runs in the page. A bar that sticks lies over links that scrolling frees; axe would call what peeks out from under it too small
 * a target, so bars stand still while it looks.
 */
async function examine({ wholly, levels, ofWidth }: { wholly: boolean; levels: string[]; ofWidth: string[] }): Promise<Found> {
  type Look = { violations: string[]; examined: number };
  const place = window as unknown as { axe: typeof axe; seen?: WeakSet<Element> };
  const seen = (place.seen ??= new WeakSet<Element>());
  const run = async (context: axe.ElementContext, runOnly: axe.RunOnly): Promise<Look> => {
    const { violations, passes } = await place.axe.run(context, { runOnly, resultTypes: ["violations"] });
    return {
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
      examined: passes.length,
    };
  };
  const still = new CSSStyleSheet();
  still.replaceSync("[data-sticky] { position: static !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  try {
    // A colour on its way to another is neither.
    const underWay = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(underWay.map(({ finished }) => finished));
    const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
    const unseen = shown.filter((element) => !seen.has(element));
    const roots = unseen.filter((element) => element.parentElement === null || seen.has(element.parentElement));
    for (const element of shown) seen.add(element);
    if (wholly) return await run(document, { type: "tag", values: levels });
    const looks = [await run(document, { type: "rule", values: ofWidth })];
    if (roots.length > 0) looks.push(await run({ include: roots }, { type: "tag", values: levels }));
    return { violations: looks.flatMap((look) => look.violations), examined: looks.reduce((sum, look) => sum + look.examined, 0) };
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}
