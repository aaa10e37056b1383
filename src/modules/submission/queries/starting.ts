import { db } from "@/lib/db";
import type { GroupRule, Zone } from "@/modules/competition/domain/edition-rules";
import { takesPart } from "@/modules/competition/domain/participants";
import { isOpen, stageOf } from "@/modules/competition/domain/stages";
import { withMove } from "@/modules/competition/domain/timetable-history";
import { allEditions, editionBySlug, type EditionView } from "@/modules/competition/queries";
import { filingAgencyOf, rootOf } from "@/modules/agencies/domain/tree";
import { type Unmet, unmetRequirements } from "../domain/eligibility";
import { choiceOf, innovationToKeep, type PastResultAnswer, type PastResultChoice } from "../domain/past-result";
import type { RelatedAnswers } from "../domain/related";
import { startOfMonth } from "../domain/start-date";
import type { Registration, StartSubject } from "../policy/writing";
import { ok, type Result } from "@/lib/result";
import type { StartInput } from "../schema/writing";
import { checkedProposalByCode, type CheckedProposal } from "./proposal";
import type { SubmissionScope } from "./writing";
import { closeOf, type EditionContext, entrantOf, resultLabels } from "./eligibility";
import { NO_SOURCE, type SourceChoice, sourceChoice } from "./source";
import { type Continuation, continuationOf, type RelatedSubject } from "./related";
import { type RelatedLine, relatedLines } from "./related-lines";

export type Place = { id: string; code: string; name: string };

/** An edition that takes proposals now. */
export type OpenEdition = Omit<EditionView, "zone"> & { zone: Zone; registration: NonNullable<Registration> };

export type PastInnovation = { id: string; title: string; results: string[] };

/** What a unit needs to start in one edition. */
export type StartContext = StartSubject & {
  edition: OpenEdition;
  unit: Place;
  filingAgency: Place | null;
  /** Innovations of the same government or body that have reached something before. */
  pastInnovations: PastInnovation[];
};

export type StartPage = {
  unit: Place | null;
  editions: OpenEdition[];
  /** The edition asked for, or the only one. */
  chosen: StartContext | null;
};

/** Editions whose registration is open, the one that closes first in front. */
export async function openEditions(now: Date): Promise<OpenEdition[]> {
  const editions = await allEditions();
  const open = editions.flatMap((edition) => {
    const registration = stageOf(edition.stages, "REGISTRATION");
    return registration && isOpen(registration, now) ? [{ ...edition, zone: edition.zone as Zone, registration: withMove(registration) }] : [];
  });
  return open.toSorted((one, other) => one.registration.closesAt.getTime() - other.registration.closesAt.getTime());
}

export async function startPage(unitId: string | null, asked: { slug?: string; now: Date }): Promise<StartPage> {
  const [unit, editions] = await Promise.all([unitId ? placeOf(unitId) : null, openEditions(asked.now)]);
  const edition = asked.slug ? editions.find(({ slug }) => slug === asked.slug) : editions.length === 1 ? editions[0] : undefined;
  return { unit, editions, chosen: unit && edition ? await contextOf(unit, edition) : null };
}

/** The same for the act of starting, whether registration is open or not; null without such an edition or unit. */
export async function startContext(unitId: string | null, slug: string): Promise<StartContext | null> {
  const [unit, edition] = await Promise.all([unitId ? placeOf(unitId) : null, editionBySlug(slug)]);
  const registration = edition && stageOf(edition.stages, "REGISTRATION");
  return unit && registration ? contextOf(unit, { ...edition, zone: edition.zone as Zone, registration: withMove(registration) }) : null;
}

/** When an edition takes proposals, for a page that has been open for long; null without such an edition. */
export async function registrationIn(slug: string): Promise<{ registration: NonNullable<Registration> } | null> {
  const edition = await editionBySlug(slug);
  const registration = edition && stageOf(edition.stages, "REGISTRATION");
  return registration ? { registration } : null;
}

/** A proposal with the innovations that it may continue, for its identity form; null when there is none with this code. */
export async function proposalWithPast(scope: SubmissionScope, code: string): Promise<ProposalWithPast | null> {
  const proposal = await checkedProposalByCode(scope, code);
  if (!proposal) return null;
  const [pastInnovations, asked] = await Promise.all([pastInnovationsOf(proposal.unitCode, proposal), relatedLines(proposal.related)]);
  return { ...proposal, pastInnovations, asked };
}

export type ProposalWithPast = CheckedProposal & {
  pastInnovations: PastInnovation[];
  /** What its writers have not been asked yet about related innovations. */
  asked: RelatedLine[];
};

