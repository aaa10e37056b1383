import type { Refusal } from "@/lib/result";

/** The answer of a policy: yes, or no with the reason that is shown to the person. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly because: Refusal };

export const allow: Verdict = { allowed: true };

export const deny = (key: string, values?: Refusal["values"]): Verdict => ({
  allowed: false,
  because: values ? { key, values } : { key },
});

declare const scopeBrand: unique symbol;

/**
 * What one person may see of a list. Only a policy makes one (`scopeFor`), and every list query takes it as its first
 * argument, so a list cannot be fetched for nobody in particular. `Filter` is plain data that the query turns into a
 * condition; `nothing` is a scope without a row.
 */
export type Scope<Subject extends string, Filter> = { readonly filter: Filter; readonly [scopeBrand]: Subject };

export const scopeFor = <Subject extends string, Filter>(filter: Filter): Scope<Subject, Filter> =>
  ({ filter }) as Scope<Subject, Filter>;
