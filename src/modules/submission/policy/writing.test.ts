import { describe, expect, test } from "vitest";
import type { Actor, Role } from "@/modules/accounts/domain/roles";
import { ROLES } from "@/modules/accounts/domain/roles";
import { SUBMISSION_STATUSES, type SubmissionStatus } from "../domain/lifecycle";
import {
  mayRecall, maySeeOwnSubmissions, maySendToAgency, mayStart, mayViewAsAuthor, mayWrite, submissionsVisibleTo,
  type SubmissionSubject,
} from "./writing";
import { mayAnswerWithdrawal, mayAskWithdrawal, mayWithdraw } from "./withdrawing";

const opensAt = new Date("2026-03-01T00:00:00Z");
const closesAt = new Date("2026-04-16T16:59:59.999Z");
const during = new Date("2026-04-01T00:00:00Z");
const after = new Date(closesAt.getTime() + 1);
const before = new Date(opensAt.getTime() - 1);

const wearing = (role: Role, agencyId: string): Actor => {
  const hat = { id: "m", role, editionId: "edition", editionSlug: null, editionName: null, editionContact: null, agencyId, agencyCode: agencyId, agencyName: agencyId };
  return { userId: "user", name: "Rina", email: "rina@contoh.test", sessionId: "s", hat, memberships: [hat] };
};
const author = wearing("INNOVATOR", "unit");
const admin = wearing("AGENCY_ADMIN", "agency");

const proposal = (status: SubmissionStatus = "DRAFT"): SubmissionSubject => ({
  organizerId: "organizer", id: "id", editionId: "edition", rulesVersionId: "rules", code: "INV-2026-000000", status, version: 1,
  ownerId: "another", ownerGone: false, unitId: "unit", unitCode: "agency/unit", agencyId: "agency", agencyCode: "agency", registration: { opensAt, closesAt },
});
const because = (verdict: ReturnType<typeof mayWrite>) => (verdict.allowed ? null : verdict.because.key);

describe("whose proposal it is", () => {
  test("every innovator of the unit is an author, not only the one who began it", () => {
    expect(mayViewAsAuthor(author, proposal()).allowed).toBe(true);
    expect(mayWrite(author, proposal(), during).allowed).toBe(true);
  });

  test.each([["an innovator of another unit", wearing("INNOVATOR", "other")], ["an admin of another agency", wearing("AGENCY_ADMIN", "other")]])(
    "%s is told that nothing is there", (_, actor) => {
      expect(because(mayViewAsAuthor(actor, proposal()))).toBe("common.errors.notFound");
      for (const policy of [mayWrite, maySendToAgency, mayRecall, mayWithdraw]) expect(because(policy(actor, proposal(), during))).toBe("common.errors.notFound");
    });

  test("the filing agency's admin does nothing in the authors' name", () => {
    expect(mayViewAsAuthor(admin, proposal()).allowed).toBe(false);
    for (const policy of [mayWrite, maySendToAgency, mayRecall, mayWithdraw]) expect(policy(admin, proposal(), during).allowed).toBe(false);
  });

  test.each(ROLES.filter((role) => role !== "INNOVATOR"))("the hat decides: %s of the same unit writes nothing", (role) => {
    expect(mayWrite(wearing(role, "unit"), proposal(), during).allowed).toBe(false);
    expect(maySeeOwnSubmissions(wearing(role, "unit")).allowed).toBe(false);
  });

  test("a list holds the unit's or the agency's proposals, and for everybody else none", () => {
    expect(submissionsVisibleTo(author).filter).toEqual({ by: "UNIT", unitId: "unit" });
    expect(submissionsVisibleTo(admin).filter).toEqual({ by: "AGENCY", agencyId: "agency" });
    for (const role of ROLES.filter((each) => each !== "INNOVATOR" && each !== "AGENCY_ADMIN")) {
      expect(submissionsVisibleTo(wearing(role, "unit")).filter).toEqual({ by: "NOBODY" });
    }
    expect(submissionsVisibleTo({ ...author, hat: null }).filter).toEqual({ by: "NOBODY" });
  });
});

