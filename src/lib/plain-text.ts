import { z } from "zod";

/** What PostgreSQL cannot store or a page cannot show; tab, line feed and carriage return are fine. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export const isReadable = (text: string) => !UNREADABLE.test(text) && text.isWellFormed();

const normalised = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");

/** A text of several lines, as typed: line breaks are one kind, letters are composed, and nothing is cut. */
export const longText = (maximum: number) =>
  z.string().max(maximum).refine(isReadable, "common.errors.unreadableCharacters").transform(normalised);

/**
 * A text of one line: white space runs become one space, the ends are trimmed. `tooLong` is a sentence with `{maximum}` that
 * names the field.
 */
export const lineOfText = (maximum: number, minimum = 0, tooLong?: string) =>
  z
    .string()
    .refine(isReadable, "common.errors.unreadableCharacters")
    .transform((text) => normalised(text).replaceAll(/\s+/g, " ").trim())
    .refine((text) => minimum === 0 || text !== "", "common.errors.required")
    .pipe(z.string().min(minimum).max(maximum, tooLong));

/** What an address asks to search for: one line of at most a hundred characters; anything else counts as not asked. */
export const searchedText = z
  .string()
  .refine(isReadable)
  .transform((text) => text.trim().slice(0, 100))
  .catch("");
