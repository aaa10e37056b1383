import { createTranslator } from "next-intl";
import { messagesOf } from "@/messages/catalogue";

/** A letter as it waits in the outbox. */
export type Letter = { recipient: string; subject: string; body: string };

export type ToldProposal = {
  code: string;
  title: string;
  agencyId: string;
  /** Null where the account has been closed. */
  ownerEmail: string | null;
  passed: boolean;
  /** In words, of the edition; empty for a pass. */
  reasons: string[];
  note: string;
};

export type ReleasedSelection = {
  editionName: string;
  /** Where to ask; may be empty. */
  contact: string;
  proposals: ToldProposal[];
  admins: { agencyId: string; email: string }[];
};

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

/** One letter to the owner of each proposal, and one to each agency admin with the whole list of the agency. */
export function lettersOfRelease({ editionName, contact, proposals, admins }: ReleasedSelection): Letter[] {
  return [
    ...proposals.flatMap((proposal) => letterToOwner(proposal, { editionName, contact })),
    ...admins.map(({ agencyId, email }) => letterToAdmin(email, { editionName, proposals: proposals.filter((each) => each.agencyId === agencyId) })),
  ];
}

function letterToOwner(proposal: ToldProposal, { editionName, contact }: { editionName: string; contact: string }): Letter[] {
  const { ownerEmail, code, title, passed, reasons, note } = proposal;
  if (ownerEmail === null) return [];
  const t = words();
  const parts = [
    t(passed ? "passedBody" : "failedBody", { code, title, edition: editionName }),
    reasons.length > 0 ? t("reasons", { reasons: reasons.map((reason) => `- ${reason}`).join("\n") }) : "",
    note ? t("note", { note }) : "",
    !passed && contact ? t("contact", { contact }) : "",
  ];
  return [{ recipient: ownerEmail, subject: t("ownerSubject", { code }), body: parts.filter(Boolean).join("\n\n") }];
}

function letterToAdmin(recipient: string, { editionName, proposals }: { editionName: string; proposals: ToldProposal[] }): Letter {
  const t = words();
  const list = proposals.map(({ code, title, passed }) => t(passed ? "passedLine" : "failedLine", { code, title })).join("\n");
  const passed = proposals.filter((proposal) => proposal.passed).length;
  return {
    recipient,
    subject: t("adminSubject", { edition: editionName }),
    body: t("adminBody", { edition: editionName, passed, failed: proposals.length - passed, list }),
  };
}

const words = () => createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "selection.letter" });
