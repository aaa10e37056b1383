import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has between two things one wants. */
const FURTHEST = 150;

/** Goes on with the Tab key until this has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let stop = 0; stop < FURTHEST; stop += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${FURTHEST} presses of Tab did not reach ${target}.`);
}
