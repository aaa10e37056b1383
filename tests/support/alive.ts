import type { Page } from "@playwright/test";

/** The page's own scripts work: from here on they hear what is pressed. A journey that acts before shows what it is without them. */
export async function whenAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector("main *") ?? {}).some((key) => key.startsWith("__reactFiber")));
  // What a component does once it stands there, React does in the turn after: behind this one in the same queue.
  await page.evaluate(() => new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => setTimeout(resolve);
    port2.postMessage(null);
  }));
}
