import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSaver, type Reply as AnyReply, type SaveState as AnyState, type Stored } from "./saver";

type OtherText = Stored<string> & { savedBy: string };
type Reply = AnyReply<OtherText>;
type SaveState = AnyState<OtherText>;

const other: OtherText = { value: "tulisan Rina", version: 7, savedAt: "2026-04-16T03:12:00.000Z", savedBy: "Rina" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function writing(replies: (Reply | "lost")[]) {
  const sent: { value: string; version: number }[] = [];
  const states: SaveState[] = [];
  const copies: (string | null)[] = [];
  const versions: number[] = [];
  const saver = createSaver<string, OtherText>({
    value: "awal", version: 3, same: (one, two) => one === two,
    send: async (save) => {
      sent.push(save);
      const reply = replies.shift() ?? { meaning: "SAVED", version: save.version + 1, savedAt: "2026-04-16T03:00:00.000Z" };
      if (reply === "lost") throw new TypeError("network");
      return reply;
    },
    onState: (state) => {
      states.push(state);
      versions.push(saver.version());
    },
    keepCopy: (value) => void copies.push(value),
    random: () => 0,
  });
  return { saver, sent, states, copies, /** What a form on the page would carry. */ told: () => versions.at(-1), last: () => states.at(-1)?.kind };
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
    expect(sent).toEqual([{ value: "awal se", version: 3 }]);
    expect(last()).toBe("saved");
  });

  test("who types without a pause is saved all the same: what stood there four seconds after the first key, and so on", async () => {
    const { saver, sent } = writing([]);
    let text = "awal";
    for (let key = 1; key <= 100; key += 1) {
      saver.type((text += "x"));
      await vi.advanceTimersByTimeAsync(260);
    }
    expect(sent.length).toBeGreaterThanOrEqual(5);
    const typedBetween = sent.map(({ value }, place) => value.length - (sent[place - 1]?.value.length ?? "awal".length));
    expect(Math.max(...typedBetween) * 260, "milliseconds of typing that one save brings").toBeLessThanOrEqual(4_000 + 260);
  });

  test("a save that arrives while its writer types on tells its version: a form that waited for it is no stranger's", async () => {
    const { saver, told, last } = writing([]);
    saver.type("satu");
    const flight = saver.flush();
    saver.type("satu dua");
    await flight;
    expect(last()).toBe("typing");
    expect(told()).toBe(saver.version());
    expect(told()).toBe(4);
  });

  test("keys do not hurry a server in trouble: the next attempt comes when it was to come", async () => {
    const { saver, sent } = writing(["lost", "lost", "lost", "lost"]);
    saver.type("satu");
    await saver.flush();
    for (let key = 0; key < 60; key += 1) {
      saver.type(`satu ${key}`);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(sent, "at 0, 2 and 6 seconds; the fourth at 14").toHaveLength(3);
  });

  test("an act that is closed is asked for once, and again only when somebody says it is open", async () => {
    const { saver, sent, last } = writing([{ meaning: "CLOSED", message: "Pendaftaran sudah ditutup." }]);
    saver.type("satu");
    await saver.flush();
    saver.type("satu dua");
    await vi.advanceTimersByTimeAsync(600_000);
    await saver.flush();
    expect(sent).toHaveLength(1);
    saver.resume();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([sent.length, last()]).toEqual([2, "saved"]);
  });

  test("the page is told once that somebody is typing, not at each key", () => {
    const { saver, states } = writing([]);
    for (const text of ["s", "sa", "sat", "satu"]) saver.type(text);
    expect(states).toEqual([{ kind: "typing" }]);
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
    expect(sent.at(-1)).toEqual({ value: "satu dua", version: 4 });
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

  test("after a save without an answer the words before it are not called saved before the server says so", async () => {
    const { saver, sent, last } = writing(["lost"]);
    saver.type("satu");
    await saver.flush();
    saver.type("awal");
    expect(last()).toBe("waiting");
    await vi.advanceTimersByTimeAsync(2_000);
    expect([sent.at(-1), last()]).toEqual([{ value: "awal", version: 3 }, "saved"]);
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
    expect(sent.at(-1)).toEqual({ value: "tulisan saya lagi", version: 7 });
    expect(last()).toBe("saved");
  });

  test("a text that has meanwhile become the writer's own is saved, and nobody is asked to choose", async () => {
    const { saver, sent, states, copies, last } = writing([{ meaning: "CONFLICT", other }]);
    saver.type("tulisan saya");
    const flight = saver.flush();
    saver.type(other.value);
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
    await saver.decide(other, other.value);
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
    expect(sent).toEqual([{ value: "satu", version: 3 }]);
  });
});
