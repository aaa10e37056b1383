/**
 * Which publication may follow: the first of a decision set, or the decree that makes a provisional list final.
 *
 * Source: KIPP announces a list and sets it by decree afterwards. That a final list is never followed by another one from the
 * same set, and a provisional one only by a final one, is our default; a correction will be a step of its own.
 */

import { ok, refuse, type Result } from "@/lib/result";
import { publicationState, type DecisionStatus, type Decree, type PublicationState } from "./publication";

export type EarlierPublication = { readonly version: number; readonly state: PublicationState };

/**
 * In: the last publication of the set (null for none) and the decree as given. Out: version (from 1) and state of the next
 * one. Refuses when the list is final already, or is provisional and no decree is given.
 */
export function nextPublication(last: EarlierPublication | null, decree: Decree): Result<EarlierPublication> {
  const state = publicationState(decree);
  if (last?.state === "FINAL") return refuse("results.problem.alreadyFinal", { version: last.version });
  if (last && state !== "FINAL") return refuse("results.problem.alreadyProvisional", { version: last.version });
  return ok({ version: (last?.version ?? 0) + 1, state });
}

/** The status that the checks before a publication judge: a set published as provisional stands ready for its decree. */
export function statusBefore(status: DecisionStatus, last: EarlierPublication | null): DecisionStatus {
  return status === "PUBLISHED" && last?.state === "PROVISIONAL" ? "READY" : status;
}
