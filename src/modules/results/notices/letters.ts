import { createTranslator } from "next-intl";
import { messagesOf } from "@/messages/catalogue";
import type { ListedLevel } from "../domain/listed";
import type { PublicationContent } from "../domain/published-data";

/** A letter as it waits in the outbox. */
export type Letter = { recipient: string; subject: string; body: string };

export type Recipient = { readonly email: string; readonly role: "AGENCY_ADMIN" | "INNOVATOR"; readonly codes: readonly string[] };

/** Letters are in the first language: an account has no language of its own. */
const LOCALE = "id";

/** One letter for each recipient, with the own entries and where each stands; `address` is the public page. */
export function lettersOfPublication(content: PublicationContent, recipients: readonly Recipient[], address: string): Letter[] {
  const t = createTranslator({ locale: LOCALE, messages: messagesOf(LOCALE), namespace: "results.letter" });
  const edition = content.edition.name[LOCALE];
  const result = content.result.name[LOCALE];
  const lineOf = new Map(content.levels.flatMap((level) => level.entries.map(({ code, title }) => [code, line(level, code, title)] as const)));
  return recipients.map(({ email, role, codes }) => ({
    recipient: email,
    subject: t("subject", { edition, result }),
    body: t("body", {
      role,
      edition,
      result,
      state: content.state,
      address,
      count: codes.length,
      list: codes.flatMap((code) => lineOf.get(code) ?? []).join("\n"),
    }),
  }));
}

function line(level: ListedLevel, code: string, title: string): string {
  return `${level.name[LOCALE]}: ${title} (${code})`;
}
