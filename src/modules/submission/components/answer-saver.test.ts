import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSaver, type OtherText, type Reply, type SaveState } from "./answer-saver";

const other: OtherText = { body: "tulisan Rina", version: 7, savedAt: "2026-04-16T03:12:00.000Z", savedBy: "Rina", isOwn: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function writing(replies: (Reply | "lost")[]) {
  const sent: { body: string; version: number }[] = [];
  const states: SaveState[] = [];
  const copies: (string | null)[] = [];
  const saver = createSaver({
    body: "awal", version: 3,
    send: async (save) => {
      sent.push(save);
      const reply = replies.shift() ?? { meaning: "SAVED", version: save.version + 1, savedAt: "2026-04-16T03:00:00.000Z" };
      if (reply === "lost") throw new TypeError("network");
      return reply;
    },
    onState: (state) => void states.push(state),
    keepCopy: (body) => void copies.push(body),
    random: () => 0,
  });
  return { saver, sent, states, copies, last: () => states.at(-1)?.kind };
}

describe("saving while writing", () => {
  test("nothing is sent while nothing changed", async () => {
    const { saver, sent } = writing([]);
    await saver.flush();
    expect(sent).toEqual([]);
  });

  test("a text is sent two seconds after the last key, once, with the version it started from", async () => {
    const { saver, sent, last } = writing([]);
    saver.type("awal s");
    await vi.advanceTimersByTimeAsync(1_900);
    saver.type("awal se");
    await vi.advanceTimersByTimeAsync(1_900);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([{ body: "awal se", version: 3 }]);
    expect(last()).toBe("saved");
  });

  test("the next save starts from the version that was acknowledged", async () => {
    const { saver, sent } = writing([]);
    saver.type("satu");
    await saver.flush();
    saver.type("dua");
    await saver.flush();
    expect(sent.map(({ version }) => version)).toEqual([3, 4]);
  });

  test("a save without an answer is never shown as saved, and the copy on the device stays until one comes", async () => {
    const { saver, sent, states, copies, last } = writing(["lost", { meaning: "TRY_AGAIN" }]);
    saver.type("satu");
    await saver.flush();
    expect(last()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(last()).toBe("waiting");
    expect(copies).not.toContain(null);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(last()).toBe("saved");
    expect(sent).toHaveLength(3);
    expect(copies.at(-1)).toBeNull();
    expect(states.filter(({ kind }) => kind === "saved")).toHaveLength(1);
  });

  test("words typed while a save is under way are not called saved by its answer", async () => {
    const { saver, sent, last, copies } = writing([]);
    saver.type("satu");
    const flight = saver.flush();
    saver.type("satu dua");
    await flight;
    expect(last()).toBe("typing");
    expect(copies.at(-1)).toBe("satu dua");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual({ body: "satu dua", version: 4 });
    expect(last()).toBe("saved");
  });

  test("two requests are never under way at once", async () => {
    const { saver, sent } = writing([]);
    saver.type("satu");
    await Promise.all([saver.flush(), saver.flush()]);
    expect(sent).toHaveLength(1);
  });

  test("a writer who returns to the words that are saved is told so, and not left with a warning", async () => {
    const { saver, sent, states, copies, last } = writing([]);
    saver.type("awal!");
    saver.type("awal");
    expect(last()).toBe("clean");
    expect(copies.at(-1)).toBeNull();
    saver.type("satu");
    await saver.flush();
    saver.type("satu dua");
    saver.type("satu");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toEqual({ kind: "saved", at: "2026-04-16T03:00:00.000Z" });
    expect(sent).toHaveLength(1);
  });

  test("after a save without an answer the words before it are not called saved", async () => {
    const { saver, last } = writing(["lost"]);
    saver.type("satu");
    await saver.flush();
    saver.type("awal");
    expect(last()).toBe("typing");
  });

  test("another person's text stops saving until the writer has decided", async () => {
    const { saver, sent, last } = writing([{ meaning: "CONFLICT", other }]);
    saver.type("tulisan saya");
    await saver.flush();
    expect(last()).toBe("conflict");
    saver.type("tulisan saya lagi");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    await saver.decide(other, "tulisan saya lagi");
    expect(sent.at(-1)).toEqual({ body: "tulisan saya lagi", version: 7 });
    expect(last()).toBe("saved");
  });

  test("a text that has meanwhile become the writer's own is saved, and nobody is asked to choose", async () => {
    const { saver, sent, states, copies, last } = writing([{ meaning: "CONFLICT", other }]);
    saver.type("tulisan saya");
    const flight = saver.flush();
    saver.type(other.body);
    await flight;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(states.map(({ kind }) => kind)).not.toContain("conflict");
    expect([last(), saver.version(), copies.at(-1)]).toEqual(["saved", 7, null]);
  });

  test("taking the other text sends nothing: it is stored already", async () => {
    const { saver, sent, copies, last } = writing([{ meaning: "CONFLICT", other }]);
    saver.type("tulisan saya");
    await saver.flush();
    await saver.decide(other, other.body);
    expect(sent).toHaveLength(1);
    expect(copies.at(-1)).toBeNull();
    expect(last()).toBe("saved");
  });

  test("a refused text is not sent again until it changes", async () => {
    const { saver, sent, states } = writing([{ meaning: "REFUSED", message: "Pendaftaran sudah ditutup." }]);
    saver.type("satu");
    await saver.flush();
    expect(states.at(-1)).toEqual({ kind: "refused", message: "Pendaftaran sudah ditutup." });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toHaveLength(1);
  });

  test("while the form is on its way nothing is sent beside it, and if it comes back saving goes on", async () => {
    const { saver, sent } = writing([]);
    saver.type("satu");
    saver.hold();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([]);
    saver.resume();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([{ body: "satu", version: 3 }]);
  });
});
