"use client";

import { type ReactNode, useRef } from "react";
import type { FormState } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { Button } from "../button";
import { fillIn } from "../fill-in";
import { Notice } from "../notice";
import { UserText } from "../user-text";
import { type KeptWords, useKeptWords } from "./kept-words";
import { type Found, useKeptForm } from "./use-kept-form";

export type Keeping = {
  /** Which form: `identitas.INV-…`. */
  place: string;
  /** What the form was made from, such as a version: words typed on something else are asked about before they are used. */
  basis: string;
};

/**
 * Stands inside a form and around its fields: what is typed in them is kept on the device until it is sent, and is there again
 * after a reload, a change of the language, the way back, or the death of the browser. Without a script it is only its fields.
 */
export function KeptForm({ children, ...kept }: Keeping & { state: FormState; children: ReactNode }) {
  const words = useKeptWords();
  return words ? <Kept words={words} {...kept}>{children}</Kept> : children;
}

function Kept({ words, children, ...form }: Keeping & { state: FormState; words: KeptWords; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { found, isKept, isElsewhere, use, drop } = useKeptForm(anchor, { writerId: words.writerId, ...form });
  return (
    <>
      <span ref={anchor} hidden />
      {found && <FoundNotice found={found} words={words} onUse={use} onDrop={drop} />}
      {children}
      {/* Always there, so that it is read out when it is filled. */}
      <p role="status" data-form-kept={isKept || undefined} className="text-sm text-ink-muted empty:hidden">{isKept ? (isElsewhere ? words.elsewhere : words.kept) : null}</p>
    </>
  );
}

/** What was found on the device: that it stands in its boxes again, or the question whether it shall. */
export function FoundNotice({ found: { at, isRestored, placeless }, words, onUse, onDrop }: { found: Pick<Found, "at" | "isRestored" | "placeless">; words: KeptWords; onUse: () => void; onDrop: () => void }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const title = fillIn(isRestored ? words.restored : placeless.length > 0 ? words.placeless : words.changed, { at: formatDateTime(new Date(at), { locale: words.locale, zone }) });
  return (
    <div className="mb-6">
      <Notice role="region" title={title}>
        {placeless.map((text) => <UserText key={text} text={text} />)}
        <div className="flex flex-wrap gap-3">
          {!isRestored && placeless.length === 0 && <Button variant="secondary" size="dense" onClick={onUse}>{words.use}</Button>}
          <Button variant="quiet" size="dense" onClick={onDrop}>{isRestored ? words.discard : words.drop}</Button>
        </div>
      </Notice>
    </div>
  );
}
