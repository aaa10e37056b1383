/**
 * The codes of agencies that stand at the root of the tree.
 *
 * Source: Kemendagri codes for regions (`73`; `73.01` to `73.70` are regencies, `73.71` on are cities); the letters before a
 * short name, and the province in the code of a regional enterprise, are our own notation, as in the list of institutions.
 */
import type { AgencyKind } from "./agency-kinds";

export const ROOT_KINDS = ["MINISTRY", "INSTITUTION", "PROVINCE", "REGENCY", "CITY", "SOE", "REGIONAL_SOE"] as const satisfies readonly AgencyKind[];
export type RootKind = (typeof ROOT_KINDS)[number];

const PATTERNS: Readonly<Record<RootKind, RegExp>> = {
  MINISTRY: /^K-[A-Z0-9]{2,20}$/,
  INSTITUTION: /^L-[A-Z0-9]{2,20}$/,
  SOE: /^B-[A-Z0-9]{2,20}$/,
  REGIONAL_SOE: /^D-\d{2}-[A-Z0-9]{2,20}$/,
  PROVINCE: /^\d{2}$/,
  REGENCY: /^\d{2}\.(0[1-9]|[1-6]\d|70)$/,
  CITY: /^\d{2}\.(7[1-9]|[89]\d)$/,
};

/** Whether an agency of this kind can have this code. */
export const isRootCode = (kind: RootKind, code: string): boolean => PATTERNS[kind].test(code);

/** Whether a code at the root is that of a whole province. */
export const isProvinceCode = (code: string): boolean => PATTERNS.PROVINCE.test(code);

/** Kinds at the root that belong to a province: its regencies and cities, and the enterprises of the regions. */
export const KINDS_OF_PROVINCE = ["REGENCY", "CITY", "REGIONAL_SOE"] as const satisfies readonly RootKind[];

/** In: a code at the root. Out: which kind of `KINDS_OF_PROVINCE` it is; null for any other. */
export const kindInProvince = (code: string): (typeof KINDS_OF_PROVINCE)[number] | null =>
  KINDS_OF_PROVINCE.find((kind) => PATTERNS[kind].test(code)) ?? null;

/** The province that a code at the root names, as Kemendagri writes it; null for a national body. */
export const provinceOf = (code: string): string | null => /^(?:D-)?(\d{2})/.exec(code)?.[1] ?? null;
