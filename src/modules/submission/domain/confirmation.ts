/**
 * What the admin of an agency confirms, by an own tick, before endorsing: whoever writes only states in another's name.
 *
 * Source: statements of KIPP are signed by heads of units and agencies on paper, which the portal does not see. That the agency's admin
 * vouches for them with a few words on how they know, and for a unit that enters another unit's innovation, is our default.
 */
import { ok, refuse, type Result } from "@/lib/result";
import type { Belonging } from "./related";

export const CONFIRMATION_KINDS = ["SIGNATURES", "OTHER_UNIT"] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/** In: how many statements were given, and whose innovation it is. Out: what must be confirmed. */
export function confirmationsAsked({ statements, belonging }: { statements: number; belonging: Belonging }): ConfirmationKind[] {
  return [...(statements > 0 ? ["SIGNATURES" as const] : []), ...(belonging === "OTHER_UNIT" ? ["OTHER_UNIT" as const] : [])];
}

/** Fewest words that say how somebody knows: "surat asli sudah dilihat". */
const FEWEST_WORDS = 2;

/** In: what is asked, what was ticked, and how the admin knows. Refuses `filing.refused.notConfirmed` and `filing.refused.noBasis`. */
export function confirmed(asked: readonly ConfirmationKind[], ticked: readonly string[], basis: string): Result<null> {
  const missing = asked.filter((kind) => !ticked.includes(kind)).length;
  if (missing > 0) return refuse("filing.refused.notConfirmed", { count: missing });
  return asked.length > 0 && basis.split(/\s+/).filter(Boolean).length < FEWEST_WORDS ? refuse("filing.refused.noBasis") : ok(null);
}
