import { forEachFile } from "#tests/support/each-file";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import type { Role } from "@/modules/accounts/domain/roles";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { editionById, type EditionView } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { codeFrom } from "@/modules/submission/domain/codes";
import { press } from "./press";
import { askAs } from "./request";

const DAY = 24 * 60 * 60 * 1000;

export type Staff = { userId: string; sessionId: string; name: string };
export type Entry = { id: string; code: string; title: string; innovationId: string; innovationCode: string };
export type ResultsWorld = Awaited<ReturnType<typeof resultsWorld>>;

export type EntryWish = { title?: string; group?: string; filedMinute?: number; answer?: string };

/** How many of the 2020 rules' levels: small, so that a test can be followed by hand. */
const SIZES: Record<string, number> = { "top-99": 3, "finalis-khusus": 1, "top-45": 2, outstanding: 1 };

/**
 * An edition under the rules of 2020 with small lists: entries that passed a released selection, three judges, a secretariat
 * and two publishers. Both scoring stages are over unless said otherwise. Nobody has scored anything. `wanted` changes the rules.
 */
export async function resultsWorld(wishes: readonly EntryWish[] = Array.from({ length: 6 }, () => ({})), wanted: (rules: EditionRules) => EditionRules = (rules) => rules) {
  const { place, organizer } = await places();
  const edition = await openEdition(organizer, wanted);
  const owner = await person("INNOVATOR", { agencyId: place.unitId });
  const staff = {
    secretary: await person("SECRETARIAT", { editionId: edition.id }),
    publisher: await person("PUBLISHER", { editionId: edition.id }),
    otherPublisher: await person("PUBLISHER", { editionId: edition.id }),
    agencyAdmin: await person("AGENCY_ADMIN", { agencyId: place.id }),
    owner,
  };
  const judges = [await person("EVALUATOR", { editionId: edition.id }), await person("EVALUATOR", { editionId: edition.id }), await person("EVALUATOR", { editionId: edition.id })];
  const entries: Entry[] = [];
  for (const wish of wishes) entries.push(await passedEntry(edition, { place, owner, wish }));
  await db.selectionRelease.create({
    data: { organizerId: edition.organizerId, editionId: edition.id, releasedById: staff.secretary.userId, passed: entries.length, failed: 2 },
  });
  return { edition, place, judges, entries, ...staff };
}

/** Moves a stage so that it opens and closes so many days from the database's now. */
export async function moveStage(editionId: string, key: string, [opens, closes]: [number, number]): Promise<void> {
  const now = (await databaseNow()).getTime();
  await db.stage.updateMany({ where: { editionId, key }, data: { opensAt: new Date(now + opens * DAY), closesAt: new Date(now + closes * DAY) } });
}

/** One finished review: every criterion the same mark, or the marks given by key. */
export async function review(
  { edition, judges }: Pick<ResultsWorld, "edition" | "judges">,
  { entry, judge, marks, stage = "penilaian" }: { entry: Entry; judge: number; marks: number | Record<string, number>; stage?: string },
): Promise<string> {
  const rule = edition.rules.stages.find(({ key }) => key === stage)!;
  const { criteria } = edition.rules.rubrics.find(({ key }) => key === rule.scoring!.rubric)!;
  const scores = criteria.map(({ key, weight }) => ({ key, weight, mark: typeof marks === "number" ? marks : marks[key] ?? 50 }));
  const weightedSum = scores.reduce((sum, { weight, mark }) => sum + weight * mark, 0);
  const key = { organizerId: edition.organizerId };
  const stageId = edition.stages.find((each) => each.key === stage)!.id;
  const { id } = await db.assignment.create({ data: { ...key, stageId, submissionId: entry.id, judgeId: judges[judge]!.userId, batchId: randomUUID() } });
  await db.review.create({ data: { ...key, assignmentId: id, finishedAt: new Date(), weightedSum } });
  await db.score.createMany({ data: scores.map((score) => ({ ...key, assignmentId: id, criterionKey: score.key, mark: score.mark })) });
  await db.$executeRaw`
    insert into "Standing" ("organizerId", "stageId", "submissionId", readings, "sumTotal", lowest, highest, mean)
    values (${edition.organizerId}::uuid, ${stageId}::uuid, ${entry.id}::uuid, 1, ${weightedSum}, ${weightedSum}, ${weightedSum}, ${weightedSum})
    on conflict ("organizerId", "stageId", "submissionId") do update set readings = "Standing".readings + 1,
      "sumTotal" = "Standing"."sumTotal" + excluded."sumTotal", lowest = least("Standing".lowest, excluded.lowest),
      highest = greatest("Standing".highest, excluded.highest),
      mean = ("Standing"."sumTotal" + excluded."sumTotal")::numeric / ("Standing".readings + 1)`;
  return id;
}

