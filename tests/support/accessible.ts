import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page has no violation of WCAG 2.2 A or AA that a machine can find, one first heading, and never scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  const { violations, passes } = await withoutStickyBars(page, () => lookAt(page));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, page.url()).toEqual([]);
  expect(passes.length, "axe must have examined something").toBeGreaterThan(0);
  await expect(page.locator("h1")).toHaveCount(1);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** In the page itself and not in another tab: that takes half the time, and no page here has frames. */
const lookAt = (page: Page) => new AxeBuilder({ page }).withTags(LEVELS).setLegacyMode().analyze();

/** A bar that sticks lies over links that scrolling frees; axe would call what peeks out from under it too small a target. */
async function withoutStickyBars<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const style = await page.addStyleTag({ content: "[data-sticky] { position: static !important; }" });
  const found = await look();
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  return found;
}
