import { appendAudit } from "@/lib/audit";
import { databaseNow, inTransaction, type Transaction } from "@/lib/db";
import { ok, refuse, type Refusal, type Result } from "@/lib/result";
import { applyMoves, compositionProblems, type Composition, type Move } from "../domain/composition";
import { movesToCarry, rulingsToCarry } from "../domain/carried";
import { rulingOn, type RulingKind } from "../domain/open-decisions";
import type { DecisionStatus } from "../domain/publication";
import { compositionOf, decisionSet, type DecisionSetRow } from "../queries/decision";
import { earlierRulings } from "../queries/earlier-sets";
import type { EditionResult } from "../queries/edition-result";
import { lockResult } from "./lock";

type Place = Pick<EditionResult, "edition" | "result">;

/** A step on a decision set: which version of it was looked at, and by whom the step is taken. */
export type Step = Place & { version: number; actorId: string };

/** The version that a step has made. */
export type NextVersion = { version: number };

/** Begins the decision set of a frozen ranking, once. */
export async function beginSet({ edition, result, actorId }: Place & { actorId: string }): Promise<Result<{ id: string }>> {
  return inTransaction(async (tx) => {
    await lockResult(tx, edition.id, result.key);
    const key = { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key };
    const snapshot = await tx.rankingSnapshot.findFirst({ where: { ...key, supersession: null }, select: { id: true, version: true } });
    if (!snapshot) return refuse("results.decision.notFrozen");
    if (await decisionSet({ edition, result }, tx)) return refuse("results.decision.begunAlready");

    const { id } = await tx.decisionSet.create({
      data: { ...key, snapshotId: snapshot.id, createdById: actorId, createdAt: await databaseNow(tx) },
    });
    if (snapshot.version > 1) await inPlaceOfPublished(tx, { edition, result, actorId }, { setId: id, version: snapshot.version - 1 });
    const carried = await carryOver(tx, { edition, result });
    await note(tx, { edition, result, actorId, setId: id, action: "results.compose", details: { snapshot: snapshot.id, ...carried } });
    return ok({ id });
  });
}

/** Records one move with its reason; what was moved before stays on record too. */
export async function addMove(step: Step, move: Move): Promise<Result<NextVersion>> {
  return onSet(step, "DRAFT", async (tx, set) => {
    const { composition } = await compositionOf(step, set, tx);
    const problem = problemOfMove(composition, move);
    if (problem) return refuse(problem.key, problem.values);

    const { code, level: levelKey, direction, reason } = move;
    await tx.decisionMove.create({
      data: {
        organizerId: step.edition.organizerId, setId: set.id, code, levelKey, direction, reason, movedById: step.actorId,
        movedAt: await databaseNow(tx),
      },
    });
    const next = await changeSet(tx, { ...step, set }, {});
    await note(tx, { ...step, setId: set.id, action: "results.moveEntry", details: { ...move } });
    return ok(next);
  });
}

/** Records what was decided about something missing, with the entries that were named when it was. */
export async function recordRuling(step: Step, asked: { kind: RulingKind; level: string; reason: string }): Promise<Result<NextVersion>> {
  return onSet(step, "DRAFT", async (tx, set) => {
    const { composition } = await compositionOf(step, set, tx);
    const ruling = rulingOn(composition, asked);
    if (!ruling) return refuse("results.ruling.nothingOpen");

    const { kind, level: levelKey, codes, entries } = ruling;
    await tx.decisionRuling.create({
      data: {
        organizerId: step.edition.organizerId, setId: set.id, kind, levelKey, codes: [...codes], entries, reason: asked.reason,
        decidedById: step.actorId, decidedAt: await databaseNow(tx),
      },
    });
    const next = await changeSet(tx, { ...step, set }, {});
    await note(tx, { ...step, setId: set.id, action: "results.ruleOnMissing", details: { ...ruling, reason: asked.reason } });
    return ok(next);
  });
}

/** Takes a ruling back: what it decided is open again, and it stays on record. */
export async function withdrawRuling(step: Step, id: string): Promise<Result<NextVersion>> {
  return onSet(step, "DRAFT", async (tx, set) => {
    const ruling = set.rulings.find((made) => made.id === id);
    if (!ruling || ruling.withdrawnAt !== null) return refuse("results.ruling.notInForce");
    await tx.decisionRuling.update({
      where: { organizerId_id: { organizerId: step.edition.organizerId, id } },
      data: { withdrawnById: step.actorId, withdrawnAt: await databaseNow(tx) },
    });
    const next = await changeSet(tx, { ...step, set }, {});
    const { kind, level, codes } = ruling;
    await note(tx, { ...step, setId: set.id, action: "results.withdrawRuling", details: { kind, level, codes } });
    return ok(next);
  });
}

/** The composer's word that the set is complete. */
export async function markReady(step: Step): Promise<Result<NextVersion>> {
  return onSet(step, "DRAFT", async (tx, set) => {
    const { composition } = await compositionOf(step, set, tx);
    const [problem] = compositionProblems(composition);
    if (problem) return refuse(problem.key, problem.values);

    const next = await changeSet(tx, { ...step, set }, { status: "READY", composedById: step.actorId, composedAt: await databaseNow(tx) });
    await note(tx, { ...step, setId: set.id, action: "results.markReady", details: { levels: composition.levels.map(({ level, codes }) => ({ level, codes })) } });
    return ok(next);
  });
}

