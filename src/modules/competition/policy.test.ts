import { expect, test } from "vitest";
import type { Actor, Role } from "@/modules/accounts/domain/roles";
import { mayPrepareEdition, type Preparation } from "./policy";

const wearing = (role: Role): Actor => {
  const hat = {
    id: "hat", role, editionId: "edition", editionSlug: null, editionName: null, editionContact: null, agencyId: null, agencyCode: null, agencyName: null,
  };
  return { userId: "user", name: "", email: "", sessionId: "", hat, memberships: [hat] };
};
const own: Preparation = { ownOrganizerId: "own", draft: null, replaces: null };

test.each<[string, Role, Preparation, boolean]>([
  ["a secretariat prepares anew", "SECRETARIAT", own, true],
  ["it goes on with a draft of its organiser", "SECRETARIAT", { ...own, draft: { organizerId: "own" } }, true],
  ["it knows of no draft of another", "SECRETARIAT", { ...own, draft: { organizerId: "other" } }, false],
  ["nor of the super admin's", "SECRETARIAT", { ...own, draft: { organizerId: null } }, false],
  ["it replaces no rules of another", "SECRETARIAT", { ...own, replaces: { organizerId: "other" } }, false],
  ["a publisher prepares nothing", "PUBLISHER", own, false],
  ["the super admin prepares everything", "SUPER_ADMIN", { ownOrganizerId: null, draft: { organizerId: "other" }, replaces: null }, true],
])("%s", (...[, role, preparation, allowed]) => {
  expect(mayPrepareEdition(wearing(role), preparation).allowed).toBe(allowed);
});
