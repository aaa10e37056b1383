import { createTranslator } from "next-intl";
import { formatDeadline } from "@/lib/format";
import { messagesOf } from "@/messages/catalogue";
import type { Letter } from "./filing";

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

export type WithdrawalNews = { recipient: string; what: "asked" | "declined" | "withdrawn"; code: string; title: string; name: string; reason: string; /** When registration closes, until which it is answered. */ closesAt: Date | null; zone: string };

/** To the side that did not act: it is asked for its word, was declined, or the entry has left. */
export function letterOfWithdrawal({ recipient, what, closesAt, zone, ...words }: WithdrawalNews): Letter {
  const t = createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "submission.letter" });
  const news = { ...words, deadline: closesAt ? formatDeadline(closesAt, { locale: LOCALE, zone }) : "" };
  return { recipient, subject: t(`withdrawal.${what}Subject`, news), body: t(`withdrawal.${what}Body`, news) };
}
