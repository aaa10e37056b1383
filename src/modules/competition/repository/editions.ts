import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { EditionRules } from "../domain/edition-rules";
import { closesEarlier } from "../domain/earlier-close";
import { type InvitationTime, invitationTakenBack, invitationTo } from "../domain/group-invitation";
import { stageRows } from "../domain/stages";
import { type CalledAgency, type EditionDraft, type EditionView } from "../queries";

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
  await writeVersion(tx, { editionId, number: 1, rules });
  await tx.stage.createMany({
    data: stageRows(rules).map(({ key, kind, position, opensAt, closesAt }) => ({
      organizerId, editionId, key, kind, position, opensAt, closesAt,
    })),
  });
  await writeLevels(tx, { organizerId, editionId, rules });
}

type RulesOf = { organizerId: string; editionId: string; rules: EditionRules };

/** The next version of an edition's rules; gives its id. */
export async function writeVersion(tx: Transaction, { editionId, number, rules }: Omit<RulesOf, "organizerId"> & { number: number }): Promise<string> {
  const { id } = await tx.rulesVersion.create({ data: { editionId, number, document: rules as object, sha256: rulesHash(rules) }, select: { id: true } });
  return id;
}

export async function writeLevels(tx: Transaction, { organizerId, editionId, rules }: RulesOf): Promise<void> {
  await tx.resultLevel.createMany({
    data: rules.results.flatMap((result) =>
      result.levels.map(({ key, name, size }, position) => ({
        organizerId, editionId, resultKey: result.key, key, nameId: name.id, nameEn: name.en, size, position,
      })),
    ),
  });
}

export type KeptDraft = Pick<EditionDraft, "id" | "organizerId" | "replacesId" | "title" | "text" | "version"> & { createdById: string };

/** Keeps rules that are being prepared; `version` is the one that was seen, 0 for a new draft. The same text again changes nothing. */
export async function keepDraft({ version, createdById, ...draft }: KeptDraft): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const { id, title, text } = draft;
    if (version === 0) await tx.editionDraft.createMany({ data: { ...draft, createdById }, skipDuplicates: true });
    else await tx.editionDraft.updateMany({ where: { id, version, endedAt: null }, data: { title, text, version: { increment: 1 }, updatedAt: await databaseNow(tx) } });
    const kept = await tx.editionDraft.findFirst({ where: { id, endedAt: null }, select: { text: true } });
    if (kept?.text !== text) return refuse("common.errors.changedMeanwhile");
    await auditDraft(tx, { id, title, actorId: createdById, action: "competition.keepDraft" });
    return ok(null);
  });
}

/** Throws a draft away; its makers no longer see it. */
export async function discardDraft({ id, actorId }: { id: string; actorId: string }): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (!(await endDraft(tx, { id }))) return ok(null);
    const { title } = await tx.editionDraft.findUniqueOrThrow({ where: { id }, select: { title: true } });
    await auditDraft(tx, { id, title, actorId, action: "competition.discardDraft" });
    return ok(null);
  });
}

async function endDraft(tx: Transaction, { id, version }: { id: string; version?: number }): Promise<boolean> {
  const seen = version === undefined ? {} : { version };
  const { count } = await tx.editionDraft.updateMany({ where: { id, endedAt: null, ...seen }, data: { endedAt: await databaseNow(tx) } });
  return count > 0;
}

async function auditDraft(tx: Transaction, { id, title, actorId, action }: { id: string; title: string; actorId: string; action: string }): Promise<void> {
  await appendAudit(tx, { actorId, action, subject: { type: "editionDraft", id }, details: { title } });
}

type OpenedDraft = { draft: Pick<EditionDraft, "id" | "version">; edition: NewEdition };

/** Opens an edition from its draft, which is then over; refuses a draft that was changed since it was seen. */
export async function openDraft({ draft, edition }: OpenedDraft): Promise<Result<{ id: string; slug: string }>> {
  return inTransaction(async (tx) => {
    const opened = await createEditionIn(tx, edition);
    // Last, so that a refusal leaves the draft as it was.
    if (opened.ok && !(await endDraft(tx, draft))) throw new DraftChanged();
    return opened;
  }).catch(refuseChanged);
}

/** Undoes the whole transaction: what a refusal returns is committed. */
class DraftChanged extends Error {}

function refuseChanged(error: unknown): Result<never> {
  if (error instanceof DraftChanged) return refuse("common.errors.changedMeanwhile");
  throw error;
}

type Replacement = { edition: EditionView; rules: EditionRules; reason: string; actorId: string; draft: Pick<EditionDraft, "id" | "version"> };

/**
 * Gives an edition other rules while nothing has been filed: a second version, its timetable and levels anew, and every proposal
 * that is being written under it, with the version it was begun under kept. An edition that was taken back is opened again.
 */
