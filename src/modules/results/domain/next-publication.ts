/**
 * Which publication may follow: the first of a result, the decree that makes a provisional list final, or a version that puts
 * right the one before.
 *
 * Source: KIPP announces a list, hears objections and sets it by decree afterwards. That a list changes only after it went back
 * to its composers with a reason that everybody can read, and that a list set by decree is put right only by a decree
 * of its own, of no earlier day, is our default: whoever corrects by an erratum gives the erratum's number.
 */

import { ok, refuse, type Result } from "@/lib/result";
import { publicationState, type DecisionStatus, type Decree, type PublicationState } from "./publication";

export type EarlierPublication = { readonly version: number; readonly state: PublicationState };
type SetEarlier = EarlierPublication & { readonly decreeNumber: string; readonly decreeDate: Date | null };

/**
 * In: the last publication of the result (null for none), the decree as given, and whether the list went back to composing
 * since (`reopened`). Out: version (from 1) and state of the next one. Refuses, where it did not go back, anything but the
 * decree of a provisional list; where it did, a provisional list after a final one, and a decree that is the one it puts right or older.
 */
export function nextPublication(last: SetEarlier | null, decree: Decree, { reopened }: { reopened: boolean }): Result<EarlierPublication> {
  const state = publicationState(decree);
  const version = (last?.version ?? 0) + 1;
  if (last?.state === "FINAL" && !reopened) return refuse("results.problem.alreadyFinal", { version: last.version });
  if (last?.state === "FINAL" && state !== "FINAL") return refuse("results.problem.correctionWithoutDecree", { version: last.version });
  if (last?.state === "FINAL" && plain(decree.number) === plain(last.decreeNumber)) return refuse("results.problem.sameDecree", { version: last.version, number: last.decreeNumber });
  const before = last?.decreeDate?.toISOString().slice(0, 10);
  if (last && before && decree.date.trim() < before) return refuse("results.problem.decreeBeforeEarlier", { version: last.version, date: before });
  if (last && !reopened && state !== "FINAL") return refuse("results.problem.alreadyProvisional", { version: last.version });
  return ok({ version, state });
}

/** Two ways of writing one number are one number. */
const plain = (number: string) => number.replace(/\s+/g, "").toLowerCase();

/** The status that the checks before a publication judge: a set published as provisional stands ready for its decree. */
export function statusBefore(status: DecisionStatus, last: EarlierPublication | null): DecisionStatus {
  return status === "PUBLISHED" && last?.state === "PROVISIONAL" ? "READY" : status;
}
