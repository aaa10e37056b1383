import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, wearsInEdition, type Actor } from "@/modules/accounts/domain/roles";

export type FiledFilter = { editionId: string | null };
export type FiledScope = Scope<"filed", FiledFilter>;

/** What was filed is for the secretariat of its edition; what is still being written is not the organiser's to read. */
export function filedVisibleTo(actor: Actor): FiledScope {
  return scopeFor({ editionId: wears(actor, "SECRETARIAT") ? (actor.hat?.editionId ?? null) : null });
}

export function mayReadFiled(actor: Actor, { editionId }: { editionId: string }): Verdict {
  return wearsInEdition(actor, editionId, "SECRETARIAT") ? allow : deny("common.errors.notFound");
}
