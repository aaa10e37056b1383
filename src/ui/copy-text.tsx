"use client";

import { useState } from "react";
import { buttonClass } from "./button-class";
import { useScript } from "./use-script";

export type CopyTextProps = {
  readonly text: string;
  /** Words of the button, and what is said after it. */
  readonly words: { readonly copy: string; readonly copied: string; readonly failed: string };
};

/** A text to hand on. Where the browser can copy it, a button does. */
export const CopyText = ({ text, words }: CopyTextProps) => {
  const [said, setSaid] = useState("");
  const canCopy = useScript() && "clipboard" in navigator;
  const copy = () => navigator.clipboard.writeText(text).then(() => setSaid(words.copied), () => setSaid(words.failed));
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="font-semibold wrap-anywhere whitespace-pre-line select-all">{text}</p>
      <div className="flex flex-wrap items-center gap-3">
        {canCopy && (
          <button type="button" onClick={copy} className={buttonClass({ variant: "secondary", size: "dense" })}>
            {words.copy}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
    </div>
  );
};
