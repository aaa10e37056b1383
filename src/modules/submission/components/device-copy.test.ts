import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetCopiesOf } from "@/lib/device-copies";
import { keepCopy, laidAsideOf, readCopy } from "./device-copy";

const rina = { writerId: "rina", code: "INV-2021-7K3QXM", section: "tujuan" };
const budi = { ...rina, writerId: "budi" };

beforeEach(() => vi.stubGlobal("localStorage", storage()));
afterEach(() => vi.unstubAllGlobals());

test("words kept on a device are offered to their writer and to nobody else who signs in there", () => {
  keepCopy(rina, "Belum tersimpan.");
  expect(readCopy(rina)?.body).toBe("Belum tersimpan.");
  expect(readCopy(budi)).toBeNull();
});

test("whoever signs out leaves none of their words on the device, and takes nobody else's", () => {
  keepCopy(rina, "Punya Rina.");
  keepCopy({ ...rina, section: "ringkasan" }, "Juga punya Rina.");
  keepCopy(budi, "Punya Budi.");
  forgetCopiesOf("rina");
  expect([readCopy(rina), readCopy({ ...rina, section: "ringkasan" })]).toEqual([null, null]);
  expect(readCopy(budi)?.body).toBe("Punya Budi.");
});

test("a text that was laid aside stays beside what is written next, and leaves with its writer", () => {
  keepCopy(laidAsideOf(rina), "Tidak jadi dipakai.");
  keepCopy(rina, "Ditulis kemudian.");
  keepCopy(rina, null);
  expect(readCopy(laidAsideOf(rina))?.body).toBe("Tidak jadi dipakai.");
  forgetCopiesOf("rina");
  expect(readCopy(laidAsideOf(rina))).toBeNull();
});

test("a browser that stores nothing does not stand in the way of signing out", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(() => forgetCopiesOf("rina")).not.toThrow();
});

function storage() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (place: number) => [...kept.keys()][place] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
