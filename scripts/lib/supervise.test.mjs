import { expect, test } from "vitest";
import { supervise } from "./supervise.mjs";

test("a web server that dies is started again, after a pause that grows while it keeps dying", async () => {
  const { pauses, starts } = await life([5, 5, 5, 5, 5, 5, 5, 61_000, 5]);
  expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 1, 2].map((seconds) => seconds * 1_000));
  expect(starts()).toBe(10);
});

test("one whose end is wanted stays ended", async () => {
  const { pauses, starts, code } = await life([]);
  expect([pauses, starts(), code]).toEqual([[], 1, 0]);
});

test("a first start that fails is told, and not tried again", async () => {
  await expect(supervise({ start: () => Promise.reject(new Error("the port is taken")), isStopping: () => false, tell: () => {} })).rejects.toThrow("the port is taken");
});

/** Each lives so long, and after the last of them the end is wanted. @param {number[]} lives milliseconds */
async function life(lives) {
  let [clock, started] = [0, 0];
  /** @type {number[]} */
  const pauses = [];
  const start = async () => {
    const lived = lives[started];
    started += 1;
    if (started === 3) throw new Error("ended before it answered");
    const gone = new Promise((resolve) => setImmediate(() => {
      clock += lived ?? 0;
      resolve(lived === undefined ? 0 : 137);
    }));
    return { gone, stop: async () => {} };
  };
  const { ended } = await supervise({
    start, tell: () => {}, now: () => clock,
    isStopping: () => started > lives.length,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { pauses, starts: () => started, code: await ended };
}
