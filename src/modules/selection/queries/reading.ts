import { db } from "@/lib/db";
import type { EditionRules, LocalizedText, SectionRule, StatementRule, Zone } from "@/modules/competition/domain/edition-rules";
import { sectionsFor, statementsFor } from "@/modules/competition/domain/form-version";
import { editionById, rulesOfVersion } from "@/modules/competition/queries";
import { type Suggestion, suggestions, titleTwins } from "../domain/machine-checks";
import { lastTouch, type QueueState } from "../domain/queue";
import type { AnsweredCheck } from "../domain/outcome";
import type { SelectionRights, SelectionSubject } from "../policy";
import { type Confirmation, confirmationsOf, type InnovationOwner, innovationOwner, statementsGiven } from "@/modules/submission/queries/confirmation";
import { type RelatedSaid, relatedSaid } from "@/modules/submission/queries/related";
import { selectionLedger } from "./ledger";
import { selectionReleased } from "./released";

/** What a policy must know of a filed proposal; null when there is none with this code. */
export async function findSelection(code: string): Promise<SelectionSubject | null> {
  const row = await db.submission.findFirst({
    where: { code, status: "SUBMITTED" },
    select: {
      organizerId: true, id: true, code: true, editionId: true, ownerId: true, rulesVersionId: true,
      agency: { select: { code: true } }, unit: { select: { code: true } },
      edition: { select: { stages: { where: { kind: "ADMIN_SELECTION" }, orderBy: { position: "asc" }, select: { opensAt: true, closesAt: true }, take: 1 } } },
      selection: { select: { takenById: true, outcome: true, secondById: true } },
    },
  });
  if (!row) return null;
  const { agency, unit, edition, selection, rulesVersionId, ...rest } = row;
  const [released, rules] = await Promise.all([selectionReleased(row.editionId), rulesOfVersion(rulesVersionId)]);
  return {
    ...rest, released, agencyCode: agency.code, unitCode: unit.code, stage: edition.stages[0] ?? null,
    takenById: selection?.takenById ?? null, outcome: selection?.outcome ?? null, secondById: selection?.secondById ?? null,
    secondReaderForFail: rules.selection.secondReaderForFail,
  };
}

export type GivenCheck = AnsweredCheck & { checkedByName: string; checkedAt: Date };

export type DecisionDetails = {
  /** Null when it was given back. */
  takenByName: string | null;
  takenAt: Date;
  reasonKeys: string[];
  note: string;
  decidedAt: Date | null;
  secondByName: string | null;
  secondAt: Date | null;
};

/** A filed proposal as a selector reads it: the document, what the machine suggests, and what selectors have written. */
export type SelectionReading = SelectionSubject & {
  editionName: LocalizedText;
  zone: Zone;
  rules: EditionRules;
  title: string;
  groupKey: string;
  categoryKey: string;
  agencyName: string;
  unitName: string;
  signatory: string;
  claimedResult: string;
  /** What its writers answered about innovations that it may be the same as. */
  related: RelatedSaid[];
  sourceText: string;
  /** As its writers describe one that is not on record. */
  sourceAgency: string;
  sourceYear: number | null;
  sourceInnovationId: string | null;
  /** An https address, or "". */
  videoUrl: string;
  implementedSince: Date;
  submittedAt: Date | null;
  sections: (SectionRule & { body: string })[];
  statements: (StatementRule & { signedBy: string | null; agreedBy: string; agreedAt: Date | null })[];
  /** What the agency confirmed as it endorsed, and whose innovation it is. */
  confirmations: Confirmation[];
  owner: InnovationOwner;
  /** When its holder last did anything with it; null when nobody ever took it. */
  touchedAt: Date | null;
  suggested: Record<string, Suggestion>;
  checks: Record<string, GivenCheck>;
  decision: DecisionDetails | null;
};

/** The same with where it stands for one reader, and what that reader may do. */
export type SelectionView = SelectionReading & { state: QueueState; rights: SelectionRights };

