import { forEachFile } from "#tests/support/each-file";
import { readFileSync } from "node:fs";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import type { Role } from "@/modules/accounts/domain/roles";
import { editionById, type EditionView } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { codeFrom } from "@/modules/submission/domain/codes";

const DAY = 24 * 60 * 60 * 1000;

export type SelectionPerson = { userId: string; name: string; email: string; sessionId: string };
export type SelectionAgency = { id: string; code: string; unitId: string };
export type SelectionWorld = Awaited<ReturnType<typeof selectionWorld>>;

/**
 * An edition of 2020 whose administrative selection is open: two agencies with an admin and an innovator each, two selectors
 * and the secretariat. Each call opens an edition of its own.
 */
export async function selectionWorld() {
  await db.agency.upsert({ where: { code: "K-PANRB" }, create: { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" }, update: {} });
  const edition = await openEdition();
  const [own, other] = [await agency("73.72", "CITY", "Pemerintah Kota Parepare"), await agency("33.02", "REGENCY", "Pemerintah Kabupaten Banyumas")];
  return {
    edition, own, other,
    first: await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: edition.id }]),
    second: await selectionPerson([{ role: "ADMIN_SELECTOR", editionId: edition.id }]),
    secretary: await selectionPerson([{ role: "SECRETARIAT", editionId: edition.id }]),
    admin: await selectionPerson([{ role: "AGENCY_ADMIN", agencyId: own.id }]),
    otherAdmin: await selectionPerson([{ role: "AGENCY_ADMIN", agencyId: other.id }]),
    innovator: await selectionPerson([{ role: "INNOVATOR", agencyId: own.unitId }]),
  };
}

let made = 0;
forEachFile(() => void (made = 0));

/** A person with roles; the first is the hat of the session. */
export async function selectionPerson(roles: { role: Role; editionId?: string; agencyId?: string }[]): Promise<SelectionPerson> {
  made += 1;
  const { id: userId, name, email } = await db.user.create({ data: { email: `orang-${made}@contoh.test`, name: `Orang ${made}` } });
  const memberships = [];
  for (const held of roles) memberships.push(await db.membership.create({ data: { userId, ...held } }));
  const sessionId = await openSession(userId);
  await db.session.updateMany({ where: { userId }, data: { membershipId: memberships[0]?.id } });
  return { userId, name, email, sessionId };
}

/** A filed proposal of an agency, each a minute later than the one before. */
export async function filedProposal(
  { edition, own, innovator }: Pick<SelectionWorld, "edition" | "own" | "innovator">,
  given: { agency?: SelectionAgency; title?: string } = {},
) {
  made += 1;
  const place = given.agency ?? own;
  const title = given.title ?? `Inovasi ${made}`;
  const innovation = await db.innovation.create({ data: { code: codeFrom("INO", 2020, made), title, agencyId: place.id } });
  const { organizerId, rules } = edition;
  return db.submission.create({
    data: {
      organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id,
      code: codeFrom("INV", 2020, made), title, status: "SUBMITTED", groupKey: "umum", categoryKey: rules.categories[0]!.key,
      unitId: place.unitId, agencyId: place.id, ownerId: innovator.userId, implementedSince: new Date("2015-01-01"),
      signatory: "Kepala Dinas", submittedAt: new Date(Date.UTC(2020, 3, 1, 0, made)),
      answers: { create: rules.form.sections.map(({ key }) => ({ sectionKey: key, body: "Kata demi kata. ".repeat(20), isDone: true, savedById: innovator.userId })) },
    },
  });
}

/** Moves a stage so that it opens and closes so many days from the database's now. */
export async function moveSelectionStage(editionId: string, kind: "REGISTRATION" | "ADMIN_SELECTION", [opens, closes]: [number, number]): Promise<void> {
  const now = (await databaseNow()).getTime();
  await db.stage.updateMany({ where: { editionId, kind }, data: { opensAt: new Date(now + opens * DAY), closesAt: new Date(now + closes * DAY) } });
}

/** The stages of an edition, so many days from the database's now; those after the selection that are not named follow much later. */
export async function placeStages(editionId: string, days: Record<string, [number, number]>): Promise<void> {
  const now = (await databaseNow()).getTime();
  const stages = await db.stage.findMany({ where: { editionId }, orderBy: { position: "asc" } });
  for (const [index, { organizerId, id, key, kind }] of stages.entries()) {
    const isLater = kind !== "REGISTRATION" && kind !== "ADMIN_SELECTION";
    const [opens, closes] = days[key] ?? [70 + 2 * index, 71 + 2 * index];
    if (!days[key] && !isLater) continue;
    await db.stage.update({ where: { organizerId_id: { organizerId, id } }, data: { opensAt: new Date(now + opens * DAY), closesAt: new Date(now + closes * DAY) } });
  }
}

/** The checklist of the edition as a form sends it: every line met, but for those named. */
export function checklistFields(edition: EditionView, notMet: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    edition.rules.selection.checks.flatMap(({ key }) => [
      [`verdicts.${key}`, key in notMet ? "NOT_MET" : "MET"],
      [`notes.${key}`, notMet[key] ?? ""],
    ]),
  );
}

async function openEdition(): Promise<EditionView> {
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  made += 1;
  const { rules } = reading;
  const edition = { ...rules.edition, slug: `seleksi-${made}`, code: `SELEKSI-${made}` };
  const created = await createEdition({ rules: { ...rules, edition }, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(created.refusal.key);
  await moveSelectionStage(created.value.id, "REGISTRATION", [-40, -2]);
  await moveSelectionStage(created.value.id, "ADMIN_SELECTION", [-1, 5]);
  return (await editionById(created.value.id))!;
}

async function agency(code: string, kind: "CITY" | "REGENCY", name: string): Promise<SelectionAgency> {
  const { id } = await db.agency.upsert({ where: { code }, create: { code, kind, name }, update: {} });
  const unitCode = `${code}/dinas-kesehatan`;
  const unit = await db.agency.upsert({
    where: { code: unitCode }, create: { code: unitCode, kind: "AGENCY_UNIT", name: "Dinas Kesehatan", parentId: id }, update: {},
  });
  return { id, code, unitId: unit.id };
}