export async function replaceRules({ edition, rules, reason, actorId, draft }: Replacement): Promise<Result<{ slug: string }>> {
  return inTransaction(async (tx) => {
    const { id: editionId, organizerId } = edition;
    const unused = await lockUnused(tx, edition);
    if (!unused.ok) return unused;
    const kept = await keepsRegistration(tx, edition, rules);
    if (!kept.ok) return kept;
    const { name, year, zone } = rules.edition;
    const latest = await tx.rulesVersion.findFirstOrThrow({ where: { editionId }, orderBy: { number: "desc" }, select: { id: true, number: true } });
    const versionId = await writeVersion(tx, { editionId, number: latest.number + 1, rules });
    await tx.edition.update({ where: { id: editionId }, data: { nameId: name.id, nameEn: name.en, year, zone, withdrawnAt: null, withdrawnReason: "" } });
    await rewriteStages(tx, { edition, rules, reason, actorId });
    await tx.resultLevel.deleteMany({ where: { organizerId, editionId } });
    await writeLevels(tx, { organizerId, editionId, rules });
    await tx.groupInvitation.deleteMany({
      where: { organizerId, editionId, groupKey: { notIn: rules.groups.filter(({ byInvitation }) => byInvitation).map(({ key }) => key) } },
    });
    await tx.$executeRaw`
      update "Submission" set "begunUnderId" = coalesce("begunUnderId", "rulesVersionId"), "rulesVersionId" = ${versionId}::uuid
      where "organizerId" = ${organizerId}::uuid and "editionId" = ${editionId}::uuid`;
    if (!(await endDraft(tx, draft))) throw new DraftChanged();
    await appendAudit(tx, {
      actorId, action: "competition.replaceRules", subject: { type: "edition", id: editionId }, editionId,
      details: { reason, number: latest.number + 1, sha256: rulesHash(rules) },
    });
    return ok({ slug: edition.slug });
  }).catch(refuseChanged);
}

/** Takes an edition back that nothing was filed in; it is gone from every public page. */
export async function withdrawEdition({ edition, reason, actorId }: { edition: EditionView; reason: string; actorId: string }): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const unused = await lockUnused(tx, edition);
    if (!unused.ok) return unused;
    const { count } = await tx.edition.updateMany({
      where: { id: edition.id, withdrawnAt: null }, data: { withdrawnAt: await databaseNow(tx), withdrawnReason: reason },
    });
    if (count === 0) return ok(null);
    await appendAudit(tx, {
      actorId, action: "competition.withdrawEdition", subject: { type: "edition", id: edition.id }, editionId: edition.id, details: { reason },
    });
    return ok(null);
  });
}

/** Holds the timetable, so that a filing under way comes before or finds the edition changed; refuses where something was ever filed. */
async function lockUnused(tx: Transaction, { id, organizerId, name }: EditionView): Promise<Result<null>> {
  await tx.$queryRaw`select id from "Stage" where "organizerId" = ${organizerId}::uuid and "editionId" = ${id}::uuid order by id for update`;
  const filed = await tx.receipt.count({ where: { organizerId, editionId: id } });
  return filed === 0 ? ok(null) : refuse("competition.refused.alreadyFiled", { edition: name.id });
}

/** Registration closes earlier by two people of the secretariat and with a notice, so not by other rules, while the edition is announced. */
async function keepsRegistration(tx: Transaction, { id, organizerId, stages }: EditionView, rules: EditionRules): Promise<Result<null>> {
  const [before, after] = [stages, stageRows(rules)].map((rows) => rows.find(({ kind }) => kind === "REGISTRATION"));
  const { withdrawnAt } = await tx.edition.findUniqueOrThrow({ where: { id }, select: { withdrawnAt: true } });
  if (!before || !after || withdrawnAt) return ok(null);
  const { closesAt } = await tx.stage.findFirstOrThrow({ where: { organizerId, editionId: id, key: before.key }, select: { closesAt: true } });
  const isEarlier = closesEarlier({ ...before, closesAt }, after.closesAt, await databaseNow(tx));
  return isEarlier ? refuse("competition.refused.rulesCloseEarlier") : ok(null);
}

type Rewriting = { edition: EditionView; rules: EditionRules; reason: string; actorId: string };

/** Stages that stay keep their row, with the change of their dates for the public; others go or come. */
async function rewriteStages(tx: Transaction, { edition: { id: editionId, organizerId, stages }, rules, reason, actorId }: Rewriting): Promise<void> {
  const rows = stageRows(rules);
  const gone = stages.filter(({ key }) => !rows.some((row) => row.key === key)).map(({ id }) => id);
  await tx.stageChange.deleteMany({ where: { organizerId, stageId: { in: gone } } });
  await tx.earlierClose.deleteMany({ where: { organizerId, stageId: { in: gone } } });
  await tx.stage.deleteMany({ where: { organizerId, id: { in: gone } } });
  for (const { key, kind, position, opensAt, closesAt } of rows) {
    const before = stages.find((stage) => stage.key === key);
    if (!before) {
      await tx.stage.create({ data: { organizerId, editionId, key, kind, position, opensAt, closesAt } });
      continue;
    }
    await tx.stage.update({ where: { organizerId_id: { organizerId, id: before.id } }, data: { kind, position, opensAt, closesAt } });
    if (before.opensAt.getTime() === opensAt.getTime() && before.closesAt.getTime() === closesAt.getTime()) continue;
    await tx.stageChange.create({
      data: { organizerId, stageId: before.id, opensBefore: before.opensAt, closesBefore: before.closesAt, reason, changedById: actorId },
    });
  }
}

const organizerSlug = (agencyCode: string) => agencyCode.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
