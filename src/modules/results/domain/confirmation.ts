/**
 * How a person says that an act which cannot be taken back is meant, and meant for this edition.
 *
 * Source: our default, the same for freezing, publishing and releasing: the edition's code, typed letter by letter.
 */

import { ok, refuse, type Result } from "@/lib/result";

/** In: what was typed and the edition's code. Refuses any difference, also of case or of a space. */
export function confirmedBy(typed: string, code: string): Result<null> {
  return typed === code ? ok(null) : refuse("results.problem.codeDiffers", { code });
}
