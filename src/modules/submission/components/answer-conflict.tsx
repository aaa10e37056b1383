"use client";

import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import type { OtherText } from "./answer-saver";
import { type EditorTexts, fill } from "./editor-texts";
import { useHydrated } from "./use-hydrated";

export type AnswerConflictProps = {
  other: OtherText;
  texts: EditorTexts;
  time: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people wrote at once: the other text in full, above one's own. Without a script, saving again keeps one's own. */
export function AnswerConflict({ other, texts, time, onKeepMine, onTakeTheirs }: AnswerConflictProps) {
  const isHydrated = useHydrated();
  const name = other.isOwn ? texts.yourself : other.savedBy;
  return (
    <div className="mb-6">
      <Notice tone="warn" role="alert" title={fill(texts.conflictTitle, { name, time })}>
        <p>{texts.conflictBody}</p>
        <h3 className="text-base font-semibold">{fill(texts.theirText, { name })}</h3>
        <div tabIndex={0} role="region" aria-label={fill(texts.theirText, { name })} className="max-h-96 overflow-auto rounded-control border border-line bg-canvas p-3">
          {other.body ? <UserText text={other.body} /> : <p>{texts.emptyText}</p>}
        </div>
        {isHydrated && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" size="dense" onClick={onKeepMine}>
              {texts.keepMine}
            </Button>
            <Button variant="secondary" size="dense" onClick={onTakeTheirs}>
              {fill(texts.takeTheirs, { name })}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}
