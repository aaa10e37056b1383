import { createTranslator } from "next-intl";
import { formatDeadline } from "@/lib/format";
import { messagesOf } from "@/messages/catalogue";

/** A letter as it waits in the outbox. */
export type Letter = { recipient: string; subject: string; body: string };

export type FiledBatch = {
  number: string;
  /** Of the audit chain when the receipt was written, as the auditor's check takes it: "number:hash". */
  head: string;
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
  const t = texts();
  const { number, editionName, proposals } = batch;
  const at = formatDeadline(batch.filedAt, { locale: LOCALE, zone: batch.zone });
  const toOwners = proposals.flatMap(({ code, title, ownerEmail }) =>
    ownerEmail === null
      ? []
      : [{ recipient: ownerEmail, subject: t("filedSubject", { code }), body: t("filedBody", { code, title, edition: editionName, number, at, head: batch.head }) }],
  );
  const list = proposals.map(({ code, title }) => `${code} ${title}`).join("\n");
  const toAdmin = {
    recipient: batch.adminEmail,
    subject: t("batchSubject", { number, count: proposals.length }),
    body: t("batchBody", { edition: editionName, number, at, count: proposals.length, list, head: batch.head }),
  };
  return [...toOwners, toAdmin];
}

/** To the owner of a proposal that came back. */
export function letterOfReturn(returned: { code: string; title: string; ownerEmail: string; reason: string }): Letter {
  const { code, title, ownerEmail, reason } = returned;
  const t = texts();
  return {
    recipient: ownerEmail,
    subject: t("returnedSubject", { code }),
    body: reason ? t("returnedBodyWithReason", { code, title, reason }) : t("returnedBody", { code, title }),
  };
}

const texts = () => createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "filing.letter" });
