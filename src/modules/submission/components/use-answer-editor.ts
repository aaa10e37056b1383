"use client";

import { useRef, useState } from "react";
import { useFormState } from "@/ui/forms/action-form";
import { countWords } from "../domain/word-count";
import type { OtherText } from "./answer-saver";
import { asStored, keepCopy, laidAsideOf } from "./device-copy";
import { type EditedAnswer, useAnswerSaver } from "./use-answer-saver";

/** The text area of one section and all that may change it: typing, words kept on the device, a choice between two texts. */
export function useAnswerEditor(answer: EditedAnswer) {
  const form = useFormState();
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = form.status === "idle" ? undefined : form.typed?.body;
  const [words, setWords] = useState(() => countWords(typeof typed === "string" ? typed : answer.body));
  const [decided, setDecided] = useState<unknown>(null);
  const [laidAside, setLaidAside] = useState(0);
  const fromForm = form !== decided && form.status === "refused" ? otherIn(form.details) : null;
  const { state, version, saver } = useAnswerSaver(area, answer, { formResult: form, isUndecided: fromForm !== null });

  const show = (text: string) => {
    if (area.current && area.current.value !== text) area.current.value = text;
    setWords(countWords(text));
  };
  const decide = (meanwhile: OtherText, text: string) => {
    show(text);
    setDecided(form);
    void saver.current?.decide(meanwhile, text);
  };
  const other = state.kind === "conflict" ? state.other : fromForm;
  const type = (text: string) => {
    // Who comes to the very words of the other text has no choice left to make.
    if (other && asStored(text) === other.body) return decide(other, other.body);
    show(text);
    saver.current?.type(text);
  };
  const takeTheirs = (other: OtherText) => {
    keepCopy(laidAsideOf(answer), area.current?.value ?? null);
    setLaidAside((times) => times + 1);
    decide(other, other.body);
  };
  return {
    area, words, state, version, type, takeTheirs,
    /** What somebody else saved meanwhile, until the writer has decided. */
    other,
    /** How often a text was laid aside here: each time it is offered anew. */
    laidAside,
    keepMine: (other: OtherText) => decide(other, area.current?.value ?? answer.body),
    saveNow: () => void saver.current?.flush(),
  };
}

function otherIn(details: unknown): OtherText | null {
  return (details as { other?: OtherText } | undefined)?.other ?? null;
}
