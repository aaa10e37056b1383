import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wears, type Actor } from "@/modules/accounts/domain/roles";

/** The whole log is for the auditor; nobody else reads it here. */
export function mayReadAudit(actor: Actor): Verdict {
  return wears(actor, "AUDITOR") ? allow : deny("common.errors.notAllowed");
}

export type AuditScope = { everything: boolean };

export function auditVisibleTo(actor: Actor): Scope<"audit", AuditScope> {
  return scopeFor({ everything: wears(actor, "AUDITOR") });
}
