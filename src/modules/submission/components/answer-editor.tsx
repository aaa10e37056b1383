"use client";

import { type ReactNode, useRef, useState } from "react";
import { formatTime } from "@/lib/format";
import { classNames } from "@/ui/class-names";
import { useFormState } from "@/ui/forms/action-form";
import { FormTextArea } from "@/ui/forms/form-field";
import { countWords } from "../domain/word-count";
import type { OtherText } from "./answer-saver";
import { AnswerConflict } from "./answer-conflict";
import { CopyOffer } from "./copy-offer";
import type { EditorTexts } from "./editor-texts";
import { SaveLine } from "./save-line";
import { type EditedAnswer, useAnswerSaver } from "./use-answer-saver";
import { WordCount } from "./word-count";

export type AnswerEditorProps = {
  answer: EditedAnswer;
  zone: string;
  question: ReactNode;
  hint: ReactNode;
  maxWords: number;
  /** When and by whom it was saved last, in words. */
  savedText: string | null;
  texts: EditorTexts;
};

/**
 * One section being written. Without a script it is a text area of its form; with one it saves by itself, counts, and keeps
 * what was not acknowledged.
 */
export function AnswerEditor({ answer, zone, question, hint, maxWords, savedText, texts }: AnswerEditorProps) {
  const form = useFormState();
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = form.status === "idle" ? undefined : form.typed?.body;
  const [words, setWords] = useState(() => countWords(typeof typed === "string" ? typed : answer.body));
  const [decided, setDecided] = useState<unknown>(null);
  const fromForm = form !== decided && form.status === "refused" ? otherIn(form.details) : null;
  const { state, version, saver } = useAnswerSaver(area, answer, { formResult: form, isUndecided: fromForm !== null });
  const other = state.kind === "conflict" ? state.other : fromForm;

  const type = (text: string) => {
    setWords(countWords(text));
    saver.current?.type(text);
  };
  const replaceBy = (text: string) => {
    if (area.current) area.current.value = text;
    setWords(countWords(text));
  };
  const decide = (meanwhile: OtherText, text: string) => {
    replaceBy(text);
    setDecided(form);
    void saver.current?.decide(meanwhile, text);
  };
  const takeCopy = (text: string) => {
    replaceBy(text);
    saver.current?.type(text);
  };
  const clock = (at: string) => formatTime(new Date(at), { locale: answer.locale, zone });
  return (
    <>
      <input type="hidden" name="version" value={other?.version ?? version} />
      <CopyOffer answer={answer} texts={texts} zone={zone} onUse={takeCopy} />
      <div className={classNames("grid gap-6", other !== null && "lg:grid-cols-2")}>
        {other && (
          <AnswerConflict
            other={other} texts={texts} time={clock(other.savedAt)}
            onKeepMine={() => decide(other, area.current?.value ?? answer.body)}
            onTakeTheirs={() => decide(other, other.body)}
          />
        )}
        <FormTextArea
          ref={area} name="body" label={question} labelIsTitle hint={hint} rows={16} defaultValue={answer.body}
          describedBy="body-count" autoComplete="off" spellCheck
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => void saver.current?.flush()}
          after={<WordCount id="body-count" words={words} maxWords={maxWords} texts={texts} />}
        />
      </div>
      <SaveLine state={state} texts={texts} before={savedText} locale={answer.locale} zone={zone} />
    </>
  );
}

function otherIn(details: unknown): OtherText | null {
  return (details as { other?: OtherText } | undefined)?.other ?? null;
}