/** As many readings of every entry as the stage asks for: the n-th entry gets n points less than the first. */
export async function reviewEverything(world: ResultsWorld, stage = "penilaian", entries: readonly Entry[] = world.entries): Promise<void> {
  const { perSubmission } = world.edition.rules.stages.find(({ key }) => key === stage)!.scoring!;
  for (const [place, entry] of entries.entries())
    for (let judge = 0; judge < perSubmission; judge += 1) await review(world, { entry, judge, marks: 90 - place, stage });
}

/** The form that a page of this result sends, from this person. */
export async function sendAs(
  who: Staff,
  action: Parameters<typeof press>[0],
  { edition }: Pick<ResultsWorld, "edition">,
  fields: Record<string, string> = {},
) {
  askAs(who.sessionId);
  return press(action, { slug: edition.slug, result: "top-99", ...fields });
}

/** The version of the decision set as a page would show it now. */
export async function setVersion({ edition }: Pick<ResultsWorld, "edition">, resultKey = "top-99"): Promise<string> {
  const set = await db.decisionSet.findFirstOrThrow({ where: { editionId: edition.id, resultKey }, select: { version: true } });
  return String(set.version);
}

/** One GET of an anonymous reader. */
export async function fetchAnonymously<Params>(
  route: (request: Request, context: { params: Promise<Params> }) => Promise<Response>,
  params: Params,
  { query = "", locale = "id" as "id" | "en" } = {},
): Promise<{ status: number; headers: Headers; body: string }> {
  askAs(null, { locale });
  const response = await route(new Request(`http://localhost/${query}`), { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, body: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer()) };
}

let made = 0;
forEachFile(() => void (made = 0));

export async function person(role: Role, place: { editionId?: string; agencyId?: string }): Promise<Staff> {
  made += 1;
  const name = `Petugas ${made}`;
  const user = await db.user.create({ data: { email: `petugas-${made}@contoh.test`, name, memberships: { create: { role, ...place } } } });
  return { userId: user.id, name, sessionId: await openSession(user.id) };
}

export async function passedEntry(
  edition: EditionView,
  { place, owner, wish }: { place: { id: string; unitId: string }; owner: Staff; wish: EntryWish },
): Promise<Entry> {
  made += 1;
  const { organizerId } = edition;
  const title = wish.title ?? `Inovasi rahasia ${made}`;
  const innovation = await db.innovation.create({ data: { code: codeFrom("INO", 2020, made), title: `Judul lain ${made}`, agencyId: place.id } });
  const submission = await db.submission.create({
    data: {
      organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id, code: codeFrom("INV", 2020, made),
      title, status: "SUBMITTED", groupKey: wish.group ?? "umum", categoryKey: edition.rules.categories[0]!.key, unitId: place.unitId,
      agencyId: place.id, ownerId: owner.userId, implementedSince: new Date("2015-01-01"),
      submittedAt: new Date(Date.UTC(2020, 3, 1, 0, wish.filedMinute ?? made)),
      answers: { create: [{ sectionKey: edition.rules.form.sections[0]!.key, body: wish.answer ?? `Ringkasan rahasia ${made}.`, isDone: true, savedById: owner.userId }] },
    },
  });
  await db.selectionDecision.create({
    data: { organizerId, submissionId: submission.id, editionId: edition.id, takenById: owner.userId, outcome: "PASS", decidedAt: new Date() },
  });
  return { id: submission.id, code: submission.code, title, innovationId: innovation.id, innovationCode: innovation.code };
}

async function openEdition(organizer: string, wanted: (rules: EditionRules) => EditionRules): Promise<EditionView> {
  made += 1;
  const rules = wanted(smallRules(made, organizer));
  const created = await createEdition({ rules, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(created.refusal.key);
  await moveStage(created.value.id, "penilaian", [-20, -10]);
  await moveStage(created.value.id, "presentasi", [-5, -1]);
  return (await editionById(created.value.id))!;
}

function smallRules(number: number, organizer: string): EditionRules {
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  const { rules } = reading;
  return {
    ...rules,
    edition: { ...rules.edition, slug: `kipp-uji-${number}`, code: `KIPP-UJI-${number}` },
    organizer: { agency: organizer },
    results: rules.results.map((result) => ({ ...result, levels: result.levels.map((level) => ({ ...level, size: SIZES[level.key] ?? level.size })) })),
  };
}

async function places() {
  const organizer = await agency("K-PANRB", "MINISTRY", "Kementerian PANRB");
  await agency("73", "PROVINCE", "Pemerintah Provinsi Sulawesi Selatan", "73");
  const city = await agency("73.72", "CITY", "Pemerintah Kota Parepare", "73");
  const unit = await agency("73.72/rsud-andi-makkasau", "SERVICE_UNIT", "RSUD Andi Makkasau", "73");
  return { organizer: organizer.code, place: { id: city.id, unitId: unit.id } };
}

async function agency(code: string, kind: "MINISTRY" | "PROVINCE" | "CITY" | "SERVICE_UNIT", name: string, provinceCode?: string) {
  return db.agency.upsert({ where: { code }, create: { code, kind, name, provinceCode }, update: {} });
}
