import { forEachFile } from "#tests/support/each-file";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import type { Actor, Role } from "@/modules/accounts/domain/roles";
import { editionById, type EditionView } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { scoringStage, type ScoringStage } from "@/modules/review/queries/stage";
import { codeFrom } from "@/modules/submission/domain/codes";

const DAY = 24 * 60 * 60 * 1000;

export type Person = { userId: string; name: string; sessionId: string };
export type AgencyPlace = { id: string; code: string; unitId: string; unitCode: string };
export type ReviewWorld = Awaited<ReturnType<typeof reviewWorld>>;

/**
 * An edition of 2020 whose proposal evaluation is open: agencies in three provinces, entries that passed a released
 * selection spread over them, judges with their pact accepted, a panelist and the secretariat. Each call opens an edition of
 * its own.
 */
export async function reviewWorld({ judges = 3, entries = 4 }: { judges?: number; entries?: number } = {}) {
  await db.agency.upsert({ where: { code: "K-PANRB" }, create: { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" }, update: {} });
  const edition = await openEdition();
  const agencies = [
    await agency("73.72", "73", "Pemerintah Kota Parepare"),
    await agency("33.02", "33", "Pemerintah Kabupaten Banyumas"),
    await agency("35.78", "35", "Pemerintah Kota Surabaya"),
  ];
  const owner = await person("INNOVATOR", { agencyId: agencies[0]!.unitId });
  const people = {
    judges: await Promise.all(Array.from({ length: judges }, () => person("EVALUATOR", { editionId: edition.id }))),
    panelist: await person("PANELIST", { editionId: edition.id }),
    secretary: await person("SECRETARIAT", { editionId: edition.id }),
    owner,
  };
  for (const judge of [...people.judges, people.panelist]) await acceptPactFor(edition, judge);
  const submissions = [];
  for (let index = 0; index < entries; index += 1) submissions.push(await passedEntry(edition, agencies[index % agencies.length]!, owner));
  await db.selectionRelease.create({
    data: { organizerId: edition.organizerId, editionId: edition.id, releasedById: people.secretary.userId, passed: entries, failed: 0 },
  });
  const stage = (await scoringStage(edition.id, "penilaian"))!;
  return { edition, agencies, submissions, stage, ...people };
}

/** Moves a stage so that it opens and closes so many days from the database's now. */
export async function moveStage(editionId: string, key: string, [opens, closes]: [number, number]): Promise<void> {
  const now = (await databaseNow()).getTime();
  await db.stage.updateMany({
    where: { editionId, key },
    data: { opensAt: new Date(now + opens * DAY), closesAt: new Date(now + closes * DAY) },
  });
}

/** One assignment, without asking the rules. */
export async function assign(stage: Pick<ScoringStage, "organizerId" | "id">, submissionId: string, judge: Person): Promise<string> {
  const { id } = await db.assignment.create({
    data: { organizerId: stage.organizerId, stageId: stage.id, submissionId, judgeId: judge.userId, batchId: randomUUID() },
  });
  return id;
}

/** Marks for every criterion of the stage's rubric. */
export function fullMarks({ rubric }: Pick<ScoringStage, "rubric">, mark = 80): Record<string, number> {
  return Object.fromEntries(rubric.criteria.map(({ key }) => [key, mark]));
}

let made = 0;
forEachFile(() => void (made = 0));

export async function person(role: Role, place: { editionId?: string; agencyId?: string } = {}): Promise<Person> {
  made += 1;
  const name = `Orang ${made}`;
  const user = await db.user.create({
    data: { email: `orang-${made}@contoh.test`, name, memberships: { create: { role, ...place } } },
  });
  return { userId: user.id, name, sessionId: await openSession(user.id) };
}

/** The person as a policy sees them, wearing their first hat of the role. */
export async function actorOf({ userId, name, sessionId }: Person, role: Role): Promise<Actor> {
  const rows = await db.membership.findMany({ where: { userId, endedAt: null }, include: { agency: true } });
  const memberships = rows.map(({ id, role: held, editionId, agencyId, agency: place }) => ({
    id, role: held, editionId, editionSlug: null, editionName: null, editionContact: null, agencyId, agencyCode: place?.code ?? null, agencyName: place?.name ?? null,
  }));
  return { userId, name, email: "", sessionId, hat: memberships.find((each) => each.role === role) ?? null, memberships };
}

export async function passedEntry(edition: EditionView, place: AgencyPlace, owner: Person, status: "SUBMITTED" | "WITHDRAWN" = "SUBMITTED") {
  made += 1;
  const { organizerId } = edition;
  const innovation = await db.innovation.create({ data: { code: codeFrom("INO", 2020, made), title: `Inovasi ${made}`, agencyId: place.id } });
  const submission = await db.submission.create({
    data: {
      organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id,
      code: codeFrom("INV", 2020, made), title: `Inovasi ${made}`, status, groupKey: "umum", categoryKey: edition.rules.categories[0]!.key,
      unitId: place.unitId, agencyId: place.id, ownerId: owner.userId, implementedSince: new Date("2015-01-01"),
      submittedAt: new Date(Date.UTC(2020, 3, 1, 0, made)),
      answers: { create: [{ sectionKey: edition.rules.form.sections[0]!.key, body: `Isi rahasia ${made}`, isDone: true, savedById: owner.userId }] },
    },
  });
  await db.selectionDecision.create({
    data: { organizerId, submissionId: submission.id, editionId: edition.id, takenById: owner.userId, outcome: "PASS", decidedAt: new Date() },
  });
  return submission;
}

/** What the trail holds of one kind of act in an edition, in its order. */
export async function eventsOf(editionId: string, action: string) {
  const rows = await db.auditEvent.findMany({ where: { action, editionId }, orderBy: { seq: "asc" } });
  return rows.map(({ actorId, body }) => ({ actorId, details: JSON.parse(body).details as Record<string, unknown> }));
}

export async function suspend({ userId }: Pick<Person, "userId">): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
}

export async function acceptPactFor(edition: Pick<EditionView, "id" | "organizerId">, judge: Person): Promise<void> {
  await db.integrityPact.create({
    data: { organizerId: edition.organizerId, editionId: edition.id, judgeId: judge.userId, affiliation: "Universitas" },
  });
}

async function openEdition(): Promise<EditionView> {
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  made += 1;
  const { rules } = reading;
  const edition = { ...rules.edition, slug: `${rules.edition.slug}-${made}`, code: `${rules.edition.code}-${made}` };
  const created = await createEdition({ rules: { ...rules, edition }, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(created.refusal.key);
  await moveStage(created.value.id, "penilaian", [-1, 10]);
  await moveStage(created.value.id, "presentasi", [20, 30]);
  return (await editionById(created.value.id))!;
}

async function agency(code: string, provinceCode: string, name: string): Promise<AgencyPlace> {
  const unitCode = `${code}/dinas-kesehatan`;
  const place = { kind: "CITY", name, provinceCode } as const;
  const { id } = await db.agency.upsert({ where: { code }, create: { code, ...place }, update: {} });
  const below = { kind: "AGENCY_UNIT", name: "Dinas Kesehatan", parentId: id, provinceCode } as const;
  const unit = await db.agency.upsert({ where: { code: unitCode }, create: { code: unitCode, ...below }, update: {} });
  return { id, code, unitId: unit.id, unitCode };
}
