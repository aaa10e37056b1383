import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules } from "./domain/edition-rules";
import { type InvitationTime, invitationTakenBack, invitationTo } from "./domain/group-invitation";
import { stageRows } from "./domain/stages";
import { movedTimetable, type StageMove } from "./domain/timetable-change";
import { type CalledAgency, settledStages, type EditionView } from "./queries";

export type NewEdition = { rules: EditionRules; isDemo: boolean; createdById: string | null };

/** Opens an edition under checked rules: organiser, competition, timetable and levels follow from them. */
export async function createEdition(edition: NewEdition): Promise<Result<{ id: string; slug: string }>> {
  return inTransaction((tx) => createEditionIn(tx, edition));
}

/** The same, inside a transaction that is already open. */
export async function createEditionIn(tx: Transaction, { rules, isDemo, createdById }: NewEdition): Promise<Result<{ id: string; slug: string }>> {
  const { slug, code, name, year, zone } = rules.edition;
  const taken = await tx.edition.findFirst({ where: { OR: [{ slug }, { code }] }, select: { id: true } });
  if (taken) return refuse("competition.refused.taken", { slug, code });
  const agency = await tx.agency.findUnique({ where: { code: rules.organizer.agency }, select: { id: true } });
  if (!agency) return refuse("competition.refused.organizer", { agency: rules.organizer.agency });

  const foreign = await tx.competition.count({ where: { slug: rules.competition.slug, organizer: { agencyId: { not: agency.id } } } });
  if (foreign > 0) return refuse("competition.refused.competition", { slug: rules.competition.slug });

  // Nothing is written before everything is checked: what a refusal returns is committed.
  const { contact } = rules.organizer;
  const organizer = await tx.organizer.upsert({
    where: { agencyId: agency.id },
    create: { agencyId: agency.id, slug: organizerSlug(rules.organizer.agency), contact },
    update: { contact },
  });
  const competition = await tx.competition.upsert({
    where: { slug: rules.competition.slug },
    create: { organizerId: organizer.id, slug: rules.competition.slug, nameId: rules.competition.name.id, nameEn: rules.competition.name.en },
    update: {},
  });

  const row = await tx.edition.create({
    data: { organizerId: organizer.id, competitionId: competition.id, slug, code, year, nameId: name.id, nameEn: name.en, zone, isDemo },
  });
  await writeRules(tx, { organizerId: organizer.id, editionId: row.id, rules });
  await appendAudit(tx, {
    actorId: createdById, action: "competition.createEdition", subject: { type: "edition", id: row.id }, editionId: row.id, details: { slug },
  });
  return ok({ id: row.id, slug });
}

export type TimetableChange = { edition: EditionView; move: StageMove; reason: string; changedById: string };

/**
 * Moves the dates of one stage. All stages of the edition are locked first, so that a filing or a hand-in that is under way is
 * judged by the timetable it began under, and the change by what they have become.
 */
export async function moveStage({ edition, move, reason, changedById }: TimetableChange): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const locked = await tx.$queryRaw<{ id: string; opensAt: Date; closesAt: Date }[]>`
      select id, "opensAt", "closesAt" from "Stage" where "organizerId" = ${edition.organizerId}::uuid and "editionId" = ${edition.id}::uuid
      order by id for update`;
    const stages = edition.stages.map((stage) => ({ ...stage, ...locked.find(({ id }) => id === stage.id) }));
    const now = await databaseNow(tx);
    const moved = movedTimetable(stages, move, { now, settled: await settledStages(edition, tx), rules: edition.rules });
    if (!moved.ok) return moved;

    const before = stages.find(({ key }) => key === move.key)!;
    const key = { organizerId: edition.organizerId, id: before.id };
    await tx.stage.update({ where: { organizerId_id: key }, data: { opensAt: move.opensAt, closesAt: move.closesAt } });
    await tx.stageChange.create({
      data: {
        organizerId: key.organizerId, stageId: key.id, opensBefore: before.opensAt, closesBefore: before.closesAt, reason, changedById,
        changedAt: now,
      },
    });
    await appendAudit(tx, {
      actorId: changedById, action: "competition.moveStage", subject: { type: "stage", id: key.id }, editionId: edition.id,
      details: {
        reason, stage: move.key, from: [before.opensAt.toISOString(), before.closesAt.toISOString()],
        to: [move.opensAt.toISOString(), move.closesAt.toISOString()],
      },
    });
    return ok(null);
  });
}

