import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { press } from "#tests/support/press";
import { askAs } from "#tests/support/request";
import { beforeAll, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { openEdition, prepareEdition } from "@/modules/competition/actions";
import { loadManagedEdition, loadNewEdition } from "@/modules/competition/loaders";
import { loadCompetitions, loadDraftPreview, loadEdition, loadHome } from "@/modules/results/loaders";

/** Notes on sources are the organiser's: nobody outside reads one, and they do not go into another's rules. */
const SLUG = "lomba-ambon-2031";
const NOTE = "Angka ini usulan penyusun.";
const RULES = readFileSync("tests/integration/whole-path/fourth-edition.yaml", "utf8")
  .replace("provenance: []", `provenance:\n  - { path: groups, mark: PROPOSED, note: ${NOTE} }`);

let superAdmin = "", secretary = "";
const draft = randomUUID();

beforeAll(async () => {
  await db.agency.create({ data: { code: "81.71", kind: "CITY", name: "Pemerintah Kota Ambon" } });
  const person = async (email: string, data: object) => openSession((await db.user.create({ data: { email, name: email, memberships: { create: data as never } } })).id);
  superAdmin = await person("sistem@contoh.test", { role: "SUPER_ADMIN" });
  askAs(superAdmin);
  await press(prepareEdition, { rules: RULES, draft, version: "0", step: "keep", replaces: "" });
  expect(await press(openEdition, { rules: RULES })).toMatchObject({ status: "redirected" });
  const { id: editionId } = await db.edition.findUniqueOrThrow({ where: { slug: SLUG } });
  secretary = await person("sekretaris@contoh.test", { role: "SECRETARIAT", editionId });
});

const holdsIt = (page: unknown) => JSON.stringify(page).includes(NOTE);

test("they are on the organiser's page and in the preview", async () => {
  askAs(secretary);
  expect(holdsIt((await loadManagedEdition({ slug: SLUG })).subject)).toBe(true);
  askAs(superAdmin);
  expect(holdsIt((await loadDraftPreview({ id: draft })).subject)).toBe(true);
});

test("no public page holds them, whoever asks", async () => {
  for (const session of [null, secretary, superAdmin]) {
    askAs(session);
    const pages = [await loadEdition({ slug: SLUG }), await loadHome({}), await loadCompetitions({})];
    expect(JSON.stringify(pages[0])).toContain("Lomba Layanan Kota Ambon 2031");
    expect(pages.map(holdsIt)).toEqual([false, false, false]);
  }
});

test("a copy for another edition leaves them behind; rules that replace their own keep them", async () => {
  askAs(superAdmin);
  expect((await loadNewEdition({ copyOf: SLUG })).subject.rules).toContain("provenance: []");
  expect((await loadNewEdition({ replaces: SLUG })).subject.rules).toContain(NOTE);
});
