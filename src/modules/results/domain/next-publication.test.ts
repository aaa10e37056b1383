import { describe, expect, it } from "vitest";
import { nextPublication, statusBefore } from "./next-publication";

const none = { number: "", date: "" };
const decree = { number: "192/2020", date: "2020-07-02" };
const provisional = { version: 1, state: "PROVISIONAL", decreeNumber: "", decreeDate: null } as const;
const final = { version: 2, state: "FINAL", decreeNumber: "191/2020", decreeDate: new Date("2020-07-02T00:00:00Z") } as const;
const asBefore = { reopened: false };
const reopened = { reopened: true };

describe("the next publication of a result", () => {
  it("is the first version, provisional without a decree", () => {
    expect(nextPublication(null, none, asBefore)).toEqual({ ok: true, value: { version: 1, state: "PROVISIONAL" } });
  });

  it("is final at once where the decree is there", () => {
    expect(nextPublication(null, decree, asBefore)).toEqual({ ok: true, value: { version: 1, state: "FINAL" } });
  });

  it("makes a provisional list final as the next version", () => {
    expect(nextPublication(provisional, decree, asBefore)).toEqual({ ok: true, value: { version: 2, state: "FINAL" } });
  });

  it("is a second provisional list only after the first went back to composing", () => {
    expect(nextPublication(provisional, none, asBefore)).toMatchObject({ refusal: { key: "results.problem.alreadyProvisional" } });
    expect(nextPublication(provisional, none, reopened)).toEqual({ ok: true, value: { version: 2, state: "PROVISIONAL" } });
    expect(nextPublication(provisional, decree, reopened)).toEqual({ ok: true, value: { version: 2, state: "FINAL" } });
  });

  it("follows a final list only after that went back to composing, and only by decree", () => {
    expect(nextPublication(final, decree, asBefore)).toMatchObject({ refusal: { key: "results.problem.alreadyFinal" } });
    expect(nextPublication(final, none, reopened)).toMatchObject({ refusal: { key: "results.problem.correctionWithoutDecree" } });
    expect(nextPublication(final, decree, reopened)).toEqual({ ok: true, value: { version: 3, state: "FINAL" } });
  });

  it("is set by a decree of no earlier day than the one it puts right", () => {
    expect(nextPublication(final, { number: "90/2020", date: "2020-07-01" }, reopened)).toMatchObject({
      refusal: { key: "results.problem.decreeBeforeEarlier", values: { version: 2, date: "2020-07-02" } },
    });
    expect(nextPublication(final, { number: "193/2020", date: "2020-07-03" }, reopened)).toMatchObject({ ok: true });
  });

  it("is set by a decree of its own, however the number is written", () => {
    for (const number of ["191/2020", " 191 / 2020"]) {
      expect(nextPublication(final, { ...decree, number }, reopened)).toMatchObject({
        refusal: { key: "results.problem.sameDecree", values: { version: 2, number: "191/2020" } },
      });
    }
  });

  it("judges a set published as provisional as ready for its decree, and no other published set", () => {
    expect(statusBefore("PUBLISHED", provisional)).toBe("READY");
    expect(statusBefore("PUBLISHED", final)).toBe("PUBLISHED");
    expect(statusBefore("DRAFT", null)).toBe("DRAFT");
    expect(statusBefore("DRAFT", provisional)).toBe("DRAFT");
  });
});
