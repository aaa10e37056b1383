import { expect, type Page } from "@playwright/test";

type Told = { now: string; closesAt: string };

export type MovingClose = {
  /** The close is this far from the server's now, and the page is looked at again; null: as the timetable has it. */
  isIn: (milliseconds: number | null) => Promise<void>;
  /** From here on the page hears it when it asks by itself. */
  willBeIn: (milliseconds: number | null) => void;
  /** Nothing is told any more that nobody waits for. */
  end: () => Promise<void>;
};

/** A timetable whose close moves under an open page, as this page alone hears it at `address`. */
export async function givenACloseThatMoves(page: Page, address: string): Promise<MovingClose> {
  let closesIn: number | null = null;
  await page.route(address, async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as Told;
    await route.fulfill({ json: closesIn === null ? told : { ...told, closesAt: new Date(Date.parse(told.now) + closesIn).toISOString() } });
  });
  return {
    async isIn(milliseconds) {
      closesIn = milliseconds;
      // Again and again: before its scripts work, a page that is looked at does not ask.
      await expect(async () => {
        const heard = page.waitForResponse(address, { timeout: 3_000 });
        await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
        await heard;
      }).toPass();
    },
    willBeIn: (milliseconds) => void (closesIn = milliseconds),
    end: () => page.unrouteAll({ behavior: "wait" }),
  };
}
