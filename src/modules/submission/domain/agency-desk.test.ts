import { describe, expect, test } from "vitest";
import { ballQueue, coverageOf, editionToShow, timeLeft, worstFirst } from "./agency-desk";

describe("the queue", () => {
  const closesAt = new Date("2020-04-26T16:59:59.999Z");
  const counts = [
    { status: "DRAFT", count: 8 }, { status: "RETURNED", count: 3 }, { status: "AGENCY_REVIEW", count: 1 },
    { status: "ENDORSED", count: 3 }, { status: "SUBMITTED", count: 2 }, { status: "WITHDRAWN", count: 50 },
  ] as const;

  test("counts who must act: drafts and returned with the innovator, the rest before filing with the agency", () => {
    expect(ballQueue(counts, closesAt, closesAt)).toEqual({ agency: 4, innovator: 11, filed: 2, missed: 0 });
    expect(ballQueue([], closesAt, closesAt)).toEqual({ agency: 0, innovator: 0, filed: 0, missed: 0 });
  });

  test("has nobody left to act after the close: what was not filed is lost", () => {
    expect(ballQueue(counts, closesAt, new Date(closesAt.getTime() + 1))).toEqual({ agency: 0, innovator: 0, filed: 2, missed: 15 });
  });
});

test("one problem that must be fixed comes before many that deserve a look, and a sound proposal is not listed", () => {
  const row = (code: string, mustFix: number, shouldLook: number) => ({
    code, mustFix: Array.from({ length: mustFix }), shouldLook: Array.from({ length: shouldLook }),
  });
  expect(worstFirst([row("D", 0, 1), row("B", 0, 9), row("Z", 1, 0), row("S", 0, 0), row("A", 1, 0), row("C", 2, 0)])
    .map(({ code }) => code)).toEqual(["C", "A", "Z", "B", "D"]);
});

describe("units without a proposal", () => {
  const units = [
    { code: "33.02/dinas-kesehatan", name: "Dinas Kesehatan" },
    { code: "33.02/dinas", name: "Dinas" },
    { code: "33.02/rsud", name: "RSUD" },
  ];

  test("a unit is covered by its own proposal and by that of a unit below it, and not by a neighbour with a like name", () => {
    expect(coverageOf(units, ["33.02/dinas-kesehatan/puskesmas-sumpiuh-ii", "33.02/rsud"]))
      .toEqual({ total: 3, covered: 2, missing: ["Dinas"] });
  });

  test("an agency without units has nothing to cover", () => {
    expect(coverageOf([], ["33.02"])).toEqual({ total: 0, covered: 0, missing: [] });
  });
});

describe("time left to the close", () => {
  const closesAt = new Date("2020-04-26T16:59:59.999Z");

  test("is told in whole days, hours and minutes", () => {
    expect(timeLeft(new Date("2020-04-23T12:58:59.000Z"), closesAt)).toEqual({ days: 3, hours: 4, minutes: 1 });
    expect(timeLeft(new Date("2020-04-26T16:59:30.000Z"), closesAt)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });

  test("at the closing instant there is still time, one millisecond later there is none", () => {
    expect(timeLeft(closesAt, closesAt)).not.toBeNull();
    expect(timeLeft(new Date(closesAt.getTime() + 1), closesAt)).toBeNull();
  });
});

describe("the edition that an agency is shown first", () => {
  const edition = (name: string, opens: string, closes: string) => ({
    name, registration: { opensAt: new Date(opens), closesAt: new Date(closes) },
  });
  const past = edition("past", "2019-01-01", "2019-02-01");
  const soon = edition("soon", "2020-01-01", "2020-02-01");
  const later = edition("later", "2020-01-01", "2020-06-01");

  test("of several open ones it is the one that closes soonest", () => {
    expect(editionToShow([later, past, soon], new Date("2020-01-15"))?.name).toBe("soon");
  });

  test("with none open it is the one whose close lies furthest ahead or least behind", () => {
    expect(editionToShow([past, soon], new Date("2020-03-01"))?.name).toBe("soon");
    expect(editionToShow([], new Date("2020-03-01"))).toBeNull();
  });
});
