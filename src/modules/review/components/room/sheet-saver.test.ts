import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSheetSaver, type Part, type Reply, type SaveState } from "./sheet-saver";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const partOf = (keys: readonly string[]): Part => ({ marks: Object.fromEntries(keys.map((key) => [key, 80])), remarks: {} });

function filling(replies: (Reply | "lost" | Promise<Reply>)[], read: (keys: readonly string[]) => Part | null = partOf, isOwn = () => false) {
  const sent: { keys: string[]; version: number }[] = [];
  const states: SaveState[] = [];
  const saver = createSheetSaver({
    version: 3, read, isOwn,
    send: async ({ marks, version }) => {
      sent.push({ keys: Object.keys(marks), version });
      const reply = replies.shift() ?? { meaning: "SAVED", version: version + 1, savedAt: "2026-04-16T03:00:00.000Z" };
      if (reply === "lost") throw new TypeError("network");
      return reply;
    },
    onState: (state) => void states.push(state),
    random: () => 0,
  });
  return { saver, sent, states, last: () => states.at(-1)?.kind };
}

describe("saving marks while they are entered", () => {
  test("a criterion is sent once its box has been quiet for a moment, with the version of the page", async () => {
    const { saver, sent, last } = filling([]);
    saver.change("tujuan");
    await vi.advanceTimersByTimeAsync(800);
    saver.change("tujuan");
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([{ keys: ["tujuan"], version: 3 }]);
    expect(last()).toBe("saved");
  });

  test("two requests are never under way together, and the second starts from the version of the first", async () => {
    let answer: (reply: Reply) => void = () => {};
    const { saver, sent } = filling([new Promise<Reply>((resolve) => (answer = resolve))]);
    saver.change("tujuan");
    const settled = saver.settle();
    saver.change("dampak");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    expect(saver.isBusy()).toBe(true);

    answer({ meaning: "SAVED", version: 4, savedAt: "2026-04-16T03:00:00.000Z" });
    await settled;
    expect(sent).toEqual([{ keys: ["tujuan"], version: 3 }, { keys: ["dampak"], version: 4 }]);
    expect(saver.isBusy()).toBe(false);
  });

  test.each([["no answer", "lost"], ["a server in trouble", { meaning: "TRY_AGAIN" }]] as const)("%s is never shown as saved, and the same criteria are sent again", async (_, reply) => {
    const { saver, sent, states, last } = filling([reply]);
    saver.change("tujuan");
    await saver.settle();
    expect(states.map(({ kind }) => kind)).toEqual(["saving", "waiting"]);
    expect(saver.isBusy()).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([{ keys: ["tujuan"], version: 3 }, { keys: ["tujuan"], version: 3 }]);
    expect(last()).toBe("saved");
  });

  test.each([["whoever is signed out", "SIGNED_OUT", "signedOut"], ["whose browser another has signed in on", "OTHER_PERSON", "otherPerson"]] as const)("%s is told so, keeps the marks, and they are saved after signing in again", async (_, meaning, told) => {
    const { saver, sent, last } = filling([{ meaning }]);
    saver.change("tujuan");
    await saver.settle();
    expect(last()).toBe(told);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    expect(last()).toBe("saved");
  });

  test("a refusal stops the saving and says why", async () => {
    const { saver, sent, states } = filling([{ meaning: "REFUSED", message: "Penilaian sudah ditutup." }]);
    saver.change("tujuan");
    await saver.settle();
    expect(states.at(-1)).toEqual({ kind: "failed", because: "Penilaian sudah ditutup." });
    saver.change("dampak");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.isBusy(), "a button has nothing to wait for").toBe(false);
  });

  test("a save whose answer was lost is no other's: with the version it made, the same part is sent again", async () => {
    const stored = { marks: { tujuan: 80 }, remarks: {}, remark: "" };
    const { saver, sent, states, last } = filling(["lost", { meaning: "REFUSED", details: { version: 4, stored } }], partOf, () => true);
    saver.change("tujuan");
    await saver.settle();
    await saver.settle();
    expect(sent.map(({ version }) => version)).toEqual([3, 3, 4]);
    expect(last()).toBe("saved");
    expect(states.map(({ kind }) => kind)).not.toContain("failed");
  });

  test("what another page saved stops the saving", async () => {
    const { saver, sent, last } = filling([{ meaning: "REFUSED", details: { version: 4, stored: { marks: {}, remarks: {}, remark: "" } } }], partOf, () => false);
    saver.change("tujuan");
    await saver.settle();
    expect([sent.length, last()]).toEqual([1, "failed"]);
  });

  test("what is no mark on the scale is left to the buttons", async () => {
    const { saver, sent } = filling([], () => null);
    saver.change("tujuan");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
    expect(saver.isBusy()).toBe(false);
  });
});
