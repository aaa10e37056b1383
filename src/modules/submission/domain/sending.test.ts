import { describe, expect, test } from "vitest";
import type { Problem } from "./completeness";
import { type Asked, partsChanged, partsOf, readyToSend, type Ticks } from "./sending";

const text = (id: string) => ({ id, en: id });
const statements = [{ key: "identitas", text: text("Benar"), signer: text("Kepala unit") }, { key: "kesediaan", text: text("Bersedia"), signer: text("Wali kota") }];
const short: Problem = { kind: "SECTION_PERFUNCTORY", section: "kebaruan", words: 18, expected: 30 };
const asked: Asked = { mustFix: [], shouldLook: [short], statements, toAnswer: ["catatan-1"] };
const all: Ticks = {
  statements: ["identitas", "kesediaan"], signers: { identitas: "Rina", kesediaan: "Budi" }, acknowledged: ["SECTION_PERFUNCTORY:kebaruan"], answered: ["catatan-1"],
};

test("a proposal without problems, with all ticked, signed and answered for may be sent", () => {
  expect(readyToSend(asked, all).ok).toBe(true);
  expect(readyToSend({ mustFix: [], shouldLook: [], statements: [], toAnswer: [] }, { statements: [], signers: {}, acknowledged: [], answered: [] }).ok).toBe(true);
});

test("one that must be fixed is not sent, whatever is ticked", () => {
  expect(readyToSend({ ...asked, mustFix: [{ kind: "SECTION_EMPTY", section: "kebaruan" }] }, all)).toMatchObject({
    ok: false, refusal: { key: "submission.send.mustFix", values: { count: 1 } },
  });
});

test.each<[string, Partial<Ticks>, Record<string, number>]>([
  ["a statement", { statements: ["identitas"] }, { statements: 1 }],
  ["a signer", { signers: { identitas: "Rina", kesediaan: "" } }, { signers: 1 }],
  ["a remark, for another one does not help", { acknowledged: ["SECTION_PERFUNCTORY:ringkasan"] }, { remarks: 1 }],
  ["a note", { answered: [] }, { notes: 1 }],
  ["everything, told in one go", { statements: [], signers: {}, acknowledged: [], answered: [] }, { statements: 2, signers: 2, remarks: 1, notes: 1 }],
])("it is held back by %s", (_, without, missing) => {
  expect(readyToSend(asked, { ...all, ...without })).toEqual({
    ok: false, refusal: { key: "submission.send.incomplete", values: { statements: 0, signers: 0, remarks: 0, notes: 0, ...missing } },
  });
});

describe("what was seen of the parts", () => {
  const sections = [{ key: "ringkasan" }, { key: "tujuan" }, { key: "dampak" }];
  const answers = { ringkasan: { version: 3 }, tujuan: { version: 1 } };

  test("a page carries the version of each, 0 where nothing is written", () => {
    expect(partsOf(sections, answers)).toEqual({ ringkasan: 3, tujuan: 1, dampak: 0 });
    expect(partsChanged(partsOf(sections, answers), sections, answers)).toEqual([]);
  });

  test("each that was saved since is named, also one begun since and one the page did not carry", () => {
    expect(partsChanged({ ringkasan: 2, dampak: 0 }, sections, { ...answers, dampak: { version: 1 } })).toEqual(["ringkasan", "tujuan", "dampak"]);
  });
});
