import type { Page } from "@playwright/test";

/** A line so slow that a page is read and written in before its scripts are there. Out: what lets them come. */
export async function givenScriptsThatTakeLong(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
  return arrive;
}
