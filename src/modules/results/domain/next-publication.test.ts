import { describe, expect, it } from "vitest";
import { nextPublication, statusBefore } from "./next-publication";

const none = { number: "", date: "" };
const decree = { number: "192/2020", date: "2020-07-02" };

describe("the next publication of a decision set", () => {
  it("is the first version, provisional without a decree", () => {
    expect(nextPublication(null, none)).toEqual({ ok: true, value: { version: 1, state: "PROVISIONAL" } });
  });

  it("is final at once where the decree is there", () => {
    expect(nextPublication(null, decree)).toEqual({ ok: true, value: { version: 1, state: "FINAL" } });
  });

  it("makes a provisional list final as the next version", () => {
    expect(nextPublication({ version: 1, state: "PROVISIONAL" }, decree)).toEqual({ ok: true, value: { version: 2, state: "FINAL" } });
  });

  it("is never a second provisional list", () => {
    expect(nextPublication({ version: 1, state: "PROVISIONAL" }, none)).toMatchObject({ refusal: { key: "results.problem.alreadyProvisional" } });
  });

  it("never follows a final list", () => {
    expect(nextPublication({ version: 2, state: "FINAL" }, decree)).toMatchObject({ refusal: { key: "results.problem.alreadyFinal" } });
  });

  it("judges a set published as provisional as ready for its decree, and no other published set", () => {
    expect(statusBefore("PUBLISHED", { version: 1, state: "PROVISIONAL" })).toBe("READY");
    expect(statusBefore("PUBLISHED", { version: 2, state: "FINAL" })).toBe("PUBLISHED");
    expect(statusBefore("DRAFT", null)).toBe("DRAFT");
  });
});
