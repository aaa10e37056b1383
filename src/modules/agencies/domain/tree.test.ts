import { describe, expect, test } from "vitest";
import { filingAgencyOf, isWithin, parentOf, regionOf, rootOf, slugOf } from "./tree";

describe("places in the tree", () => {
  test.each([
    ["73.72", "73.72", true],
    ["73.72/dinas-kesehatan", "73.72", true],
    ["73.72/dinas-kesehatan/puskesmas-lakessi", "73.72", true],
    ["73.72/dinas-kesehatan", "73.72/dinas", false],
    ["73.721", "73.72", false],
    ["73.72", "73", false],
    ["73.72", "73.72/dinas-kesehatan", false],
  ])("%s lies within %s: %s", (path, ancestor, expected) => {
    expect(isWithin(path, ancestor)).toBe(expected);
  });

  test("a unit has the place directly above it as parent, and its root has none", () => {
    const path = "33.02/dinas-kesehatan/puskesmas-sumpiuh-ii";
    expect(parentOf(path)).toBe("33.02/dinas-kesehatan");
    expect(parentOf("33.02")).toBeNull();
    expect(rootOf(path)).toBe("33.02");
  });
});

describe("who files for a unit", () => {
  test("in a national competition the whole government files, however deep the unit lies", () => {
    expect(filingAgencyOf("33.02/dinas-kesehatan/puskesmas-sumpiuh-ii", { within: null })).toBe("33.02");
    expect(filingAgencyOf("K-PANRB", { within: null })).toBe("K-PANRB");
  });

  test("in a regency's own competition the work unit files for itself and for the service units below it", () => {
    expect(filingAgencyOf("33.02/dinas-kesehatan/puskesmas-sumpiuh-ii", { within: "33.02" })).toBe("33.02/dinas-kesehatan");
    expect(filingAgencyOf("33.02/dinas-kesehatan", { within: "33.02" })).toBe("33.02/dinas-kesehatan");
  });

  test("in a competition inside one work unit its service units file for themselves", () => {
    expect(filingAgencyOf("33.02/dinas-kesehatan/puskesmas-kebasen", { within: "33.02/dinas-kesehatan" }))
      .toBe("33.02/dinas-kesehatan/puskesmas-kebasen");
  });

  test.each(["73.72/dinas-kesehatan", "33", "33.021/dinas-kesehatan"])("%s takes no part in the competition of 33.02", (path) => {
    expect(filingAgencyOf(path, { within: "33.02" })).toBeNull();
  });

  test("in a province's competition its offices file, and the kinds that the rules name of its regencies, cities and enterprises", () => {
    const sulsel = { within: "73", kinds: ["AGENCY_UNIT", "REGENCY", "CITY"] as const };
    expect(filingAgencyOf("73/dinas-kesehatan/rsud-haji", sulsel)).toBe("73/dinas-kesehatan");
    expect(filingAgencyOf("73.72/dinas-kesehatan/puskesmas-lakessi", sulsel)).toBe("73.72");
    expect(filingAgencyOf("73.01", sulsel)).toBe("73.01");
    for (const stranger of ["73", "33.02/dinas-kesehatan", "D-73-GMTD", "K-PANRB"]) expect(filingAgencyOf(stranger, sulsel)).toBeNull();
    expect(filingAgencyOf("D-73-GMTD", { within: "73", kinds: ["REGIONAL_SOE"] })).toBe("D-73-GMTD");
    expect(filingAgencyOf("73.72/dinas-kesehatan", { within: "73", kinds: [] })).toBeNull();
  });

  test("the organising agency cannot enter its own competition as a unit", () => {
    expect(filingAgencyOf("33.02", { within: "33.02" })).toBeNull();
  });
});

test.each([
  ["73.72/dinas-kesehatan", "73.72"], ["33.02", "33.02"], ["73/dinas-kesehatan", null], ["K-PANRB", null], ["D-73-GMTD", null],
])("the region of %s is %s", (path, region) => {
  expect(regionOf(path)).toBe(region);
});

describe("the name of a unit in its path", () => {
  test.each([
    ["RSUD Andi Makkasau", "rsud-andi-makkasau"],
    ["Dinas Pertanian, Kelautan dan Perikanan", "dinas-pertanian-kelautan-dan-perikanan"],
    ["RSUD dr. Saiful Anwar", "rsud-dr-saiful-anwar"],
    ["  Unit “Café” (UPT)  ", "unit-cafe-upt"],
    ["…", ""],
  ])("%s is written %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("a slug written again stays the same", () => {
    expect(slugOf(slugOf("Dinas Arsip & Perpustakaan / Daerah"))).toBe(slugOf("Dinas Arsip & Perpustakaan / Daerah"));
  });
});
