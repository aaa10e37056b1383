import { z } from "zod";
import { givenText, lineOfText, searchedText } from "@/lib/plain-text";
import { UNIT_KINDS } from "./domain/agency-kinds";
import { isRootCode, ROOT_KINDS } from "./domain/root-codes";

export { UNIT_KINDS };

export const UNITS_SHOWN = 300;

/** What the list of an agency's units understands of its address, and that of all agencies. */
export const unitsQuery = z.object({ unit: searchedText });
export const allQuery = z.object({ cari: searchedText });

export const addUnitSchema = z.strictObject({
  parentCode: givenText(300).min(1, "agencies.unit.parentMissing"),
  kind: z.enum(UNIT_KINDS, "agencies.unit.kindMissing"),
  name: lineOfText(200, 3),
});

export const addAgencySchema = z
  .strictObject({
    kind: z.enum(ROOT_KINDS, "agencies.agency.kindMissing"),
    code: lineOfText(30, 1).transform((code) => code.toUpperCase()),
    name: lineOfText(200, 3),
  })
  .refine(({ kind, code }) => isRootCode(kind, code), { path: ["code"], message: "agencies.agency.codeMismatch" });
