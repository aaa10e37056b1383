/**
 * Exact rational numbers, so that a total is never touched by binary rounding and a tie is a tie on every machine.
 *
 * Source: our default, after the rule that marks are stored as entered, totals stay exact, and rounding happens once, at
 * display. A zero denominator or a number that is not whole is a mistake of the caller, not a case to refuse in words,
 * and throws.
 */

import { ok, refuse, type Result } from "@/lib/result";

/** A number `num / den` in lowest terms with `den` > 0; made only by the functions of this file. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

/** `num / den` in lowest terms. Takes whole numbers (`bigint`, or `number` without a fractional part); `den` is not 0. */
export function fraction(num: bigint | number, den: bigint | number = 1): Fraction {
  const top = BigInt(num);
  const bottom = BigInt(den);
  if (bottom === 0n) throw new RangeError("A fraction needs a denominator other than 0");
  const divisor = greatestDivisor(absolute(top), absolute(bottom)) * (bottom < 0n ? -1n : 1n);
  return { num: top / divisor, den: bottom / divisor };
}

const ZERO: Fraction = { num: 0n, den: 1n };

/** The exact sum of two fractions. */
export function add(left: Fraction, right: Fraction): Fraction {
  return fraction(left.num * right.den + right.num * left.den, left.den * right.den);
}

/** The exact difference `left − right`. */
export function subtract(left: Fraction, right: Fraction): Fraction {
  return add(left, { num: -right.num, den: right.den });
}

/** The exact product of two fractions. */
export function mul(left: Fraction, right: Fraction): Fraction {
  return fraction(left.num * right.num, left.den * right.den);
}

/** −1, 0 or 1 as `left` is less than, equal to or greater than `right`; usable as an ascending sort order. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference = left.num * right.den - right.num * left.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The exact sum; 0 for an empty list. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, ZERO);
}

/** The exact mean, or null for an empty list (a missing reading is never a 0). Source: scoring notes on AF4, "never sum". */
export function meanOf(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null;
  return mul(sumOf(values), fraction(1, values.length));
}

/** The middle value, or the exact mean of the two middle ones; null for an empty list. The order given does not matter. */
export function medianOf(values: readonly Fraction[]): Fraction | null {
  const ascending = [...values].sort(compare);
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.floor((ascending.length - 1) / 2)];
  return upper && lower ? mul(add(lower, upper), fraction(1, 2)) : null;
}

/** The stored form, always `n/d` in lowest terms: `175/2`, `0/1`, `-3/4`. */
export function toText({ num, den }: Fraction): string {
  return `${num}/${den}`;
}

/** Reads what `toText` wrote. Refuses anything else, also a fraction that is not in lowest terms. */
export function fromText(text: string): Result<Fraction> {
  const [, num, den] = /^(-?(?:0|[1-9]\d*))\/([1-9]\d*)$/.exec(text) ?? [];
  if (num === undefined || den === undefined) return refuse("review.problem.fractionUnreadable", { text });
  const value = fraction(BigInt(num), BigInt(den));
  return toText(value) === text ? ok(value) : refuse("review.problem.fractionUnreadable", { text });
}

/**
 * The number for display with `digits` places (0 or more) and a full stop, rounded half up (away from zero): `87.50`.
 * The only place where a total is rounded; nothing may be ordered by the result.
 */
export function toDecimal(value: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = (2n * absolute(value.num) * scale + value.den) / (2n * value.den);
  const sign = value.num < 0n && scaled > 0n ? "-" : "";
  const whole = `${sign}${scaled / scale}`;
  return digits === 0 ? whole : `${whole}.${(scaled % scale).toString().padStart(digits, "0")}`;
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
