import { describe, expect, test } from "vitest";
import type { EditionRules } from "./edition-rules";
import { invitationTakenBack, invitationTo } from "./group-invitation";

const groups = [{ key: "special", byInvitation: true }, { key: "general", byInvitation: false }] as EditionRules["groups"];
const rules = { groups, participants: { within: null, kinds: ["CITY" as const] } };
const registration = { opensAt: new Date("2021-04-01T00:00:00Z"), closesAt: new Date("2021-05-01T00:00:00Z") };
const open = { registration, now: registration.closesAt };
const closed = { registration, now: new Date(registration.closesAt.getTime() + 1) };
const city = { code: "73.72", kind: "CITY", name: "Pemerintah Kota Parepare" } as const;

describe("an invitation to a group", () => {
  test.each([
    ["is given to an agency that takes part, up to the closing instant", { groupKey: "special", agency: city }, open, undefined],
    ["is refused once registration has closed", { groupKey: "special", agency: city }, closed, "competition.refused.invitationsClosed"],
    ["is not needed where the group is open", { groupKey: "general", agency: city }, open, "competition.refused.groupIsOpen"],
    ["needs a group of the edition", { groupKey: "other", agency: city }, open, "common.errors.notFound"],
    [
      "is refused to a kind of agency that does not take part",
      { groupKey: "special", agency: { ...city, kind: "SOE" as const } }, open, "competition.refused.agencyTakesNoPart",
    ],
    [
      "is refused to a unit, because its government files",
      { groupKey: "special", agency: { ...city, code: "73.72/rsud" } }, open, "competition.refused.agencyTakesNoPart",
    ],
  ])("%s", (_, wanted, time, expected) => {
    const answer = invitationTo(rules, wanted, time);
    expect(answer.ok ? undefined : answer.refusal.key).toBe(expected);
  });

  test.each([
    ["is taken back while nothing was filed under it", 0, open, undefined],
    ["stays once a proposal was filed under it", 1, open, "competition.refused.invitationUsed"],
    ["stays once registration has closed", 0, closed, "competition.refused.invitationsClosed"],
  ])("%s", (_, filed, time, expected) => {
    const answer = invitationTakenBack({ name: city.name, filed }, time);
    expect(answer.ok ? undefined : answer.refusal.key).toBe(expected);
  });
});