describe("when something may be done", () => {
  test("authors write only while the ball is with them", () => {
    const open = SUBMISSION_STATUSES.filter((status) => mayWrite(author, proposal(status), during).allowed);
    expect(open).toEqual(["DRAFT", "RETURNED"]);
  });

  test("sending again what is with the agency is let through to the page that says so", () => {
    const open = SUBMISSION_STATUSES.filter((status) => maySendToAgency(author, proposal(status), during).allowed);
    expect(open).toEqual(["DRAFT", "AGENCY_REVIEW", "RETURNED"]);
  });

  test("taking back to improve is possible while the agency has decided nothing, and a second press is let through", () => {
    const open = SUBMISSION_STATUSES.filter((status) => mayRecall(author, proposal(status), during).allowed);
    expect(open).toEqual(["DRAFT", "AGENCY_REVIEW"]);
    expect(because(mayRecall(author, proposal("ENDORSED"), during))).toBe("submission.refused.notRecallable");
    expect(because(mayRecall(author, proposal("AGENCY_REVIEW"), after))).toBe("submission.refused.registrationClosed");
  });

  const owned = (status: SubmissionStatus = "DRAFT") => ({ ...proposal(status), ownerId: "user" });

  test("its owner alone takes out what is not filed; a colleague only once the owner is gone", () => {
    expect(SUBMISSION_STATUSES.filter((status) => mayWithdraw(author, owned(status), during).allowed)).toEqual(["DRAFT", "AGENCY_REVIEW", "RETURNED", "ENDORSED", "WITHDRAWN"]);
    expect(because(mayWithdraw(author, proposal(), during))).toBe("submission.refused.notOwner");
    expect(mayWithdraw(author, { ...proposal(), ownerGone: true }, during).allowed).toBe(true);
    expect(because(mayWithdraw(author, owned("SUBMITTED"), during))).toBe("submission.refused.askAgency");
    expect(because(mayWithdraw(author, owned(), after))).toBe("submission.refused.registrationClosed");
  });

  test.each([["asking", mayAskWithdrawal], ["answering", mayAnswerWithdrawal]])("%s about a filed one is for its owner and its agency, until the close", (_, policy) => {
    for (const who of [author, admin]) {
      expect(SUBMISSION_STATUSES.filter((status) => policy(who, owned(status), during).allowed)).toEqual(["SUBMITTED", "WITHDRAWN"]);
      expect(because(policy(who, owned("SUBMITTED"), after))).toBe("submission.refused.registrationClosed");
    }
    expect(because(policy(author, proposal("SUBMITTED"), during))).toBe("submission.refused.notOwner");
    for (const who of [wearing("INNOVATOR", "other"), wearing("AGENCY_ADMIN", "other"), wearing("AGENCY_ADMIN", "unit")]) {
      expect(because(policy(who, owned("SUBMITTED"), during))).toBe("common.errors.notFound");
    }
  });

  test.each([["mayWrite", mayWrite], ["maySendToAgency", maySendToAgency]])(
    "%s holds to both ends of registration, the ends included", (_, policy) => {
      expect(policy(author, proposal(), opensAt).allowed).toBe(true);
      expect(policy(author, proposal(), closesAt).allowed).toBe(true);
      expect(because(policy(author, proposal(), before))).toBe("submission.refused.registrationNotOpen");
      expect(because(policy(author, proposal(), after))).toBe("submission.refused.registrationClosed");
    });

  test("an edition without registration takes nothing", () => {
    expect(because(mayWrite(author, { ...proposal(), registration: null }, during))).toBe("submission.refused.registrationClosed");
  });
});

describe("starting", () => {
  const start = { unitId: "unit", filingAgencyId: "agency", registration: { opensAt, closesAt } };

  test("an innovator starts for the own unit while registration is open", () => {
    expect(mayStart(author, start, during).allowed).toBe(true);
    expect(because(mayStart(author, start, after))).toBe("submission.refused.registrationClosed");
    expect(because(mayStart(author, { ...start, unitId: "other" }, during))).toBe("common.errors.notFound");
    expect(because(mayStart(admin, start, during))).toBe("common.errors.notFound");
  });

  test("a unit that no participating agency files for is told so", () => {
    expect(because(mayStart(author, { ...start, filingAgencyId: null }, during))).toBe("submission.refused.notParticipating");
  });
});
