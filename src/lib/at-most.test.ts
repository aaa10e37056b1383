import { expect, test } from "vitest";
import { atMost } from "@/lib/at-most";

test("no more than so many run at once, in order, and one that fails leaves its place", async () => {
  const limited = atMost(2);
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const work = (n: number) => limited(async () => {
    begun.push(n);
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (n === 1) throw new Error("failed");
    return n;
  });
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled", "fulfilled"]);
  expect([most, begun]).toEqual([2, [0, 1, 2, 3, 4, 5]]);
});
