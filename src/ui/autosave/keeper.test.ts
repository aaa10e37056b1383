import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKeeper } from "./keeper";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeping(isStoring = true) {
  const written: (string | null)[] = [];
  const told: boolean[] = [];
  const keeper = createKeeper<string>({
    write: async (value) => {
      if (isStoring) written.push(value);
      return isStoring;
    },
    onKept: (isKept) => void told.push(isKept),
  });
  return { keeper, written, told };
}

test("the first key is copied at once, and while the keys go on no copy is older than a second", async () => {
  const { keeper, written } = keeping();
  for (let key = 1; key <= 50; key += 1) {
    keeper.keep("x".repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(written[0]).toBe("x");
  const gaps = written.map((text, place) => (text ?? "").length - (written[place - 1] ?? "").length);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written.at(-1)).toBe("x".repeat(50));
});

test("what the server has taken leaves the device at once, and nothing written before comes after it", async () => {
  const { keeper, written, told } = keeping();
  keeper.keep("satu");
  keeper.keep("satu dua");
  keeper.keep(null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual(["satu", null]);
  expect(told.at(-1)).toBe(false);
});

test("a device that stores nothing is not said to hold anything", async () => {
  const { keeper, told } = keeping(false);
  keeper.keep("satu");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([false]);
});

test("words that wait to be copied do not come back after their writer has signed out", async () => {
  const { keeper, written } = keeping();
  keeper.keep("satu");
  await vi.advanceTimersByTimeAsync(0);
  keeper.keep("satu dua");
  keeper.drop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(written).toEqual(["satu"]);
});

test("words that wait for an earlier write to end are not written after they were sent", async () => {
  const written: (string | null)[] = [];
  const told: boolean[] = [];
  let end = () => {};
  const keeper = createKeeper<string>({
    write: async (value) => {
      await new Promise<void>((resolve) => (end = resolve));
      written.push(value);
      return true;
    },
    onKept: (isKept) => void told.push(isKept),
  });
  keeper.keep("satu");
  keeper.keep("satu dua");
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.drop();
  end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([written, told]).toEqual([["satu"], []]);
});
