import { describe, expect, it, test } from "vitest";
import { ROLES, type Actor, type Membership, type Role } from "@/modules/accounts/domain/roles";
import {
  assignmentsVisibleTo, mayAssign, mayDeclareTies, mayJudge, mayOpen, mayRecuse, mayScore, maySeeAssignments, type SheetSubject,
} from "./policy";

const NOW = new Date("2026-05-05T05:00:00Z");
const at = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);

const hat = (role: Role, given: Partial<Membership> = {}): Membership => ({
  id: role, role, editionId: "edition", editionSlug: null, editionName: null, editionContact: null, agencyId: null, agencyCode: null, agencyName: null, ...given,
});
const wearing = (role: Role, given: Partial<Membership> = {}, others: Membership[] = []): Actor => {
  const worn = hat(role, given);
  return { userId: "judge", name: "", email: "", sessionId: "", hat: worn, memberships: [worn, ...others] };
};

const sheet: SheetSubject = {
  judgeId: "judge", editionId: "edition", role: "EVALUATOR", recusedAt: null, pactAcceptedAt: at(-3), opensAt: at(-1), closesAt: at(1),
  frozen: false, contact: "sekretariat", grounds: ["AGENCY", "PROVINCE"],
  ties: { userId: "judge", agencyPaths: [], provinceCodes: [], declaredSubmissionIds: [], declaredAgencyPaths: [] },
  entry: { id: "entry", agencyPath: "73.72", unitPath: "73.72/rsud", provinceCode: "73", memberUserIds: ["writer"] },
};
const tiedTo = (ties: Partial<SheetSubject["ties"]>) => ({ ties: { ...sheet.ties, ...ties } });

const upcoming = { opensAt: at(1), closesAt: at(2) };
const closed = { opensAt: at(-2), closesAt: at(-1) };
const answers = (actor: Actor, subject: SheetSubject) =>
  [mayOpen(actor, subject), mayScore(actor, subject, NOW), mayRecuse(actor, subject, NOW)].map(({ allowed }) => (allowed ? "yes" : "no")).join(" ");

describe("reading, scoring and handing back an entry", () => {
  test.each<[string, Actor, Partial<SheetSubject>, string]>([
    ["the judge it was assigned to may do all three while the stage is open", wearing("EVALUATOR"), {}, "yes yes yes"],
    ["before the stage opens it can be read and handed back", wearing("EVALUATOR"), upcoming, "yes no yes"],
    ["after the stage closed it can only be read", wearing("EVALUATOR"), closed, "yes no no"],
    ["once a ranking is frozen it can only be read, though the stage is open", wearing("EVALUATOR"), { frozen: true }, "yes no no"],
    ["another judge may do nothing", wearing("EVALUATOR"), { judgeId: "other" }, "no no no"],
    ["a judge of another edition may do nothing", wearing("EVALUATOR", { editionId: "last year" }), {}, "no no no"],
    ["the hat of another stage's judges opens nothing", wearing("PANELIST"), {}, "no no no"],
    ["a panel entry opens to the panelist's hat", wearing("PANELIST"), { role: "PANELIST" }, "yes yes yes"],
    ["what was handed back is gone", wearing("EVALUATOR"), { recusedAt: at(-1) }, "no no no"],
    ["without the pact only a conflict may be named", wearing("EVALUATOR"), { pactAcceptedAt: null }, "no no yes"],
    ["a declared agency closes it", wearing("EVALUATOR"), tiedTo({ agencyPaths: ["73.72"] }), "no no no"],
    ["a declared province closes it", wearing("EVALUATOR"), tiedTo({ provinceCodes: ["73"] }), "no no no"],
    ["a declared province does not close it where the edition does not ask", wearing("EVALUATOR"), { ...tiedTo({ provinceCodes: ["73"] }), grounds: [] }, "yes yes yes"],
    ["an account in its unit closes it in every edition", wearing("EVALUATOR", {}, [hat("INNOVATOR", { agencyCode: "73.72/rsud" })]), { grounds: [] }, "no no no"],
    ["an account in another agency does not", wearing("EVALUATOR", {}, [hat("INNOVATOR", { agencyCode: "33.02" })]), {}, "yes yes yes"],
    ["a region whose code only begins alike does not", wearing("EVALUATOR", {}, [hat("AGENCY_ADMIN", { agencyCode: "73.7" })]), {}, "yes yes yes"],
    ["its writer may do nothing", { ...wearing("EVALUATOR"), userId: "writer" }, { judgeId: "writer", ...tiedTo({ userId: "writer" }) }, "no no no"],
  ])("%s", (_, actor, given, expected) => expect(answers(actor, { ...sheet, ...given })).toBe(expected));

  it.each(ROLES.filter((role) => role !== "EVALUATOR"))("the hat %s opens nothing of an evaluator's", (role) => {
    expect(answers(wearing(role), sheet)).toBe("no no no");
  });

  it("nobody without a hat may do anything", () => expect(answers({ ...wearing("EVALUATOR"), hat: null }, sheet)).toBe("no no no"));

  it("says why and whom to ask when it is too late", () => {
    expect(mayScore(wearing("EVALUATOR"), { ...sheet, ...closed }, NOW)).toEqual({
      allowed: false, because: { key: "review.refused.stageClosed", values: { contact: "sekretariat" } },
    });
    expect(mayScore(wearing("EVALUATOR"), { ...sheet, ...upcoming }, NOW)).toMatchObject({ because: { key: "review.refused.stageNotOpen" } });
    expect(mayScore(wearing("EVALUATOR"), { ...sheet, frozen: true }, NOW)).toMatchObject({ because: { key: "review.refused.frozen" } });
  });

  it("counts both ends of the stage as open", () => {
    expect(mayScore(wearing("EVALUATOR"), { ...sheet, opensAt: NOW, closesAt: at(1) }, NOW).allowed).toBe(true);
    expect(mayScore(wearing("EVALUATOR"), { ...sheet, opensAt: at(-1), closesAt: NOW }, NOW).allowed).toBe(true);
  });
});

