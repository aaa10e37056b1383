"use client";

import { useState } from "react";
import { CopyText, type CopyTextProps } from "@/ui/copy-text";
import { fillIn } from "@/ui/fill-in";
import { useFormState } from "@/ui/forms/action-form";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { Notice } from "@/ui/notice";
import type { InvitationMade as Made } from "../domain/invitations";

type MadeProps = {
  /** The open invitations that the page lists: once the new one is gone from there, its link is worth nothing. */
  open: readonly string[];
  /** The titles have a place for the address; `replaced` where there was a link before. */
  words: CopyTextProps["words"] & { title: string; replaced: string; once: string };
};

/** The link of the invitation just made, to be handed over; it is kept nowhere. */
export function InvitationMade({ open, words }: MadeProps) {
  const state = useFormState();
  const made = state.status === "done" && state.details ? (state.details as Made) : null;
  const isListed = made !== null && open.includes(made.email);
  const [listed, setListed] = useState<Made | null>(null);
  if (isListed && listed !== made) setListed(made);
  if (!made || (listed === made && !isListed)) return null;
  return (
    <div className="flex flex-col gap-3">
      <FocusOnArrival role="status" occasion={state}>
        <Notice tone="ok" title={fillIn(made.isAgain ? words.replaced : words.title, { email: made.email })}>
          <p>{words.once}</p>
        </Notice>
      </FocusOnArrival>
      <CopyText text={made.link} words={words} />
    </div>
  );
}
