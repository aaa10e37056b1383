"use client";

import { useEffect, useState } from "react";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { classNames } from "@/ui/class-names";
import { fillIn } from "@/ui/fill-in";
import { wordLimitState } from "../domain/word-count";
import type { EditorTexts } from "./editor-texts";

/** Long enough that a screen reader is not interrupted at every word. */
const AFTER_TYPING = 1_500;

const TEXTS = { WITHIN: "count", NEAR: "near", OVER: "over" } as const;
const LOOKS = { WITHIN: "text-ink-muted", NEAR: "font-semibold text-warn-700", OVER: "font-semibold text-err-700" };

/** How many words of how many: seen at once, said when typing stops. What is left is told from 90 %; writing over the limit is allowed and marked. */
type WordCountProps = { id: string; words: number; maxWords: number; texts: EditorTexts; locale: Locale };

export function WordCount({ id, words, maxWords, texts, locale }: WordCountProps) {
  const state = wordLimitState(words, maxWords);
  const number = (value: number) => formatNumber(value, locale);
  const text = fillIn(texts[TEXTS[state]], { words: number(words), limit: number(maxWords), left: number(maxWords - words), over: number(words - maxWords) });
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid((before) => (before === "" && words === 0 ? "" : text)), AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [text, words]);
  return (
    <div className="text-sm">
      <p id={id} className={classNames("tabular-nums", LOOKS[state])}>
        {text}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