/** The whole of one filed proposal; null when there is none with this code. */
export async function selectionReading(code: string): Promise<SelectionReading | null> {
  const subject = await findSelection(code);
  if (!subject) return null;
  const [edition, row, checks, twins, related, given, confirmations, owner] = await Promise.all([
    editionById(subject.editionId), documentOf(subject), checksOf(subject), twinsIn(subject.editionId), relatedSaid(subject),
    statementsGiven(subject), confirmationsOf(subject), innovationOwner(subject),
  ]);
  if (!edition || !row) return null;

  const { answers, statements, rulesVersionId, unit, agency, selection, ...columns } = row;
  const rules = await rulesOfVersion(rulesVersionId);
  const texts = Object.fromEntries(answers.map(({ sectionKey, body }) => [sectionKey, body]));
  const registration = edition.stages.find(({ kind }) => kind === "REGISTRATION");
  return {
    ...subject,
    ...columns,
    related, confirmations, owner,
    editionName: edition.name,
    zone: edition.zone as Zone,
    rules,
    agencyName: agency.name,
    unitName: unit.name,
    sections: sectionsFor(rules, columns.groupKey).map((section) => ({ ...section, body: texts[section.key] ?? "" })),
    statements: statementsFor(rules, columns.groupKey).map((statement) => {
      const agreed = given.find(({ key }) => key === statement.key);
      return { ...statement, signedBy: agreed?.signer ?? null, agreedBy: agreed?.agreedBy ?? "", agreedAt: agreed?.agreedAt ?? null };
    }),
    suggested: suggestions({ ...columns, answers: texts, statements: statements.map(({ key }) => key) }, rules, {
      registrationClosesAt: registration?.closesAt ?? null, zone: edition.zone as Zone, sameTitle: twins.get(code) ?? [],
    }),
    touchedAt: lastTouch([selection?.takenAt, selection?.decidedAt, selection?.secondAt, ...Object.values(checks).map(({ checkedAt }) => checkedAt)]),
    checks,
    decision: selection && (await withNames(selection)),
  };
}

function documentOf({ organizerId, id }: SelectionSubject) {
  return db.submission.findUnique({
    where: { organizerId_id: { organizerId, id } },
    select: {
      title: true, groupKey: true, categoryKey: true, signatory: true, claimedResult: true, sourceText: true, sourceAgency: true, sourceYear: true, sourceInnovationId: true, videoUrl: true, implementedSince: true, submittedAt: true,
      rulesVersionId: true,
      agency: { select: { name: true } },
      unit: { select: { name: true } },
      answers: { select: { sectionKey: true, body: true } },
      statements: { select: { key: true, signer: true, agreedAt: true } },
      selection: { select: { takenById: true, takenAt: true, reasonKeys: true, note: true, decidedAt: true, secondById: true, secondAt: true } },
    },
  });
}

async function checksOf({ organizerId, id }: SelectionSubject): Promise<Record<string, GivenCheck>> {
  const rows = await db.selectionCheck.findMany({
    where: { organizerId, submissionId: id }, select: { checkKey: true, verdict: true, note: true, checkedById: true, checkedAt: true },
  });
  const names = await namesOf(rows.map(({ checkedById }) => checkedById));
  return Object.fromEntries(
    rows.map(({ checkKey, checkedById, ...check }) => [checkKey, { ...check, checkedByName: names.get(checkedById) ?? "" }]),
  );
}

async function twinsIn(editionId: string): Promise<Map<string, string[]>> {
  return titleTwins(await selectionLedger(editionId));
}

type HeldRow = Omit<DecisionDetails, "takenByName" | "secondByName"> & { takenById: string | null; secondById: string | null };

async function withNames({ takenById, secondById, ...held }: HeldRow): Promise<DecisionDetails> {
  const names = await namesOf([takenById, secondById].flatMap((id) => id ?? []));
  const nameOf = (id: string | null) => id && (names.get(id) ?? "");
  return { ...held, takenByName: nameOf(takenById), secondByName: nameOf(secondById) };
}

async function namesOf(userIds: string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
