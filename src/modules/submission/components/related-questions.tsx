"use client";

import { useFormState } from "@/ui/forms/action-form";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { FormRadio, FormText } from "@/ui/forms/form-field";
import type { RelatedLine } from "../queries/related-lines";

export type RelatedTexts = Record<"title" | "lead" | "yes" | "no" | "because" | "becauseHint", string>;

/** What a title reminds of: asked until each is answered; the answers go along with the form. `open` is what is asked from the start. */
export function RelatedQuestions({ texts, open = [] }: { texts: RelatedTexts; open?: RelatedLine[] }) {
  const state = useFormState();
  const lines = relatedOf(state) ?? open;
  if (lines.length === 0) return null;
  const questions = lines.map(({ id, question, about }) => (
    <div key={id} className="flex flex-col gap-4">
      <FormRadio name={`same.${id}`} label={question} hint={about} choices={[{ value: "yes", label: texts.yes }, { value: "no", label: texts.no }]} />
      <FormText name={`because.${id}`} label={texts.because} hint={texts.becauseHint} autoComplete="off" dir="auto" />
    </div>
  ));
  const content = (
    <>
      <h2 id="related" className="text-h3">{texts.title}</h2>
      <p>{texts.lead}</p>
      {questions}
    </>
  );
  const look = { role: "region", "aria-labelledby": "related", className: "flex flex-col gap-6" };
  return state.status === "done" && isFirstAsked(state) ? <FocusOnArrival {...look} occasion={state}>{content}</FocusOnArrival> : <section {...look}>{content}</section>;
}

type State = ReturnType<typeof useFormState>;
type Details = { related?: RelatedLine[]; groups?: unknown };

function detailsOf(state: State): Details | undefined {
  return state.status === "done" || state.status === "refused" ? (state.details as Details | undefined) : undefined;
}

const relatedOf = (state: State) => detailsOf(state)?.related;

/** With an outcome of groups the focus goes there. */
const isFirstAsked = (state: State) => detailsOf(state)?.groups === undefined;
