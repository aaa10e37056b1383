"use client";

import { useFieldState, useFormState } from "@/ui/forms/action-form";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { FormTextArea } from "@/ui/forms/form-field";
import { Notice } from "@/ui/notice";
import type { NotesOutcome } from "../domain/agency-notes";

/** What became of the notes, said at the place whose button was pressed. */
export function NotesSaid({ place, words }: { place: string; words: Record<NotesOutcome["what"], string> }) {
  const state = useFormState();
  const outcome = state.status === "done" ? (state.details as NotesOutcome | undefined) : undefined;
  if (outcome?.place !== place) return null;
  return (
    <FocusOnArrival role="status" occasion={state}>
      <Notice tone="ok" title={words[outcome.what]} />
    </FocusOnArrival>
  );
}

/** Words that were sent when the proposal had just left the agency: not kept, yet still here to be copied. */
export function UnkeptWords({ name, label }: { name: string; label: string }) {
  const { value } = useFieldState(name);
  return value ? <FormTextArea dense readOnly rows={3} name={name} label={label} /> : null;
}
