"use client";

import { useFormState } from "@/ui/forms/action-form";

type LineProblem = { line: number; text: string };

const isLineProblems = (details: unknown): details is LineProblem[] =>
  Array.isArray(details) && details.every((each) => typeof each === "object" && each !== null && "line" in each);

/** The lines of a rules file that were refused, each with what to do. */
export function LineProblems({ title, lineLabel }: { title: string; lineLabel: string }) {
  const state = useFormState();
  if (state.status !== "refused" || !isLineProblems(state.details)) return null;
  return (
    <section aria-label={title}>
      <h2 className="text-h3">{title}</h2>
      <ol className="mt-3 flex flex-col gap-2">
        {state.details.map(({ line, text }, index) => (
          <li key={`${line}-${index}`} className="border-s-4 border-err-700 ps-3">
            <strong>{lineLabel.replace("{line}", String(line))}</strong>: {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
