import { describe, expect, test } from "vitest";
import { createLedger, leftOver, storedTexts } from "./sheet-ledger";

const rubric = { criteria: ["tujuan", "dampak"].map((key) => ({ key, weight: 50, name: { id: "", en: "" }, description: { id: "", en: "" }, sections: [], anchors: [] })) };
const stored = storedTexts({ marks: { tujuan: 70 }, remarks: { tujuan: "Jelas." }, remark: "" }, rubric);

describe("what of a sheet the server has not acknowledged", () => {
  test("is the boxes that differ, and nothing once they are saved", () => {
    const ledger = createLedger(stored);
    const boxes = { ...stored, "marks.dampak": "085", remark: "Baik\r\nsekali" };
    expect(ledger.unsaved(boxes)).toEqual({ "marks.dampak": { was: "", is: "085" }, remark: { was: "", is: "Baik\r\nsekali" } });
    ledger.saved({ marks: { dampak: 85 }, remarks: { dampak: "" } });
    expect(Object.keys(ledger.unsaved(boxes))).toEqual(["remark"]);
    ledger.saved({ marks: {}, remarks: {}, remark: "Baik\nsekali" });
    expect(ledger.unsaved(boxes)).toEqual({});
  });

  test("is a remark beside an empty mark, which no save takes", () => {
    const ledger = createLedger(stored);
    const boxes = { ...stored, "remarks.dampak": "Belum saya nilai." };
    ledger.saved({ marks: { dampak: null }, remarks: {} });
    expect(Object.keys(ledger.unsaved(boxes))).toEqual(["remarks.dampak"]);
  });
});

describe("a save whose answer was lost", () => {
  test("is this page's own when the server has just that", () => {
    const ledger = createLedger(stored);
    ledger.sent({ marks: { dampak: 80 }, remarks: { dampak: "" } });
    expect(ledger.adopt({ ...stored, "marks.dampak": "80" })).toBe(true);
    expect(ledger.unsaved({ ...stored, "marks.dampak": "90" })).toEqual({ "marks.dampak": { was: "80", is: "90" } });
  });

  test.each([
    ["another mark than was sent", { "marks.dampak": "60" }],
    ["a box that was not sent", { "marks.dampak": "80", "marks.tujuan": "10" }],
  ])("is not taken for its own when the server has %s", (_, others) => {
    const ledger = createLedger(stored);
    ledger.sent({ marks: { dampak: 80 }, remarks: { dampak: "" } });
    expect(ledger.adopt({ ...stored, ...others })).toBe(false);
  });
});

describe("what a device kept of a sheet", () => {
  const kept = { "marks.dampak": { was: "", is: "80" }, "marks.tujuan": { was: "70", is: "75" } };

  test("is put back without a question when the server still has what it had", () => {
    expect(leftOver(kept, stored)).toEqual({ boxes: kept, isUntouched: true });
  });

  test("is nothing any more when it has arrived meanwhile, and only the rest when a part has", () => {
    expect(leftOver(kept, { ...stored, "marks.dampak": "80", "marks.tujuan": "75" })).toBeNull();
    expect(leftOver(kept, { ...stored, "marks.dampak": "80" })).toEqual({ boxes: { "marks.tujuan": kept["marks.tujuan"] }, isUntouched: true });
  });

  test("is asked about when the server has something else by now", () => {
    expect(leftOver(kept, { ...stored, "marks.tujuan": "60" })?.isUntouched).toBe(false);
  });

  test.each([[null], ["teks"], [{ "marks.dampak": "80" }], [{ "marks.hilang": { was: "", is: "5" } }]])("%j is nothing of this sheet", (other) => {
    expect(leftOver(other, stored)).toBeNull();
  });
});