/** What people decided on the rankings before, as far as this one can take it, with their names, reasons and times. */
async function carryOver(tx: Transaction, place: Place): Promise<{ carried?: { moves: Pick<Move, "code" | "level" | "direction">[]; rulings: number } }> {
  const set = await decisionSet(place, tx);
  if (!set || set.version !== 1) throw new Error("A new decision set is not the one that counts.");
  const rulings = await earlierRulings(place, set.snapshotId, tx);
  if (set.earlier.length + rulings.length === 0) return {};
  const ofSet = { organizerId: place.edition.organizerId, setId: set.id };
  const moves = movesToCarry(set.earlier, (await compositionOf(place, set, tx)).composition);
  await tx.decisionMove.createMany({
    data: moves.map(({ code, level: levelKey, direction, reason, movedById, movedAt }) => ({ ...ofSet, code, levelKey, direction, reason, movedById, movedAt })),
  });
  const { composition } = await compositionOf(place, { ...set, moves }, tx);
  const kept = rulingsToCarry(rulings, composition);
  await tx.decisionRuling.createMany({
    data: kept.map(({ kind, level: levelKey, codes, entries, reason, decidedById, decidedAt }) => ({
      ...ofSet, kind, levelKey, codes: [...codes], entries, reason, decidedById, decidedAt,
    })),
  });
  return { carried: { moves: moves.map(({ code, level, direction }) => ({ code, level, direction })), rulings: kept.length } };
}

/** A set on a ranking frozen anew replaces the list published from the one before: for the reason why that one counts no more. */
async function inPlaceOfPublished(
  tx: Transaction,
  { edition, result, actorId }: Place & { actorId: string },
  { setId, version }: { setId: string; version: number },
): Promise<void> {
  const key = { organizerId: edition.organizerId, editionId: edition.id, resultKey: result.key };
  const last = await tx.publication.findFirst({ where: key, orderBy: { version: "desc" }, select: { id: true } });
  const before = await tx.rankingSnapshot.findUnique({
    where: { organizerId_editionId_resultKey_version: { ...key, version } },
    select: { supersession: { select: { request: { select: { reason: true } } } } },
  });
  if (!last || !before?.supersession) return;
  await tx.setReopening.create({
    data: {
      organizerId: key.organizerId, setId, publicationId: last.id, reason: before.supersession.request.reason, reopenedById: actorId,
      reopenedAt: await databaseNow(tx),
    },
  });
}

/** A published list back to the composer's desk, so that a version that puts it right can follow. What is public stays so until then. */
export async function reopenPublished(step: Step, reason: string): Promise<Result<NextVersion>> {
  return onSet(step, "PUBLISHED", async (tx, set) => {
    const last = set.publications.at(-1);
    if (!last) throw new Error("A published set has no publication.");
    await tx.setReopening.create({
      data: {
        organizerId: step.edition.organizerId, setId: set.id, publicationId: last.id, reason, reopenedById: step.actorId,
        reopenedAt: await databaseNow(tx),
      },
    });
    const next = await changeSet(tx, { ...step, set }, { status: "DRAFT" });
    await note(tx, { ...step, setId: set.id, action: "results.reopenPublished", details: { replaces: last.version, state: last.state, reason } });
    return ok(next);
  });
}

/** Back to the composer's desk, as long as nothing of it is public. */
export async function returnToDrafting(step: Step): Promise<Result<NextVersion>> {
  return onSet(step, "READY", async (tx, set) => {
    const next = await changeSet(tx, { ...step, set }, { status: "DRAFT" });
    await note(tx, { ...step, setId: set.id, action: "results.returnToDrafting", details: {} });
    return ok(next);
  });
}

async function onSet(
  step: Step,
  status: DecisionStatus,
  work: (tx: Transaction, set: DecisionSetRow) => Promise<Result<NextVersion>>,
): Promise<Result<NextVersion>> {
  return inTransaction(async (tx) => {
    await lockResult(tx, step.edition.id, step.result.key);
    const set = await decisionSet(step, tx);
    if (!set) return refuse("results.decision.notBegun");
    if (set.version !== step.version) return refuse("common.errors.changedMeanwhile");
    if (set.status !== status) return refuse(`results.decision.isStatus.${set.status}`);
    return work(tx, set);
  });
}

/** What is wrong with this move alone: problems of moves come in their order, and what earlier ones left open is known. */
function problemOfMove(composition: Composition, move: Move): Refusal | undefined {
  const ofMoves = (of: Composition) => compositionProblems(of).filter(({ key }) => key.startsWith("results.problem.move"));
  return ofMoves(applyMoves(composition, [move]))[ofMoves(composition).length];
}

async function changeSet(
  tx: Transaction,
  { edition, set }: Step & { set: DecisionSetRow },
  data: { status?: DecisionStatus; composedById?: string; composedAt?: Date },
): Promise<NextVersion> {
  const { count } = await tx.decisionSet.updateMany({
    where: { organizerId: edition.organizerId, id: set.id, version: set.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count !== 1) throw new Error("A decision set changed under its lock.");
  return { version: set.version + 1 };
}

type Noted = Place & { actorId: string; setId: string; action: string; details: Record<string, unknown> };

async function note(tx: Transaction, { edition, result, actorId, setId, action, details }: Noted): Promise<void> {
  await appendAudit(tx, {
    actorId, action, subject: { type: "decisionSet", id: setId }, editionId: edition.id, details: { result: result.key, ...details },
  });
}
