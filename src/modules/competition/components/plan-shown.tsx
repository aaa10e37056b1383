"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/ui/forms/action-form";
import type { PlanRow, ShownPlan } from "../domain/timetable-plan";

const isPlan = (details: unknown): details is ShownPlan => typeof details === "object" && details !== null && "seen" in details && "rows" in details;

type PlanShownProps = { title: string; before: string; after: string; /** What the page itself shows, until a press has shown another. */ first?: ShownPlan };

/** What the form would do, before it is done: the next press sends back which plan was seen. */
export function PlanShown({ title, first, ...heads }: PlanShownProps) {
  const state = useFormState();
  const shown = "details" in state && isPlan(state.details) ? state.details : first;
  if (!shown) return null;
  return (
    <PlanBox title={title} work={shown.work}>
      <input type="hidden" name="seen" value={shown.seen} />
      <PlanRows rows={shown.rows} {...heads} />
    </PlanBox>
  );
}

export const PlanBox = ({ title, work, children }: { title: string; work?: string | null; children: ReactNode }) => (
  <div className="border-s-2 border-line-strong ps-4">
    {work && <p className="mb-3 font-semibold">{work}</p>}
    <p className="font-semibold">{title}</p>
    {children}
  </div>
);

/** One stage after another with its dates before and after. */
export const PlanRows = ({ rows, before, after }: { rows: PlanRow[]; before: string; after: string }) => (
  <ul className="mt-2 flex flex-col gap-3">
    {rows.map((row) => (
      <li key={row.key}>
        <p>{row.stage}</p>
        <p className="text-sm text-ink-muted">{before}: {row.before}</p>
        <p className="text-sm">{after}: {row.after}</p>
      </li>
    ))}
  </ul>
);
