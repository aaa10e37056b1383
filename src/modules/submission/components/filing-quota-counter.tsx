"use client";

import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { ALL_GROUPS } from "./counted-groups";

export type CountedGroup = {
  groupKey: string;
  /** Null: no limit. */
  left: number | null;
  /** The line for 0, 1, 2 … ticked proposals of the group. */
  lines: string[];
  /** Said when one more is ticked than is left. */
  full: string;
};

type CounterProps = { formId: string; groups: CountedGroup[]; initial: Record<string, number> };

/** The row whose tick was taken back, and the rule that took it. */
type Refusal = { row: Element; text: string };

/**
 * Counts down while boxes are ticked, takes back the one that is too many, and says why in its own row. Comfort only: without
 * a script the lines stay as they were sent, and the server decides in any case.
 */
export function FilingQuotaCounter({ formId, groups, initial }: CounterProps) {
  const [ticked, setTicked] = useState(initial);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const count = () => Object.fromEntries(groups.map(({ groupKey }) => [groupKey, tickedIn(form, groupKey)]));
    const onChange = (event: Event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
      const counting = groups.filter(({ groupKey }) => groupKey === ALL_GROUPS || groupKey === box.dataset.group);
      const full = box.checked ? counting.find(({ groupKey, left }) => left !== null && tickedIn(form, groupKey) > left) : undefined;
      if (full) box.checked = false;
      const row = box.closest("tr")?.querySelector("th");
      setRefusal(full && row ? { row, text: full.full } : null);
      setTicked(count());
    };
    form.addEventListener("change", onChange);
    // A browser may have restored boxes before the script was there.
    const frame = requestAnimationFrame(() => setTicked(count()));
    return () => {
      form.removeEventListener("change", onChange);
      cancelAnimationFrame(frame);
    };
  }, [formId, groups]);

  return (
    <>
      <div role="status" className="flex flex-col gap-1">
        {groups.map(({ groupKey, lines }) => (
          <p key={groupKey} className="font-semibold tabular-nums">
            {lines[ticked[groupKey] ?? 0]}
          </p>
        ))}
      </div>
      {refusal && createPortal(<p role="alert" className="mt-1 font-semibold text-err-700">{refusal.text}</p>, refusal.row)}
    </>
  );
}

function tickedIn(form: HTMLFormElement, groupKey: string): number {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].filter(
    (box) => box.checked && (groupKey === ALL_GROUPS || box.dataset.group === groupKey),
  ).length;
}
