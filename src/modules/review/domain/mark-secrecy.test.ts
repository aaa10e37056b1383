import { describe, expect, it } from "vitest";
import { secretStages, secretUntil } from "./mark-secrecy";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const stages = [
  { key: "penilaian", opensAt: at(1), closesAt: at(10) },
  { key: "presentasi", opensAt: at(12), closesAt: at(20) },
];
const edition = { rules: {}, stages };

describe("marks of a stage", () => {
  it("are secret until it has closed, to the closing instant itself", () => {
    expect(secretStages(edition, at(5))).toEqual(["penilaian", "presentasi"]);
    expect(secretStages(edition, at(10))).toEqual(["penilaian", "presentasi"]);
    expect(secretStages(edition, new Date(at(10).getTime() + 1))).toEqual(["presentasi"]);
    expect(secretStages(edition, at(21))).toEqual([]);
  });

  it("are open to the organiser at any time where the edition says so", () => {
    expect(secretStages({ rules: { organiserSeesMarks: "WHILE_OPEN" }, stages }, at(5))).toEqual([]);
    expect(secretStages({ rules: { organiserSeesMarks: "AFTER_CLOSE" }, stages }, at(5))).toEqual(["penilaian", "presentasi"]);
  });
});

describe("what is made of several stages", () => {
  it("is secret until the last of them has closed, and not for a stage that it is not made of", () => {
    expect(secretUntil(edition, ["penilaian"], at(11))).toBeNull();
    expect(secretUntil(edition, ["penilaian", "presentasi"], at(11))).toEqual(at(20));
    expect(secretUntil(edition, ["penilaian"], at(2))).toEqual(at(10));
    expect(secretUntil(edition, ["tiada"], at(2))).toBeNull();
  });
});
