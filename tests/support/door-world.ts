import { forEachFile } from "#tests/support/each-file";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { databaseNow, db } from "@/lib/db";
import type { StageRule } from "@/modules/competition/domain/edition-rules";
import { editionById, type EditionView } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { codeFrom } from "@/modules/submission/domain/codes";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { inviteCast, type Cast, type Place, type Places } from "./door-cast";

const DAY = 24 * 60 * 60 * 1000;

export type DoorWorld = Awaited<ReturnType<typeof doorWorld>>;

/** Before anything was released, or after selection was released and a ranking frozen. */
export type WorldState = "AT_WORK" | "DECIDED";

/**
 * Two editions and the things that doors lead to. Every stage is open at once, because the matrix asks who may, not when;
 * when is asked beside each policy.
 */
export async function doorWorld(state: WorldState) {
  const ground = await placesAndEditions();
  const cast = await inviteCast(ground.places);
  const proposals = await proposalsOf(ground, cast);
  const assignments = await judging(ground.edition, cast, proposals.passed);
  await selection(ground.edition, cast, proposals);
  if (state === "DECIDED") await decisions(ground.edition, cast);
  const receipt = await receiptFor(ground.edition, cast, proposals.passed);
  return { ...ground, cast, proposals, assignments, receipt, draft: await draft(ground.edition, cast), invitation: await invitation(ground.edition, cast) };
}

/** Rules that the secretariat prepares for its next edition. */
async function draft({ organizerId }: EditionView, { secretary }: Cast) {
  const text = readFileSync("prisma/rules/kipp-2020.yaml", "utf8");
  return db.editionDraft.create({ data: { organizerId, title: "KIPP", text, createdById: secretary.userId } });
}

async function placesAndEditions() {
  await place({ code: "K-PANRB", kind: "MINISTRY" });
  const own = await place({ code: "73.72", kind: "CITY", provinceCode: "73" });
  const foreign = await place({ code: "33.02", kind: "REGENCY", provinceCode: "33" });
  const unitOf = (parent: Place, name: string) => place({ code: `${parent.code}/${name}`, kind: "AGENCY_UNIT", parentId: parent.id });
  const [edition, otherEdition] = [await openEdition(), await openEdition()];
  const places: Places = {
    edition, otherEdition, agency: own, foreignAgency: foreign,
    unit: await unitOf(own, "dinas-kesehatan"),
    neighbourUnit: await unitOf(own, "dinas-sosial"),
    foreignUnit: await unitOf(foreign, "dinas-kesehatan"),
  };
  return { places, edition, otherEdition };
}

type NewPlace = { code: string; kind: "MINISTRY" | "CITY" | "REGENCY" | "AGENCY_UNIT"; provinceCode?: string; parentId?: string };

async function place(row: NewPlace): Promise<Place> {
  return db.agency.upsert({ where: { code: row.code }, create: { ...row, name: row.code }, update: {}, select: { id: true, code: true } });
}

let opened = 0;
forEachFile(() => void (opened = 0));