describe("the list and the statement", () => {
  it.each(ROLES)("are open to %s only if that is a judge's hat of this edition", (role) => {
    const isJudge = role === "EVALUATOR" || role === "PANELIST";
    expect(mayJudge(wearing(role), { editionId: "edition" }).allowed).toBe(isJudge);
    expect(mayDeclareTies(wearing(role), { editionId: "edition" }).allowed).toBe(isJudge);
    expect(mayJudge(wearing(role, { editionId: "other" }), { editionId: "edition" }).allowed).toBe(false);
  });
});

describe("assigning", () => {
  const stage = { opensAt: at(-1), closesAt: at(1), frozen: false };
  const subject = { editionId: "edition", stage };

  it.each(ROLES)("is open to %s only if that is the secretariat of this edition", (role) => {
    expect(mayAssign(wearing(role), subject, NOW).allowed).toBe(role === "SECRETARIAT");
    expect(maySeeAssignments(wearing(role), subject).allowed).toBe(role === "SECRETARIAT");
    expect(mayAssign(wearing(role, { editionId: "other" }), subject, NOW).allowed).toBe(false);
  });

  test.each([
    ["before the stage opens", { ...stage, ...upcoming }, true],
    ["after it closed", { ...stage, ...closed }, false],
    ["once a ranking is frozen", { ...stage, frozen: true }, false],
    ["in a stage that no judge scores", null, false],
  ])("%s: %o", (_, given, allowed) => {
    expect(mayAssign(wearing("SECRETARIAT"), { editionId: "edition", stage: given }, NOW).allowed).toBe(allowed);
  });

  it("the board can be read after the stage", () => expect(maySeeAssignments(wearing("SECRETARIAT"), subject).allowed).toBe(true));
});

describe("lists", () => {
  test.each<[Role, object]>([
    ["EVALUATOR", { by: "JUDGE", judgeId: "judge", editionId: "edition", role: "EVALUATOR" }],
    ["PANELIST", { by: "JUDGE", judgeId: "judge", editionId: "edition", role: "PANELIST" }],
    ["SECRETARIAT", { by: "EDITION", editionId: "edition" }],
    ["PUBLISHER", { by: "NOBODY" }],
    ["AUDITOR", { by: "NOBODY" }],
    ["SUPER_ADMIN", { by: "NOBODY" }],
    ["ADMIN_SELECTOR", { by: "NOBODY" }],
    ["AGENCY_ADMIN", { by: "NOBODY" }],
    ["INNOVATOR", { by: "NOBODY" }],
  ])("%s sees of the assignments %o", (role, filter) => expect(assignmentsVisibleTo(wearing(role)).filter).toEqual(filter));
});
