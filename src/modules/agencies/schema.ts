import { z } from "zod";
import { lineOfText } from "@/lib/plain-text";

export const UNIT_KINDS = ["AGENCY_UNIT", "SERVICE_UNIT"] as const;

export const addUnitSchema = z.strictObject({
  parentCode: z.string().min(1, "agencies.unit.parentMissing").max(300),
  kind: z.enum(UNIT_KINDS, "agencies.unit.kindMissing"),
  name: lineOfText(200, 3),
});
