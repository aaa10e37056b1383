import { getTranslations } from "next-intl/server";
import type { Transaction } from "@/lib/db";
import type { Refusal } from "@/lib/result";

/** A catalogue key with its values. */
export type Line = Refusal;

/** Who is told what: lines of the catalogue, one paragraph each. */
export type Letter = { recipient: string; subject: Line; body: readonly Line[] };

/**
 * Puts letters into the outbox, in the transaction of what they tell: either both are true or neither. They are written in
 * Indonesian, because the language a recipient reads is not known.
 */
export async function queueLetters(tx: Transaction, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const t = await getTranslations({ locale: "id" });
  const text = ({ key, values }: Line) => t(key as never, values as never) as string;
  await tx.outboxMessage.createMany({
    data: letters.map(({ recipient, subject, body }) => ({ recipient, subject: text(subject), body: body.map(text).join("\n\n") })),
  });
}
