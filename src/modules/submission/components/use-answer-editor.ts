"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { keepCopy } from "@/ui/autosave/device-store";
import { useSaver } from "@/ui/autosave/use-saver";
import { useEndOfAlarm, useFormState } from "@/ui/forms/action-form";
import { asStored, type EditedAnswer, laidAside, placeOf } from "./answer-place";
import { otherIn, type OtherText, senderFor } from "./answer-request";
import { onDeadlineTold } from "./deadline-news";
import { useWordCount } from "./use-word-count";

/** The text area of one section and all that may change it: typing, words kept on the device, a choice between two texts. */
export function useAnswerEditor(answer: EditedAnswer) {
  const form = useFormState();
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = form.status === "idle" ? undefined : form.typed?.body;
  const { words, count } = useWordCount(typeof typed === "string" ? typed : answer.body);
  const [decided, setDecided] = useState<unknown>(null);
  const [asideTimes, setAsideTimes] = useState(0);
  const fromForm = form !== decided && form.status === "refused" ? otherIn(form.details) : null;
  const { state, version, isOnDevice, saver } = useSaver<string, OtherText>(area, savingOf(answer), { formResult: form, isUndecided: fromForm !== null });
  useEndOfAlarm(state.kind === "saved" && state);
  useOnceReopened(answer.code, state.kind === "refused", () => saver.current?.resume());

  const show = (text: string) => {
    if (area.current && area.current.value !== text) area.current.value = text;
    count(text);
  };
  const decide = (meanwhile: OtherText, text: string) => {
    show(text);
    setDecided(form);
    void saver.current?.decide(meanwhile, text);
  };
  const other = state.kind === "conflict" ? state.other : fromForm;
  const type = (text: string) => {
    // Who comes to the very words of the other text has no choice left to make.
    if (other && asStored(text) === other.value) return decide(other, other.value);
    show(text);
    saver.current?.type(text);
  };
  const takeTheirs = async (other: OtherText) => {
    // Kept before the page looks for it.
    await keepCopy(laidAside(placeOf(answer)), area.current?.value ?? null);
    setAsideTimes((times) => times + 1);
    decide(other, other.value);
  };
  return {
    area, words, state, version, isOnDevice, type, takeTheirs,
    /** What somebody else saved meanwhile, until the writer has decided. */
    other,
    /** How often a text was laid aside here: each time it is offered anew. */
    asideTimes,
    keepMine: (other: OtherText) => decide(other, area.current?.value ?? answer.body),
    saveNow: () => void saver.current?.flush(),
  };
}

/** Registration was put off while the page waited with what it could not save any more. */
function useOnceReopened(code: string, isRefused: boolean, goOn: () => void): void {
  const next = useEffectEvent(goOn);
  useEffect(() => {
    if (isRefused) return onDeadlineTold(code, ({ now, closesAt }) => now <= closesAt && next());
  }, [isRefused, code]);
}

const savingOf = (answer: EditedAnswer) => ({
  value: answer.body, version: answer.version, send: senderFor(answer), copy: placeOf(answer),
  same: (one: string, other: string) => asStored(one) === asStored(other),
});