type NewGroupInvitation = { edition: EditionView; groupKey: string; agency: CalledAgency; actorId: string };

/** Invites an agency to a group; the close of registration waits for it or goes before it. */
export async function inviteToGroup({ edition, groupKey, agency, actorId }: NewGroupInvitation): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const allowed = invitationTo(edition.rules, { groupKey, agency }, await invitationTime(tx, edition));
    if (!allowed.ok) return allowed;
    const { count } = await tx.groupInvitation.createMany({
      data: { organizerId: edition.organizerId, editionId: edition.id, agencyId: agency.id, groupKey }, skipDuplicates: true,
    });
    if (count === 0) return refuse("competition.refused.alreadyInvited", { agency: agency.name });
    await appendAudit(tx, {
      actorId, action: "competition.inviteToGroup", subject: { type: "agency", id: agency.code }, editionId: edition.id, details: { group: groupKey },
    });
    return ok(null);
  });
}

type GroupInvitationKey = { edition: EditionView; groupKey: string; agencyCode: string; actorId: string };

/** Takes an invitation back that nothing was filed under; a filing under way holds the stage that is locked first. */
export async function takeInvitationBack({ edition, groupKey, agencyCode, actorId }: GroupInvitationKey): Promise<Result<{ name: string }>> {
  return inTransaction(async (tx) => {
    const time = await invitationTime(tx, edition);
    const agency = await tx.agency.findUnique({ where: { code: agencyCode }, select: { id: true, name: true } });
    if (!agency) return refuse("common.errors.changedMeanwhile");
    const place = { organizerId: edition.organizerId, editionId: edition.id, agencyId: agency.id, groupKey };
    const allowed = invitationTakenBack({ name: agency.name, filed: await tx.submission.count({ where: { ...place, status: "SUBMITTED" } }) }, time);
    if (!allowed.ok) return allowed;
    const { count } = await tx.groupInvitation.deleteMany({ where: place });
    if (count === 0) return refuse("common.errors.changedMeanwhile");
    await appendAudit(tx, {
      actorId, action: "competition.withdrawGroupInvitation", subject: { type: "agency", id: agencyCode }, editionId: edition.id,
      details: { group: groupKey },
    });
    return ok({ name: agency.name });
  });
}

/** Locks the registration, so that neither its dates nor a filing changes meanwhile. */
async function invitationTime(tx: Transaction, { id, organizerId }: EditionView): Promise<InvitationTime> {
  const [registration] = await tx.$queryRaw<InvitationTime["registration"][]>`
    select "opensAt", "closesAt" from "Stage"
    where "organizerId" = ${organizerId}::uuid and "editionId" = ${id}::uuid and kind = 'REGISTRATION' for update`;
  return { registration: registration!, now: await databaseNow(tx) };
}

/** SHA-256 of the canonical text of rules: what a snapshot names as the rules it was made under. */
function rulesHash(rules: EditionRules): string {
  return createHash("sha256").update(canonicalize(rules) ?? "").digest("hex");
}

async function writeRules(tx: Transaction, { organizerId, editionId, rules }: { organizerId: string; editionId: string; rules: EditionRules }) {
  await tx.rulesVersion.create({ data: { editionId, number: 1, document: rules as object, sha256: rulesHash(rules) } });
  await tx.stage.createMany({
    data: stageRows(rules).map(({ key, kind, position, opensAt, closesAt }) => ({
      organizerId, editionId, key, kind, position, opensAt, closesAt,
    })),
  });
  await tx.resultLevel.createMany({
    data: rules.results.flatMap((result) =>
      result.levels.map(({ key, name, size }, position) => ({
        organizerId, editionId, resultKey: result.key, key, nameId: name.id, nameEn: name.en, size, position,
      })),
    ),
  });
}

const organizerSlug = (agencyCode: string) => agencyCode.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
