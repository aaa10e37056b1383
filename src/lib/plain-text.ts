import { z } from "zod";

/** What a page shows as the end of a line, whoever wrote it: Windows, Word (Shift+Enter), PowerPoint, a form feed. */
const LINE_END = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
/** What nobody sees and PostgreSQL may not even store; it comes along when one pastes. Tab and line feed are fine. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Blanks that look like nothing or like a space, and marks that turn the direction of the letters round. */
const BLANK = /[\u2800\u3164\u115f\u1160\uffa0]/g;
const DECEPTIVE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** Joiners hold an emoji together and shape Arabic and Indian letters; beside Latin letters, digits and blanks they only hide. */
const JOINER = /(?<=^|[\p{Script=Latin}\p{Nd}\s\p{P}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{Script=Latin}\p{Nd}\s\p{P}])/gu;

const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether a word in an address may be looked up as it is. */
export const isReadable = (text: string) => !UNREADABLE.test(text) && text.isWellFormed();

/**
 * In: a text as it was typed or pasted, by a form or by a script. Out: the same as it is stored: line ends are one kind,
 * letters are composed, what cannot be seen is gone.
 */
export const storedText = (text: string) => text.replaceAll(LINE_END, "\n").replaceAll(CONTROL, "").normalize("NFC");

/** The same on one line, where nothing may hide or turn round what is read: a title is shown alone and trusted. */
export const storedLine = (text: string) =>
  storedText(text).replaceAll(BLANK, " ").replaceAll(DECEPTIVE, "").replaceAll(JOINER, "").replaceAll(/\s+/g, " ").trim();

/** A half of a character is all that is left that cannot be stored: the words around it lead to it. */
const typedText = z.string().superRefine((text, { addIssue }) => {
  if (!text.isWellFormed()) addIssue({ code: "custom", message: "common.errors.unreadableCharacters", params: { around: aroundFault(text) } });
});

const AROUND = 12;

function aroundFault(text: string): string {
  const wellFormed = text.toWellFormed();
  const at = [...text].findIndex((sign) => !sign.isWellFormed());
  return [...wellFormed].slice(Math.max(0, at - AROUND), at + AROUND + 1).join("").trim();
}

/** A text of several lines, as typed; its length is what its box counts: a line break once. */
export const longText = (maximum: number, tooLong?: string) => typedText.transform(storedText).pipe(z.string().max(maximum, tooLong));

/**
 * A text of one line: white space runs become one space, the ends are trimmed. `tooLong` is a sentence with `{maximum}` that
 * names the field.
 */
export const lineOfText = (maximum: number, minimum = 0, tooLong?: string) =>
  typedText
    .transform(storedLine)
    .refine((text) => minimum === 0 || text !== "", "common.errors.required")
    .pipe(z.string().min(minimum).max(maximum, tooLong));

/** What a page gives and nobody types: a code, a key, a token. A text that is typed has a length of its own, above. */
export const givenText = (maximum: number, message?: string) => z.string().max(maximum, message);

/** What an address asks to search for: one line of at most a hundred characters; anything else counts as not asked. */
export const searchedText = z
  .string()
  .refine(isReadable)
  .transform((text) => text.trim().slice(0, 100))
  .catch("");
