import { formatDeadline } from "@/lib/format";
import { textsIn } from "@/lib/i18n";

/** A letter as it waits in the outbox. */
export type Letter = { recipient: string; subject: string; body: string };

export type FiledBatch = {
  number: string;
  filedAt: Date;
  zone: string;
  editionName: string;
  adminEmail: string;
  /** `ownerEmail` is null where the account has been closed. */
  proposals: { code: string; title: string; ownerEmail: string | null }[];
};

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

/** One letter to the owner of each proposal, and one to the admin with the whole list. */
export function lettersOfFiling(batch: FiledBatch): Letter[] {
  const t = textsIn(LOCALE);
  const { number, editionName, proposals } = batch;
  const at = formatDeadline(batch.filedAt, { locale: LOCALE, zone: batch.zone });
  const toOwners = proposals.flatMap(({ code, title, ownerEmail }) =>
    ownerEmail === null
      ? []
      : [{ recipient: ownerEmail, subject: t("filing.letter.filedSubject", { code }), body: t("filing.letter.filedBody", { code, title, edition: editionName, number, at }) }],
  );
  const list = proposals.map(({ code, title }) => `${code} ${title}`).join("\n");
  const toAdmin = {
    recipient: batch.adminEmail,
    subject: t("filing.letter.batchSubject", { number, count: proposals.length }),
    body: t("filing.letter.batchBody", { edition: editionName, number, at, count: proposals.length, list }),
  };
  return [...toOwners, toAdmin];
}

/** To the owner of a proposal that came back. */
export function letterOfReturn(returned: { code: string; title: string; ownerEmail: string; reason: string }): Letter {
  const { code, title, ownerEmail, reason } = returned;
  const t = textsIn(LOCALE);
  return {
    recipient: ownerEmail,
    subject: t("filing.letter.returnedSubject", { code }),
    body: reason ? t("filing.letter.returnedBodyWithReason", { code, title, reason }) : t("filing.letter.returnedBody", { code, title }),
  };
}
