import { expect, test } from "vitest";
import { registeredDoors } from "@/lib/door-register";
import { everyDoor } from "../support/doors";
import {
  badlyNamedDoors, declaredDoors, doorsElsewhere, misplacedServerActions, routesThatAct, unguardedExports, unknownOpenDoors, unnamedPolicies,
} from "./checks/doors";
import { readSources } from "./checks/sources";
import { registerTable } from "./checks/register-table";

const sources = readSources("src");

/** What somebody without an account may do. A line here is a decision; the reviewer asks why. */
const OPEN_DOORS = [
  "accounts.acceptInvitation",
  "accounts.acceptWithAccount",
  "accounts.invitationPage",
  "accounts.passwordLinkPage",
  "accounts.setPassword",
  "accounts.signIn",
  "accounts.signInPage",
  "accounts.signInToDemonstration",
  "accounts.viewer",
  "competition.editions",
  "results.publicCompetitions",
  "results.publicEdition",
  "results.publicHome",
  "results.publicInnovation",
  "results.publicLibrary",
  "results.publishedFile",
  "results.publishedPage",
  "results.siteMap",
];

/** None: a library's own routes would be a second way in, past every policy. */
const ROUTES_OF_OTHERS: string[] = [];

test("there are doors to look at", () => {
  expect(declaredDoors(sources).length).toBeGreaterThan(20);
});

test("server actions stand only in the actions of a module", () => {
  expect(misplacedServerActions(sources)).toEqual([]);
});

test("files of doors export doors and nothing else", () => {
  expect(unguardedExports(sources)).toEqual([]);
});

test("doors are made nowhere else", () => {
  expect(doorsElsewhere(sources)).toEqual([]);
});

test("a route only hands an endpoint on", () => {
  expect(routesThatAct(sources, ROUTES_OF_OTHERS)).toEqual([]);
});

test("every door has its own name, which begins with its module", () => {
  expect(badlyNamedDoors(sources)).toEqual([]);
});

test("every guarded door names a policy of a policy file", () => {
  expect(unnamedPolicies(sources)).toEqual([]);
});

test("no door is open to everybody but those agreed on, and each of those exists", () => {
  expect(unknownOpenDoors(sources, OPEN_DOORS)).toEqual([]);
  const open = declaredDoors(sources).filter(({ maker }) => maker.startsWith("open")).map(({ name }) => name);
  expect(OPEN_DOORS.filter((name) => !open.includes(name))).toEqual([]);
});

test("the register of permissions holds every door and was reviewed", async () => {
  const doors = await everyDoor();
  const registered = registeredDoors();
  expect(registered.map(({ name }) => name)).toEqual(doors.map(({ name }) => name ?? "").sort((a, b) => a.localeCompare(b, "en")));
  for (const { policy } of registered) expect(["", "policy", "anonymous"]).not.toContain(policy);
  await expect(registerTable(registered)).toMatchFileSnapshot("./permission-register.md");
});
