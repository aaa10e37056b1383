"use client";

import { useEffect, useMemo, useState } from "react";
import { countWords } from "../domain/word-count";

/** A long text is not counted at each key: soon after one, and at the latest so often while keys go on. */
const COUNT_AFTER = 150;
const COUNT_EVERY = 600;

/** How many words a text has, a moment after it was typed. */
export function useWordCount(begun: string) {
  const [words, setWords] = useState(() => countWords(begun));
  const counting = useMemo(() => createCounting(setWords), []);
  useEffect(() => counting.stop, [counting]);
  return { words, count: counting.count };
}

function createCounting(onCount: (words: number) => void) {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let text = "";
  const stop = () => {
    clearTimeout(soon);
    clearTimeout(latest);
    latest = undefined;
  };
  const now = () => {
    stop();
    onCount(countWords(text));
  };
  return {
    count(typed: string) {
      text = typed;
      clearTimeout(soon);
      soon = setTimeout(now, COUNT_AFTER);
      latest ??= setTimeout(now, COUNT_EVERY);
    },
    stop,
  };
}
