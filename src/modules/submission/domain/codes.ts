/**
 * Public codes: type, year, five random characters and a check character, `INV-2026-7K3QXM`. They are read aloud, printed
 * and typed, so the alphabet leaves out I, L, O and U, what looks alike is read as one, and the check character finds every
 * single wrong character and every swap of two neighbours, in the type and the year too.
 *
 * Source: the alphabet is Douglas Crockford's base 32; the check is our own. Each character is an element of the field of
 * 32 elements, multiplied by its place's own power of a generator; the check character makes the sum zero. A single error
 * changes the sum because no multiplier is zero; a swap changes it because two places never share a multiplier.
 */

export const CODE_PREFIXES = ["INV", "INO", "TT"] as const;
/** `INV` a submission, `INO` an innovation across its years, `TT` a receipt (tanda terima). */
export type CodePrefix = (typeof CODE_PREFIXES)[number];

/** How many different random parts there are: 32 to the power of 5. */
export const CODE_SPACE = 2 ** 25;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BODY_LENGTH = 5;
const FIELD_POLYNOMIAL = 0b100101;

/**
 * A new code. `random` is either a whole number from 0 to `CODE_SPACE` − 1 or at least four random bytes, of which 25 bits
 * are used. Whoever calls keeps codes unique. A year without four digits or a number out of range is a bug and throws.
 */
export function codeFrom(prefix: CodePrefix, year: number, random: number | Uint8Array): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`not a year of four digits: ${year}`);

  const body = bodyFrom(typeof random === "number" ? random : integerFrom(random));
  return `${prefix}-${year}-${body}${checkCharacter(prefix, String(year), body)}`;
}

/** Whether the text is a code exactly as we write it: upper case, hyphens in place, check character right. */
export function isCode(text: string): boolean {
  return normaliseCode(text) === text;
}

/**
 * The code a person meant: case, spaces and hyphens do not matter, O is read as 0 and I and L as 1. Null when it is not a
 * code of ours: another shape, an unknown type, or a check character that does not fit.
 */
export function normaliseCode(typed: string): string | null {
  const folded = fold(typed.replace(/[\s\u2010-\u2015-]/g, ""));
  const prefix = CODE_PREFIXES.find((known) => folded.startsWith(fold(known)));
  if (!prefix) return null;

  const parts = /^(\d{4})([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z])$/.exec(folded.slice(prefix.length));
  const [, year = "", body = "", check] = parts ?? [];
  if (!parts || year < "1000" || check !== checkCharacter(prefix, year, body)) return null;
  return `${prefix}-${year}-${body}${check}`;
}

function bodyFrom(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= CODE_SPACE) throw new RangeError(`not below ${CODE_SPACE}: ${value}`);
  return Array.from({ length: BODY_LENGTH }, (_, place) => ALPHABET[(value >>> (5 * (BODY_LENGTH - 1 - place))) & 31]).join("");
}

function integerFrom(bytes: Uint8Array): number {
  if (bytes.length < 4) throw new RangeError("a code needs four random bytes");
  return bytes.slice(0, 4).reduce((value, byte) => value * 256 + byte, 0) % CODE_SPACE;
}

function checkCharacter(prefix: CodePrefix, year: string, body: string): string {
  const symbols = [CODE_PREFIXES.indexOf(prefix) + 1, ...Array.from(year + body, (character) => ALPHABET.indexOf(character))];
  // The check character itself has the multiplier 1; its neighbour the generator, and so on to the left. In this field minus
  // is plus, so the sum over the others is the character that makes the whole sum zero.
  const sum = symbols.reduceRight(
    ({ total, multiplier }, symbol) => ({ total: total ^ product(symbol, multiplier), multiplier: product(multiplier, 2) }),
    { total: 0, multiplier: 2 },
  );
  return ALPHABET.charAt(sum.total);
}

/** Multiplication in the field of 32 elements: polynomials over two elements, modulo x⁵ + x² + 1, of which x is a generator. */
function product(left: number, right: number): number {
  let result = 0;
  for (let factor = left, bits = right; bits > 0; bits >>= 1) {
    if (bits & 1) result ^= factor;
    factor <<= 1;
    if (factor & 32) factor ^= FIELD_POLYNOMIAL;
  }
  return result;
}

function fold(text: string): string {
  return text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}
