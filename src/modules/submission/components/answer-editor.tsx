"use client";

import type { ReactNode } from "react";
import { formatTime } from "@/lib/format";
import { SaveLine } from "@/ui/autosave/save-line";
import { classNames } from "@/ui/class-names";
import { FormTextArea } from "@/ui/forms/form-field";
import { AnswerConflict } from "./answer-conflict";
import { type EditedAnswer, laidAside, placeOf } from "./answer-place";
import { CopyOffer } from "./copy-offer";
import type { EditorTexts } from "./editor-texts";
import { useAnswerEditor } from "./use-answer-editor";
import { WordCount } from "./word-count";

export type AnswerEditorProps = {
  answer: EditedAnswer;
  zone: string;
  question: ReactNode;
  hint: ReactNode;
  /** What stands between the question and the box. */
  guide: ReactNode;
  maxWords: number;
  /** When and by whom it was saved last, in words. */
  savedText: string | null;
  texts: EditorTexts;
  /** What the page tells of the close of registration, and the same in a line. */
  news: ReactNode;
  deadline: ReactNode;
};

/**
 * One section being written. Without a script it is a text area of its form; with one it saves by itself, counts, and keeps
 * what was not acknowledged. Count and state stay in view however long the text is.
 */
export function AnswerEditor({ answer, zone, question, hint, guide, maxWords, savedText, texts, news, deadline }: AnswerEditorProps) {
  const { area, words, state, version, isOnDevice, other, asideTimes, type, keepMine, takeTheirs, saveNow } = useAnswerEditor(answer);
  const offer = { stored: answer.body, texts, locale: answer.locale, zone, onUse: type };
  return (
    <>
      <input type="hidden" name="version" value={other?.version ?? version} />
      <CopyOffer copy={placeOf(answer)} title={texts.copyTitle} {...offer} />
      <CopyOffer key={asideTimes} copy={laidAside(placeOf(answer))} title={texts.asideTitle} {...offer} />
      <div className={classNames("grid gap-6", other !== null && "lg:grid-cols-2")}>
        {other && (
          <AnswerConflict
            answer={answer} other={other} texts={texts} time={formatTime(new Date(other.savedAt), { locale: answer.locale, zone })}
            onKeepMine={() => keepMine(other)}
            onTakeTheirs={() => void takeTheirs(other)}
          />
        )}
        <FormTextArea
          ref={area} name="body" label={question} labelIsTitle hint={hint} rows={16} defaultValue={answer.body}
          before={guide} describedBy="body-count" autoComplete="off" spellCheck
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={saveNow}
        />
      </div>
      {news}
      <div data-sticky="line" className="sticky bottom-0 z-20 mt-2 flex flex-wrap items-baseline justify-between gap-x-6 border-t border-line bg-canvas py-2">
        <div className="w-full empty:hidden">{deadline}</div>
        <WordCount id="body-count" words={words} maxWords={maxWords} texts={texts} locale={answer.locale} />
        <SaveLine state={state} isOnDevice={isOnDevice} texts={texts} before={savedText} locale={answer.locale} zone={zone} />
      </div>
    </>
  );
}
