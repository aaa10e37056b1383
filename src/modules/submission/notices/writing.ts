import { createTranslator } from "next-intl";
import { formatDeadline } from "@/lib/format";
import { messagesOf } from "@/messages/catalogue";
import type { Letter } from "./filing";

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

export type SentProposal = {
  recipient: string;
  code: string;
  title: string;
  unit: string;
  sender: string;
  edition: string;
  closesAt: Date | null;
  zone: string;
};

/** To an admin of the agency: a proposal waits for them, and until when. */
export function letterOfSending({ recipient, closesAt, zone, ...proposal }: SentProposal): Letter {
  const t = texts();
  const deadline = closesAt ? formatDeadline(closesAt, { locale: LOCALE, zone }) : "";
  return { recipient, subject: t("sentSubject", proposal), body: t("sentBody", { ...proposal, deadline }) };
}

/** To an admin of the agency: the proposal is with its authors again and waits for nobody there. */
export function letterOfRecall({ recipient, ...proposal }: Pick<SentProposal, "recipient" | "code" | "title" | "unit" | "sender">): Letter {
  const t = texts();
  return { recipient, subject: t("recalledSubject", proposal), body: t("recalledBody", proposal) };
}

const texts = () => createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "submission.letter" });
