"use client";

import { useFormState } from "@/ui/forms/action-form";
import { Checkbox } from "@/ui/forms/choice-field";

type ChangedElsewhereProps = { names: Record<string, string>; title: string; overwrite: string };

type Details = { changed: { criterion: string; mark: number }[] };

/** What another tab saved, beside what was typed here, and the judge's word that this page wins. */
export function ChangedElsewhere({ names, title, overwrite }: ChangedElsewhereProps) {
  const state = useFormState();
  if (state.status !== "refused" || state.key !== "review.refused.changedMeanwhile") return null;
  const { changed } = state.details as Details;
  return (
    <div className="mb-6 max-w-reading rounded-control border-s-4 border-warn-700 bg-warn-50 p-4">
      {changed.length > 0 && (
        <>
          <h3 className="text-base">{title}</h3>
          <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4">
            {changed.map(({ criterion, mark }) => (
              <div key={criterion} className="contents">
                <dt>{names[criterion] ?? criterion}</dt>
                <dd className="font-semibold tabular-nums">{mark}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Checkbox name="overwrite" value="1" label={overwrite} />
    </div>
  );
}
