"use client";

import { useFormState } from "@/ui/forms/action-form";
import { FormCheckbox } from "@/ui/forms/form-field";

/** Asked only where the invited person's own agency takes part in the edition. */
export function ParticipantConfirmation({ label }: { label: string }) {
  const state = useFormState();
  const asks = state.status === "refused" && (state.details as { asksToConfirm?: boolean } | undefined)?.asksToConfirm;
  return asks ? <FormCheckbox name="participantConfirmed" value="yes" label={label} /> : null;
}
