"use client";

import { useFormState } from "@/ui/forms/action-form";
import { FormRadio } from "@/ui/forms/form-field";
import type { FoundSource } from "../queries/source";

/** What the library holds by the words of the source, once the form was looked at. */
export function SourceFound({ texts }: { texts: Record<"label" | "hint" | "none", string> }) {
  const state = useFormState();
  const details = state.status === "done" || state.status === "refused" ? (state.details as { sources?: FoundSource[] } | undefined) : undefined;
  if (!details?.sources) return null;
  return (
    <FormRadio
      name="source" label={texts.label} hint={texts.hint}
      choices={[...details.sources.map(({ id, title, about }) => ({ value: id, label: title, hint: about })), { value: "described", label: texts.none }]}
    />
  );
}
