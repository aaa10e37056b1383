import { describe, expect, it } from "vitest";
import { ROLES, type Actor, type Role } from "@/modules/accounts/domain/roles";
import * as policy from "./policy";

const here = { edition: { id: "edition-1" } };
const byOthers = { composerIds: ["somebody"], freezerId: "freezer", publisherMadeBy: ["super admin"] };

function wearing(role: Role, editionId: string | null = "edition-1"): Actor {
  const hat = { id: "hat", role, editionId, editionSlug: null, editionName: null, editionContact: null, agencyId: null, agencyCode: null, agencyName: null };
  return { userId: "person", name: "", email: "", sessionId: "", hat, memberships: [hat] };
}

const allowedRoles = (may: (actor: Actor, subject: never) => { allowed: boolean }, subject: object = here) =>
  ROLES.filter((role) => may(wearing(role), subject as never).allowed);

describe("who may rank, decide and publish", () => {
  it.each([
    ["mayOpenRanking", ["SECRETARIAT", "PUBLISHER"]],
    ["mayFreeze", ["SECRETARIAT"]],
    ["maySupersede", ["SECRETARIAT", "PUBLISHER"]],
    ["mayOpenDecision", ["SECRETARIAT", "PUBLISHER"]],
    ["mayCompose", ["SECRETARIAT"]],
    ["mayReturnToDrafting", ["SECRETARIAT", "PUBLISHER"]],
    ["mayOpenPublishing", ["SECRETARIAT", "PUBLISHER"]],
  ] as const)("%s is for %j", (name, roles) => {
    expect(allowedRoles(policy[name])).toEqual(roles);
  });

  it("lets a publisher publish what others composed", () => {
    expect(allowedRoles(policy.mayPublish, { ...here, ...byOthers })).toEqual(["PUBLISHER"]);
  });

  it("never lets a person publish what the same person composed", () => {
    const verdict = policy.mayPublish(wearing("PUBLISHER"), { ...here, ...byOthers, composerIds: ["somebody", "person"] });
    expect(verdict).toEqual({ allowed: false, because: { key: "results.problem.publisherComposed" } });
  });

  it("never lets a person publish what the same person froze", () => {
    const verdict = policy.mayPublish(wearing("PUBLISHER"), { ...here, ...byOthers, freezerId: "person" });
    expect(verdict).toEqual({ allowed: false, because: { key: "results.problem.publisherFroze" } });
  });

  it.each(["somebody", "freezer"])("never lets a person publish whom %s, who composed or froze, has made a publisher", (maker) => {
    const verdict = policy.mayPublish(wearing("PUBLISHER"), { ...here, ...byOthers, publisherMadeBy: [maker] });
    expect(verdict).toEqual({ allowed: false, because: { key: "results.problem.publisherMadeByComposer" } });
  });

  it("is never for the same role in another edition", () => {
    for (const name of ["mayOpenRanking", "mayFreeze", "mayOpenDecision", "mayCompose", "mayReturnToDrafting", "mayOpenPublishing"] as const)
      for (const role of ROLES) expect(policy[name](wearing(role, "edition-2"), here).allowed).toBe(false);
    expect(policy.mayPublish(wearing("PUBLISHER", "edition-2"), { ...here, ...byOthers }).allowed).toBe(false);
  });

  it("shows scores to those who run the edition only once every stage they are made of has closed, or the edition says so", () => {
    const stages = [{ key: "penilaian", opensAt: new Date(0), closesAt: new Date(1000) }, { key: "presentasi", opensAt: new Date(2000), closesAt: new Date(3000) }];
    const scores = (reads: string[], rules = {}) => ({ edition: { id: "edition-1", rules, stages }, reads: reads.map((key) => ({ stage: { key } })), frozen: null });
    const may = (subject: policy.ScoresSubject, at: number, role: Role = "SECRETARIAT") => policy.mayReadScores(wearing(role), subject, new Date(at));
    expect(may(scores(["penilaian"]), 500)).toEqual({ allowed: false, because: { key: "results.refused.scoringOpen" } });
    expect(may(scores(["penilaian"]), 1001).allowed).toBe(true);
    expect(may(scores(["penilaian", "presentasi"]), 1001).allowed).toBe(false);
    expect(may(scores(["penilaian", "presentasi"], { organiserSeesMarks: "WHILE_OPEN" }), 1001).allowed).toBe(true);
    expect(may({ ...scores(["penilaian"]), frozen: {} }, 500).allowed).toBe(true);
    for (const role of ROLES.filter((each) => each !== "SECRETARIAT" && each !== "PUBLISHER")) expect(may(scores(["penilaian"]), 1001, role).allowed).toBe(false);
  });

  it("lists scores only for those who run the edition of their hat", () => {
    expect(policy.rankingVisibleTo(wearing("SECRETARIAT")).filter).toEqual({ kind: "EDITION", editionId: "edition-1" });
    for (const role of ROLES.filter((each) => each !== "SECRETARIAT" && each !== "PUBLISHER"))
      expect(policy.rankingVisibleTo(wearing(role)).filter).toEqual({ kind: "NOBODY" });
    expect(policy.rankingVisibleTo({ ...wearing("SECRETARIAT"), hat: null }).filter).toEqual({ kind: "NOBODY" });
  });
});
