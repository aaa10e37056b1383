import { createTranslator } from "next-intl";
import { messagesOf } from "@/messages/catalogue";
import type { Letter } from "./filing";

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

export type WithdrawalNews = { recipient: string; what: "asked" | "declined" | "withdrawn"; code: string; title: string; name: string; reason: string };

/** To the side that did not act: it is asked for its word, was declined, or the entry has left. */
export function letterOfWithdrawal({ recipient, what, ...news }: WithdrawalNews): Letter {
  const t = createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "submission.letter" });
  return { recipient, subject: t(`withdrawal.${what}Subject`, news), body: t(`withdrawal.${what}Body`, news) };
}
