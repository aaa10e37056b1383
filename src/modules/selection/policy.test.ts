import { describe, expect, test } from "vitest";
import type { Actor, Membership, Role } from "@/modules/accounts/domain/roles";
import {
  mayConfirm, mayDecide, mayReadOutcome, mayReadSelection, mayRelease, maySelect, mayTakeNext, selectionsVisibleTo, type SelectionSubject,
} from "./policy";

const now = new Date("2026-05-10T12:00:00Z");
const stage = { opensAt: new Date("2026-05-04T01:00:00Z"), closesAt: new Date("2026-05-13T16:59:59.999Z") };
const subject: SelectionSubject = {
  organizerId: "org", id: "sub", code: "INV-1", editionId: "edisi", stage, released: false, agencyCode: "73.72", unitCode: "73.72/rsud",
  ownerId: "pemilik", takenById: "saya", outcome: null, secondById: null, secondReaderForFail: true,
};
const membership = (role: Role, place: { editionId?: string; agencyId?: string; agencyCode?: string }): Membership => ({
  id: role, role, editionId: place.editionId ?? null, editionSlug: null, editionName: null, editionContact: null, agencyId: place.agencyId ?? null,
  agencyCode: place.agencyCode ?? null, agencyName: null,
});
const actor = (hat: Membership, others: Membership[] = [], userId = "saya"): Actor =>
  ({ userId, name: "", email: "", sessionId: "", hat, memberships: [hat, ...others] });
const selector = actor(membership("ADMIN_SELECTOR", { editionId: "edisi" }));
const secretariat = actor(membership("SECRETARIAT", { editionId: "edisi" }));
const reason = (verdict: ReturnType<typeof maySelect>) => (verdict.allowed ? "allowed" : verdict.because.key);

describe("selecting", () => {
  test.each<[string, Actor, Partial<SelectionSubject>, Date, string]>([
    ["a selector of the edition may select while the stage is open", selector, {}, now, "allowed"],
    ["also at the closing instant itself", selector, {}, stage.closesAt, "allowed"],
    ["but not after it", selector, {}, new Date(stage.closesAt.getTime() + 1), "selection.refused.stageClosed"],
    ["nor before the stage opens", selector, {}, new Date(stage.opensAt.getTime() - 1), "selection.refused.stageNotOpen"],
    ["nor where the timetable has no such stage", selector, { stage: null }, now, "selection.refused.stageNotOpen"],
    ["nor once the outcome is out", selector, { released: true }, now, "selection.refused.released"],
    ["a selector of another edition may not", actor(membership("ADMIN_SELECTOR", { editionId: "lain" })), {}, now, "common.errors.notFound"],
    ["the secretariat may not", secretariat, {}, now, "common.errors.notFound"],
    ["a selector with a role in the filing agency may not", actor(selector.hat!, [membership("AGENCY_ADMIN", { agencyCode: "73.72" })]), {}, now, "selection.refused.ownAgency"],
    ["the owner of the proposal may not", actor(selector.hat!, [], "pemilik"), {}, now, "selection.refused.ownAgency"],
  ])("%s", (_, who, change, at, expected) => {
    expect(reason(maySelect(who, { ...subject, ...change }, at))).toBe(expected);
  });

  test("only the holder decides", () => {
    expect(reason(mayDecide(selector, subject, now))).toBe("allowed");
    expect(reason(mayDecide(selector, { ...subject, takenById: "lain" }, now))).toBe("selection.refused.notYours");
    expect(reason(mayDecide(selector, { ...subject, takenById: null }, now))).toBe("selection.refused.notYours");
  });

  test("the next one may be asked for by a selector alone", () => {
    expect(reason(mayTakeNext(selector, subject, now))).toBe("allowed");
    expect(reason(mayTakeNext(secretariat, subject, now))).toBe("common.errors.notFound");
  });
});

describe("the second reading of a fail", () => {
  const failed = { ...subject, takenById: "lain", outcome: "FAIL" as const };
  test.each<[string, SelectionSubject, string]>([
    ["is another selector's", failed, "allowed"],
    ["is never the first reader's", { ...failed, takenById: "saya" }, "selection.refused.ownFail"],
    ["is not needed for a pass", { ...failed, outcome: "PASS" }, "selection.refused.noSecondNeeded"],
    ["is not needed twice", { ...failed, secondById: "dua" }, "selection.refused.noSecondNeeded"],
    ["is not needed where the edition wants none", { ...failed, secondReaderForFail: false }, "selection.refused.noSecondNeeded"],
  ])("%s", (_, given, expected) => {
    expect(reason(mayConfirm(selector, given, now))).toBe(expected);
  });
});

describe("reading and releasing", () => {
  test("selectors and secretariat of the edition read what selectors wrote, others find nothing", () => {
    expect(reason(mayReadSelection(selector, subject))).toBe("allowed");
    expect(reason(mayReadSelection(secretariat, subject))).toBe("allowed");
    for (const role of ["EVALUATOR", "PANELIST", "PUBLISHER"] as const) {
      expect(reason(mayReadSelection(actor(membership(role, { editionId: "edisi" })), subject))).toBe("common.errors.notFound");
    }
    expect(reason(mayReadSelection(actor(membership("AGENCY_ADMIN", { agencyId: "a", agencyCode: "73.72" })), subject))).toBe("common.errors.notFound");
  });

  test("a person with a stake reads nothing early, whatever the hat", () => {
    expect(reason(mayReadSelection(actor(secretariat.hat!, [membership("INNOVATOR", { agencyCode: "73.72/rsud" })]), subject))).toBe("selection.refused.ownAgency");
  });

  test("only the secretariat of the edition releases", () => {
    expect(reason(mayRelease(secretariat, subject))).toBe("allowed");
    expect(reason(mayRelease(selector, subject))).toBe("common.errors.notFound");
    expect(reason(mayRelease(actor(membership("SECRETARIAT", { editionId: "lain" })), subject))).toBe("common.errors.notFound");
  });

  test("the outcome is for the unit that wrote and the agency that filed", () => {
    const origin = { unitId: "unit", agencyId: "instansi" };
    expect(reason(mayReadOutcome(actor(membership("INNOVATOR", { agencyId: "unit" })), origin))).toBe("allowed");
    expect(reason(mayReadOutcome(actor(membership("AGENCY_ADMIN", { agencyId: "instansi" })), origin))).toBe("allowed");
    expect(reason(mayReadOutcome(actor(membership("AGENCY_ADMIN", { agencyId: "lain" })), origin))).toBe("common.errors.notFound");
    expect(reason(mayReadOutcome(selector, origin))).toBe("common.errors.notFound");
  });

  test("lists hold the hat's edition and leave out the agencies one belongs to", () => {
    const scope = selectionsVisibleTo(actor(selector.hat!, [membership("INNOVATOR", { agencyCode: "73.72" })]));
    expect(scope.filter).toEqual({ editionId: "edisi", userId: "saya", ownAgencies: ["73.72"] });
    expect(selectionsVisibleTo(actor(membership("PUBLISHER", { editionId: "edisi" }))).filter.editionId).toBeNull();
  });
});
