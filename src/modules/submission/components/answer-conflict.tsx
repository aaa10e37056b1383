"use client";

import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { useScript } from "@/ui/use-script";
import type { OtherText } from "./answer-saver";
import { type EditorTexts, fill } from "./editor-texts";

export type AnswerConflictProps = {
  other: OtherText;
  texts: EditorTexts;
  time: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people wrote at once: the other text in full, above one's own. Without a script, saving again keeps one's own. */
export function AnswerConflict({ other, texts, time, onKeepMine, onTakeTheirs }: AnswerConflictProps) {
  const hasScript = useScript();
  const { savedBy: name, isOwn } = other;
  const title = fill(isOwn ? texts.ownTitle : texts.conflictTitle, { name, time });
  const theirs = fill(isOwn ? texts.ownText : texts.theirText, { name });
  return (
    <div>
      <Notice tone="warn" role="alert" title={title}>
        <p>{texts.conflictBody}</p>
        <h3 className="text-base font-semibold">{theirs}</h3>
        <div tabIndex={0} role="region" aria-label={theirs} className="max-h-96 overflow-auto rounded-control border border-line bg-canvas p-3">
          {other.body ? <UserText text={other.body} /> : <p>{texts.emptyText}</p>}
        </div>
        {hasScript && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" size="dense" onClick={onKeepMine}>
              {texts.keepMine}
            </Button>
            <Button variant="secondary" size="dense" onClick={onTakeTheirs}>
              {fill(isOwn ? texts.takeOwn : texts.takeTheirs, { name })}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}