async function openEdition(): Promise<EditionView> {
  opened += 1;
  const reading = readRules(readFileSync("prisma/rules/kipp-2020.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2020 do not read.");
  const { rules } = reading;
  const edition = { ...rules.edition, slug: `pintu-${opened}`, code: `PINTU ${opened}` };
  const created = await createEdition({ rules: { ...rules, edition, stages: [...rules.stages, VISIT] }, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(created.refusal.key);
  const now = (await databaseNow()).getTime();
  await db.stage.updateMany({ where: { editionId: created.value.id }, data: { opensAt: new Date(now - DAY), closesAt: new Date(now + DAY) } });
  return (await editionById(created.value.id))!;
}

/** A visit without points beside the stages that the rules of 2020 have. */
const VISIT: StageRule = {
  key: "lapangan", kind: "FIELD_VISIT", name: { id: "Verifikasi lapangan", en: "Field visit" }, opensAt: "2020-12-01T08:00", closesAt: "2020-12-02T23:59",
  scoring: null, verdict: { role: "PANELIST", perSubmission: 1, avoid: ["AGENCY"], entrants: "PASSED_ADMIN", questions: [] },
};

type Ground = Awaited<ReturnType<typeof placesAndEditions>>;

/** All of one unit: one in each state, and of the filed ones one that passed and one that nobody has looked at. */
async function proposalsOf(ground: Ground, cast: Cast) {
  return {
    draft: await proposal(ground, cast, "DRAFT"),
    waiting: await proposal(ground, cast, "AGENCY_REVIEW"),
    endorsed: await proposal(ground, cast, "ENDORSED"),
    passed: await proposal(ground, cast, "SUBMITTED"),
    taken: await proposal(ground, cast, "SUBMITTED"),
    failed: await proposal(ground, cast, "SUBMITTED"),
  };
}

let written = 0;
forEachFile(() => void (written = 0));

async function proposal({ edition, places }: Ground, { innovator }: Cast, status: SubmissionStatus) {
  written += 1;
  const { rules, organizerId } = edition;
  const title = `Inovasi ${written}`;
  const innovation = await db.innovation.create({ data: { code: codeFrom("INO", 2020, written), title, agencyId: places.agency.id } });
  return db.submission.create({
    data: {
      organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id, title, status,
      code: codeFrom("INV", 2020, written), groupKey: rules.groups[0]!.key, categoryKey: rules.categories[0]!.key,
      unitId: places.unit.id, agencyId: places.agency.id, ownerId: innovator.userId, implementedSince: new Date("2015-01-01"),
      signatory: "Kepala Dinas", submittedAt: status === "SUBMITTED" ? new Date() : null,
      answers: { create: [{ sectionKey: rules.form.sections[0]!.key, body: "Isi.", isDone: true, savedById: innovator.userId }] },
    },
  });
}

type Proposal = Awaited<ReturnType<typeof proposal>>;

/** One reading of the passed entry for the evaluator, one for the panelist; the other judges have none. */
async function judging(edition: EditionView, { evaluator, idleEvaluator, panelist }: Cast, { id: submissionId }: Proposal) {
  const { id: editionId, organizerId, stages } = edition;
  for (const { userId: judgeId } of [evaluator, idleEvaluator, panelist]) {
    await db.integrityPact.create({ data: { organizerId, editionId, judgeId, affiliation: "Universitas" } });
  }
  const assign = async (stageKey: string, judgeId: string) => {
    const stageId = stages.find(({ key }) => key === stageKey)!.id;
    return (await db.assignment.create({ data: { organizerId, stageId, submissionId, judgeId, batchId: randomUUID() } })).id;
  };
  return { desk: await assign("penilaian", evaluator.userId), panel: await assign("presentasi", panelist.userId), visit: await assign("lapangan", panelist.userId) };
}

type Filed = Record<"passed" | "taken" | "failed", Proposal>;

/** The selector has passed one proposal, holds another, and waits for a second opinion on a third, which somebody else failed. */
async function selection({ id: editionId, organizerId }: EditionView, { selector }: Cast, proposals: Filed) {
  const { passed, taken, failed } = proposals;
  const colleague = await db.user.create({ data: { email: `rekan-${written}@contoh.test`, name: "Rekan" } });
  const decidedAt = new Date();
  await db.selectionDecision.createMany({
    data: [
      { organizerId, editionId, submissionId: passed.id, takenById: selector.userId, outcome: "PASS", decidedAt, reasonKeys: [] },
      { organizerId, editionId, submissionId: taken.id, takenById: selector.userId, reasonKeys: [] },
      { organizerId, editionId, submissionId: failed.id, takenById: colleague.id, outcome: "FAIL", decidedAt, reasonKeys: ["tidak-lengkap"] },
    ],
  });
}

/** Selection is out, the first ranking is frozen, and a set composed by the secretariat waits for its publisher. */
async function decisions({ id: editionId, organizerId }: EditionView, { secretary }: Cast) {
  const by = secretary.userId;
  await db.selectionRelease.create({ data: { organizerId, editionId, releasedById: by, passed: 1, failed: 0 } });
  const { id: snapshotId } = await db.rankingSnapshot.create({
    data: { organizerId, editionId, resultKey: "top-99", body: "{}", sha256: "0".repeat(64), frozenById: by },
  });
  await db.decisionSet.create({
    data: { organizerId, editionId, resultKey: "top-99", snapshotId, status: "READY", createdById: by, composedById: by, composedAt: new Date() },
  });
}

async function receiptFor({ id: editionId, organizerId }: EditionView, { agencyAdmin }: Cast, { id: submissionId, agencyId }: Proposal) {
  return db.receipt.create({
    data: {
      organizerId, editionId, agencyId, number: `BP-${written}`, filedAt: new Date(), filedById: agencyAdmin.userId,
      items: { create: [{ submissionId, sha256: "0".repeat(64) }] },
    },
  });
}

/** An invitation to judge in the edition, written by its secretariat. */
async function invitation(edition: EditionView, { secretary }: Cast) {
  return db.invitation.create({
    data: {
      tokenHash: randomUUID(), email: "juri@contoh.test", role: "EVALUATOR", editionId: edition.id, invitedById: secretary.userId,
      expiresAt: new Date(Date.now() + DAY),
    },
  });
}
