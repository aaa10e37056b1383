import { randomInt } from "node:crypto";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { filingAgencyOf } from "@/modules/agencies/domain/tree";
import { CODE_SPACE, codeFrom } from "@/modules/submission/domain/codes";
import { only, type JourneyPerson } from "./journey-people";
import { database } from "./sign-in-as";

export type JourneyEdition = { id: string; organizerId: string; code: string; rulesVersionId: string; rules: EditionRules };
export type JourneyProposal = { id: string; code: string; title: string; sections: string[] };

type Status = "DRAFT" | "AGENCY_REVIEW" | "ENDORSED" | "SUBMITTED";

type Wanted = {
  edition: string;
  /** Code of the writing unit. */
  unit: string;
  owner: JourneyPerson;
  title: string;
  status?: Status;
  /** Sections left without an answer. */
  without?: readonly string[];
  category?: string;
};

/** An edition with the rules that it runs under. */
export async function editionOf(slug: string): Promise<JourneyEdition> {
  const { rows } = await database.query<JourneyEdition>(
    `select e.id, e."organizerId", e.code, v.id as "rulesVersionId", v.document as rules
     from "Edition" e join "RulesVersion" v on v."editionId" = e.id where e.slug = $1 order by v.number desc limit 1`, [slug]);
  return only(rows, `edition ${slug}`);
}

/** A proposal of the first group that is written already, down to its statements when it has been sent. */
export async function givenProposal(wanted: Wanted): Promise<JourneyProposal> {
  const edition = await editionOf(wanted.edition);
  const { id, code } = await insertSubmission(edition, wanted);
  const sections = await answerAll(edition, id, wanted);
  if (wanted.status && wanted.status !== "DRAFT") await agreeToStatements(edition, id, wanted.owner);
  if (wanted.status === "SUBMITTED") await giveReceipt(edition, id, wanted.owner);
  return { id, code, title: wanted.title, sections };
}

/** A proposal that was started at its own page gets everything that its agency files it with. */
export async function givenEndorsed(edition: string, code: string, owner: JourneyPerson): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    `update "Submission" set status = 'ENDORSED', "videoUrl" = 'https://video.example/inovasi' where code = $1 returning id`, [code]);
  const { id } = only(rows, code);
  const begun = await editionOf(edition);
  await answerAll(begun, id, { owner });
  await agreeToStatements(begun, id, owner);
}

async function answerAll(edition: JourneyEdition, id: string, { owner, without }: Pick<Wanted, "owner" | "without">): Promise<string[]> {
  const group = edition.rules.groups[0]?.key ?? "";
  const sections = sectionsFor(edition.rules, group).map(({ key }) => key);
  const answered = sections.filter((key) => !without?.includes(key));
  await database.query(
    `insert into "Answer" ("organizerId", "submissionId", "sectionKey", body, "isDone", "savedById")
     select $1, $2, key, body, true, $3 from unnest($4::text[], $5::text[]) as answer (key, body)`,
    [edition.organizerId, id, owner.id, answered, answered.map(answerOf)]);
  return sections;
}

async function insertSubmission(edition: JourneyEdition, { unit, owner, title, status = "DRAFT", category }: Wanted) {
  const { rules } = edition;
  const filing = filingAgencyOf(unit, rules.participants);
  const code = codeFrom("INV", rules.edition.year, randomInt(CODE_SPACE));
  const { rows } = await database.query<{ id: string; code: string }>(
    `with place as (select u.id as unit, a.id as agency from "Agency" u, "Agency" a where u.code = $1 and a.code = $2),
     innovation as (insert into "Innovation" (id, code, title, "agencyId") select gen_random_uuid(), $3, $4, unit from place returning id)
     insert into "Submission" ("organizerId", id, "editionId", "rulesVersionId", "innovationId", code, title, status, "groupKey", "categoryKey",
       "unitId", "agencyId", "ownerId", "implementedSince", signatory, "videoUrl", "submittedAt")
     select $5, gen_random_uuid(), $6, $7, innovation.id, $8, $4, $9::"SubmissionStatus", $10, $11, unit, agency, $12, '2015-01-01',
       'Kepala Dinas', 'https://video.example/inovasi', case when $9 = 'SUBMITTED' then now() end
     from place, innovation returning id, code`,
    [unit, filing, codeFrom("INO", rules.edition.year, randomInt(CODE_SPACE)), title, edition.organizerId, edition.id, edition.rulesVersionId,
      code, status, rules.groups[0]?.key, category ?? rules.categories[0]?.key, owner.id]);
  return only(rows, `${unit} and its agency ${filing}`);
}

async function agreeToStatements({ organizerId, rules }: JourneyEdition, submissionId: string, owner: JourneyPerson): Promise<void> {
  for (const { key } of rules.statements) {
    await database.query(
      `insert into "SubmissionStatement" ("organizerId", "submissionId", key, signer, "agreedById") values ($1, $2, $3, 'Kepala Dinas', $4)`,
      [organizerId, submissionId, key, owner.id]);
  }
}

async function giveReceipt({ organizerId, id, rules }: JourneyEdition, submissionId: string, owner: JourneyPerson): Promise<void> {
  await database.query(
    `with receipt as (
       insert into "Receipt" ("organizerId", id, "editionId", "agencyId", number, "filedAt", "filedById")
       select $1, gen_random_uuid(), $2, s."agencyId", $3, now(), $4 from "Submission" s where s.id = $5 returning id)
     insert into "ReceiptItem" ("organizerId", "receiptId", "submissionId", sha256) select $1, receipt.id, $5, repeat('0', 64) from receipt`,
    [organizerId, id, codeFrom("TT", rules.edition.year, randomInt(CODE_SPACE)), owner.id, submissionId]);
}

/** Long enough to be no remark of the machine, and plainly invented. */
export function answerOf(section: string): string {
  const sentence = `Bagian ${section} ini ditulis untuk peragaan perjalanan pengguna dan tidak menggambarkan layanan yang sebenarnya.`;
  return Array.from({ length: 4 }, () => sentence).join(" ");
}
