import { expect, type Page } from "@playwright/test";

type Told = { now: string; closesAt: string };

export type MovingClose = {
  /** From here on the close is this far from the server's present; the page is looked at again until it has heard so. */
  isIn: (milliseconds: number) => Promise<void>;
  /** Nothing is told any more that nobody waits for. */
  end: () => Promise<void>;
};

/** A timetable whose close moves under an open page, as this page alone hears it at `address`. */
export async function givenACloseThatMoves(page: Page, address: string): Promise<MovingClose> {
  /** Until it is moved the page hears what the timetable says. */
  let moved: { by: number; closesAt?: number } | null = null;
  await page.route(address, async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as Told;
    // A page may ask more than once; it is one moment all the same.
    if (moved) moved.closesAt ??= Date.parse(told.now) + moved.by;
    await route.fulfill({ json: moved?.closesAt ? { ...told, closesAt: new Date(moved.closesAt).toISOString() } : told });
  });
  return {
    async isIn(milliseconds) {
      moved = { by: milliseconds };
      // Again and again: before its scripts work, a page that is looked at does not ask.
      await expect(async () => {
        const heard = page.waitForResponse(address, { timeout: 3_000 });
        await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
        await heard;
      }).toPass();
    },
    end: () => page.unrouteAll({ behavior: "wait" }),
  };
}
