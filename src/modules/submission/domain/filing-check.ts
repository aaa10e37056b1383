/**
 * The step before filing: what was ticked and can be filed as it now is, and what stands in the way of all of it.
 *
 * Source: our default. What cannot succeed is not offered: the page says the rule instead of a button that refuses.
 */
import { stageState } from "@/modules/competition/domain/stages";
import { exceededQuotas, type QuotaLine } from "./filing";

/** `NONE`: nothing of it can be filed. `UPCOMING` and `CLOSED`: of registration. `OVER`: more than the quota takes. */
export type FilingState = "NONE" | "UPCOMING" | "CLOSED" | "OVER" | "READY";

/** `missing`: how many ticked ones are not among those that can be filed. */
export type FilingCheck<Row> = { state: FilingState; picked: Row[]; missing: number; exceeded: QuotaLine[] };

/** In: the ticked codes, what can be filed with its quotas, registration and the time. Out: the state of the whole selection. */
export function filingCheck<Row extends { code: string; groupKey: string }>(ticked: {
  codes: readonly string[];
  endorsed: readonly Row[];
  quotas: readonly QuotaLine[];
  registration: { opensAt: Date; closesAt: Date };
  now: Date;
}): FilingCheck<Row> {
  const { codes, endorsed, quotas, registration, now } = ticked;
  const picked = endorsed.filter(({ code }) => codes.includes(code));
  const exceeded = exceededQuotas(quotas, picked.map(({ groupKey }) => groupKey));
  return { state: stateOf(), picked, missing: codes.length - picked.length, exceeded };

  function stateOf(): FilingState {
    const window = stageState(registration, now);
    if (picked.length === 0) return "NONE";
    if (window !== "OPEN") return window;
    return exceeded.length > 0 ? "OVER" : "READY";
  }
}
