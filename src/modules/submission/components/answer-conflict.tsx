"use client";

import { useEffect, useRef, useState } from "react";
import { paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { fillIn } from "@/ui/fill-in";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { useScript } from "@/ui/use-script";
import type { EditedAnswer } from "./answer-place";
import type { OtherText } from "./answer-request";
import type { EditorTexts } from "./editor-texts";

export type AnswerConflictProps = {
  answer: EditedAnswer;
  other: OtherText;
  texts: EditorTexts;
  time: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/**
 * Two people wrote at once: the other text in full, above one's own. The form is not sent before the choice is made; without
 * a script, saving again keeps one's own.
 */
export function AnswerConflict({ answer, other, texts, time, onKeepMine, onTakeTheirs }: AnswerConflictProps) {
  const hasScript = useScript();
  const { box, wasAsked } = useChoiceBeforeSending();
  const { savedBy: name, isOwn } = other;
  const title = fillIn(isOwn ? texts.ownTitle : texts.conflictTitle, { name, time });
  const theirs = fillIn(isOwn ? texts.ownText : texts.theirText, { name });
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warn" role="alert" title={title}>
        {wasAsked && <p className="font-semibold">{texts.chooseFirst}</p>}
        <p>{texts.conflictBody}</p>
        <h3 className="text-base font-semibold">{theirs}</h3>
        <div tabIndex={0} role="region" aria-label={theirs} className="max-h-96 overflow-auto rounded-control border border-line bg-canvas p-3">
          {other.value ? <UserText text={other.value} /> : <p>{texts.emptyText}</p>}
        </div>
        <p><Link href={paths.sectionHistory(answer.code, answer.section)}>{texts.history}</Link></p>
        {hasScript && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" size="dense" onClick={onKeepMine}>
              {texts.keepMine}
            </Button>
            <Button variant="secondary" size="dense" onClick={onTakeTheirs}>
              {fillIn(isOwn ? texts.takeOwn : texts.takeTheirs, { name })}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}

/** While the choice is open the form does not leave: whoever presses its button is led back to the choice. */
function useChoiceBeforeSending() {
  const box = useRef<HTMLDivElement>(null);
  const [wasAsked, setAsked] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const stay = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setAsked(true);
      box.current?.focus();
    };
    box.current?.closest("form")?.addEventListener("submit", stay, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  return { box, wasAsked };
}
