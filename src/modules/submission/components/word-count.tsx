"use client";

import { useEffect, useState } from "react";
import { classNames } from "@/ui/class-names";
import { wordLimitState } from "../domain/word-count";
import { type EditorTexts, fill } from "./editor-texts";

/** Long enough that a screen reader is not interrupted at every word. */
const AFTER_TYPING = 1_500;

/** How many words of how many: seen at once, said when typing stops. Writing over the limit is allowed and marked. */
export function WordCount({ id, words, maxWords, texts }: { id: string; words: number; maxWords: number; texts: EditorTexts }) {
  const state = wordLimitState(words, maxWords);
  const text = fill(state === "OVER" ? texts.over : texts.count, { words, limit: maxWords, over: words - maxWords });
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid((before) => (before === "" && words === 0 ? "" : text)), AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [text, words]);
  return (
    <div className="text-sm">
      <p id={id} className={classNames("tabular-nums", state === "OVER" ? "font-semibold text-err-700" : "text-ink-muted")}>
        {text}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