export type JudgedStart = Continuation & {
  groups: { group: GroupRule; unmet: Unmet[] }[];
  implementedSince: Date;
  claimedResult: string;
  source: SourceChoice;
};

/** A proposal that is being started, as related innovations are looked for. */
export function startedAs({ edition, unit, filingAgency }: StartContext, { title }: Pick<StartInput, "title">): RelatedSubject {
  return { ...edition, editionId: edition.id, title, unitCode: unit.code, agencyCode: filingAgency?.code ?? unit.code, innovationId: null, submissionId: null };
}

/**
 * What the answers of S2 mean for each group. A result that is only claimed counts as if it were known, and an innovation that
 * is said to be one on record counts as that one. Refuses as `continuationOf` does.
 */
export async function judgeStart(context: StartContext, input: StartInput): Promise<Result<JudgedStart>> {
  const { edition, filingAgencyId, pastInnovations } = context;
  const source = await sourceChoice(input.origin === "ADAPTED" ? input : NO_SOURCE, { ...edition, editionId: edition.id });
  const choice = choiceOf(pastInnovations, input);
  const continuation = await continuationOf(startedAs(context, input), { choice, answers: input });
  if (!continuation.ok) return continuation;
  const facts = {
    claimedResult: choice.claimedResult,
    innovationId: continuation.value.innovationId,
    agencyId: filingAgencyId ?? context.unit.id,
    unitId: context.unit.id,
    implementedSince: startOfMonth(input.year, input.month),
    ...source.kept,
  };
  const entrant = await entrantOf(facts, { ...edition, editionId: edition.id });
  const close = closeOf({ rules: edition.rules, closesAt: edition.registration.closesAt, zone: edition.zone });
  const groups = edition.rules.groups.map((group) => ({ group, unmet: unmetRequirements(entrant, group, close) }));
  return ok({ ...continuation.value, ...facts, groups, source });
}

async function placeOf(id: string): Promise<Place | null> {
  return db.agency.findUnique({ where: { id }, select: { id: true, code: true, name: true } });
}

async function contextOf(unit: Place, edition: OpenEdition): Promise<StartContext> {
  const [filingAgency, pastInnovations] = await Promise.all([filingAgencyFor(unit, edition), pastInnovationsOf(unit.code, { ...edition, editionId: edition.id })]);
  return {
    edition, unit, filingAgency, pastInnovations,
    unitId: unit.id, filingAgencyId: filingAgency?.id ?? null, registration: edition.registration,
  };
}

async function filingAgencyFor(unit: Place, { rules }: OpenEdition): Promise<Place | null> {
  const code = filingAgencyOf(unit.code, rules.participants);
  const agency = code === null ? null : await db.agency.findUnique({ where: { code }, select: { id: true, code: true, name: true, kind: true } });
  return agency && takesPart(agency, rules.participants) ? { id: agency.id, code: agency.code, name: agency.name } : null;
}

/** Innovations of the same government or body as a unit that have reached something before. */
export async function pastInnovationsOf(unitCode: string, edition: EditionContext): Promise<PastInnovation[]> {
  const root = rootOf(unitCode);
  const innovations = await db.innovation.findMany({
    where: { agency: { OR: [{ code: root }, { code: { startsWith: `${root}/` } }] } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
  const labels = await resultLabels(innovations.map(({ id }) => id), edition);
  return innovations.flatMap(({ id, title }) => {
    const results = labels.get(id) ?? [];
    return results.length > 0 ? [{ id, title, results }] : [];
  });
}

/** What an identity form makes of the history of a proposal: its innovation (null: one of its own), its claim, and the questions. */
export type IdentityHistory = PastResultChoice & { related: Continuation & { subject: RelatedSubject } };

/** Refuses as `continuationOf` does. */
export async function historyOf(proposal: ProposalWithPast, form: PastResultAnswer & RelatedAnswers & { title: string }): Promise<Result<IdentityHistory>> {
  const { pastInnovations, innovationId: now, id: submissionId } = proposal;
  const choice = choiceOf(pastInnovations, form);
  const subject = { ...proposal, title: form.title, innovationId: innovationToKeep(pastInnovations, now, choice.innovationId), submissionId };
  const going = await continuationOf(subject, { choice, answers: form });
  if (!going.ok) return going;
  return ok({
    innovationId: innovationToKeep(pastInnovations, now, going.value.innovationId), claimedResult: choice.claimedResult, related: { ...going.value, subject },
  });
}
