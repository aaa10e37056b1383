"use client";

import { CopyText, type CopyTextProps } from "@/ui/copy-text";
import { useFormState } from "@/ui/forms/action-form";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { Notice } from "@/ui/notice";
import type { LinksMade as Made } from "../domain/invitations";

/** The links just made, to be handed over; they are kept nowhere. */
export function LinksMade({ words }: { words: CopyTextProps["words"] & { title: string; once: string } }) {
  const state = useFormState();
  if (state.status !== "done") return null;
  return (
    <div className="flex w-full flex-col gap-3">
      <FocusOnArrival role="status" occasion={state}>
        <Notice tone="ok" title={words.title}>
          <p>{words.once}</p>
        </Notice>
      </FocusOnArrival>
      <CopyText text={(state.details as Made).text} words={words} />
    </div>
  );
}
