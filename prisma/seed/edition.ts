import { appendAudit } from "@/lib/audit";
import { databaseNow, type Transaction } from "@/lib/db";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { rulesProblems } from "@/modules/competition/domain/rules-problems";
import { createEditionIn } from "@/modules/competition/repository/editions";
import { agencyRows, type AgencyRow } from "../generate/agencies";
import type { GeneratedSubmission } from "../generate/submissions";
import { generateSubmissions } from "../generate/submissions";
import { castAt } from "./cast";
import type { EditionContext } from "./context";
import type { Entry, PeopleOfAgencies, Plan } from "./entries";
import { writeEntries } from "./entries";
import { enrol, filler, type Enrolment, type Person, type Staff } from "./people";
import { agencyId } from "./reference";

let knownAgencies: ReadonlyMap<string, AgencyRow> | undefined;

/** The tree of agencies by code, read once. */
function agenciesByCode(): ReadonlyMap<string, AgencyRow> {
  knownAgencies ??= new Map(agencyRows().map((row) => [row.code, row]));
  return knownAgencies;
}

/** Opens an edition and enrols those who run it. Rules that do not fit together are a bug of the seed and throw. */
export async function openEdition(
  tx: Transaction, { rules, seed, staff }: { rules: EditionRules; seed: number; staff: Staff },
): Promise<EditionContext> {
  const [problem] = rulesProblems(rules);
  if (problem) throw new Error(`${rules.edition.slug}: ${problem.key} at ${problem.path.join(".")}`);
  const created = await createEditionIn(tx, { rules, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(`${rules.edition.slug}: ${created.refusal.key}`);

  const edition = created.value;
  await enrol(tx, [
    { person: staff.secretariat, role: "SECRETARIAT", edition, grantedBy: staff.appointedBy },
    ...(staff.secondSecretariat ? [{ person: staff.secondSecretariat, role: "SECRETARIAT", edition, grantedBy: staff.appointedBy } as const] : []),
    { person: staff.publisher, role: "PUBLISHER", edition, grantedBy: staff.appointedBy },
    ...staff.selectors.map((person): Enrolment => ({ person, role: "ADMIN_SELECTOR", edition, grantedBy: staff.secretariat })),
  ]);
  return contextOf(tx, { editionId: edition.id, rules, seed });
}

/** The context of an edition that is already there. */
export async function contextOf(
  tx: Transaction, { editionId, rules, seed }: { editionId: string; rules: EditionRules; seed: number },
): Promise<EditionContext> {
  const now = await databaseNow(tx);
  const today = new Date(now.toISOString().slice(0, 10));
  const { organizerId } = await tx.edition.findUniqueOrThrow({ where: { id: editionId }, select: { organizerId: true } });
  const stages = await tx.stage.findMany({ where: { editionId }, orderBy: { position: "asc" } });
  const version = await tx.rulesVersion.findFirstOrThrow({ where: { editionId }, orderBy: { number: "desc" }, select: { id: true } });
  const periods = stages.map(({ key, kind, id, opensAt, closesAt }) => ({
    key, kind, id, opensAt, until: whatHasPassed({ opensAt, closesAt }, today),
  }));
  return { tx, now, rules, organizerId, editionId, rulesVersionId: version.id, periods, agencies: agenciesByCode(), seed };
}

function whatHasPassed({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }, today: Date): Date {
  if (today < opensAt) return opensAt;
  return closesAt < today ? closesAt : today;
}

export type EntriesLoad = {
  count: number;
  /** Shares of the groups by key. */
  groupMix: Readonly<Record<string, number>>;
  /** Real entries, made with the codes that are taken. */
  real?: (options: { rules: EditionRules; seed: number; takenCodes: ReadonlySet<string> }) => GeneratedSubmission[];
  wordsPerAnswer?: readonly [number, number];
  unitsInTurn?: number;
  flaws?: { duplicateTitles?: number; tooYoung?: number };
  /** Units that generated entries may come from; without: all. */
  from?: (unit: AgencyRow) => boolean;
  /** Status by place in the list; without: all are filed. */
  statusOf?: (place: number) => Plan["status"];
  /** Units and agencies of the cast are the cast's. */
  withCast: boolean;
};

/** Generates and writes the entries of an edition, real ones first, with codes that no other edition has given. */
export async function loadEntries(context: EditionContext, load: EntriesLoad): Promise<Entry[]> {
  const { tx, rules, seed, agencies } = context;
  const given = await tx.submission.findMany({ select: { code: true } });
  const taken = new Set(given.map(({ code }) => code));
  const real = load.real?.({ rules, seed, takenCodes: taken }) ?? [];
  for (const { code } of real) taken.add(code);

  const { count, groupMix, wordsPerAnswer, unitsInTurn, flaws, from = () => true } = load;
  const generated = generateSubmissions({
    rules, agencies: [...agencies.values()].filter((agency) => agency.parentCode === null || from(agency)), count: count - real.length, seed, groupMix,
    wordsPerAnswer, unitsInTurn, flaws, takenCodes: taken,
  });
  const plans = [...real, ...generated].map((submission, place): Plan => ({ submission, status: load.statusOf?.(place) ?? "SUBMITTED" }));
  return writeEntries(context, plans, await enrolAgencies(context, plans, load.withCast));
}

/** One writer for each unit and one admin for each agency that takes part, numbered by their place in the tree. */
async function enrolAgencies({ tx, agencies }: EditionContext, plans: readonly Plan[], withCast: boolean): Promise<PeopleOfAgencies> {
  const place = new Map([...agencies.keys()].map((code, index) => [code, index + 1]));
  const person = (role: "INNOVATOR" | "AGENCY_ADMIN", code: string): Person =>
    (withCast ? castAt(role, code) : null) ?? filler(role, place.get(code)!);
  const units = new Set(plans.map(({ submission }) => submission.unitCode));
  const filing = new Set(plans.map(({ submission }) => submission.agencyCode));
  await enrol(tx, [
    ...[...units].map((code): Enrolment => ({ person: person("INNOVATOR", code), role: "INNOVATOR", agencyId: agencyId(code) })),
    ...[...filing].map((code): Enrolment => ({ person: person("AGENCY_ADMIN", code), role: "AGENCY_ADMIN", agencyId: agencyId(code) })),
  ]);
  return { writerOf: (code) => person("INNOVATOR", code), adminOf: (code) => person("AGENCY_ADMIN", code) };
}

const FILLED = [
  "Innovation", "Submission", "Answer", "SubmissionStatement", "StatusMove", "Receipt", "ReceiptItem", "SelectionDecision",
  "SelectionCheck", "Assignment", "Review", "Score", "Standing", "User", "Membership",
];

/**
 * Ends a load: fresh statistics, without which the next queries over so many new rows would be planned for empty tables; and
 * one event, which says plainly that all this was the seed and nobody's hand.
 */
export async function endLoad({ tx, editionId }: EditionContext, details: Record<string, unknown>): Promise<void> {
  await tx.$executeRawUnsafe(`analyze ${FILLED.map((table) => `"${table}"`).join(", ")}`);
  await appendAudit(tx, { actorId: null, action: "demonstration.load", subject: { type: "edition", id: editionId }, editionId, details });
}
