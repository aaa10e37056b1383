"use client";

import { useFormState } from "@/ui/forms/action-form";
import { type RuleLine, RuleLines } from "./rule-lines";

const isLines = (details: unknown): details is RuleLine[] =>
  Array.isArray(details) && details.length > 0 && details.every((each) => typeof each === "object" && each !== null && "line" in each);

/** The lines of a rules file that the last check named: to be put right, or to be looked at. */
export function LineProblems({ title, remarks, lineLabel }: { title: string; remarks: string; lineLabel: string }) {
  const state = useFormState();
  if ((state.status !== "refused" && state.status !== "done") || !isLines(state.details)) return null;
  return <RuleLines title={state.status === "refused" ? title : remarks} lines={state.details} lineLabel={lineLabel} />;
}
