"use client";

import { useEffect, useRef, useState } from "react";
import { formatTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { type CopyKey, dropFound, findCopy } from "@/ui/autosave/device-store";
import { Button } from "@/ui/button";
import { Details } from "@/ui/details";
import { fillIn } from "@/ui/fill-in";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { asStored } from "./answer-place";
import type { EditorTexts } from "./editor-texts";

export type CopyOfferProps = {
  copy: CopyKey;
  /** What the server has: the same words are no find. */
  stored: string;
  /** With `{time}`. */
  title: string;
  texts: EditorTexts;
  locale: Locale;
  zone: string;
  /** Absent where nothing can be written any more: then the words are there to be copied. */
  onUse?: (body: string) => void;
};

type Found = { body: string; at: string };

/**
 * Words that this device holds and the server never acknowledged: found on return, or laid aside a moment ago. They are looked
 * for once, when the page begins: what is typed from then on is no find.
 */
export function CopyOffer({ copy: { writerId, place }, stored, title, texts, locale, zone, onUse }: CopyOfferProps) {
  const [found, setFound] = useState<Found | null>(null);
  const begun = useRef(stored);
  useEffect(() => {
    let isHere = true;
    const isFind = (value: unknown) => typeof value === "string" && asStored(value) !== asStored(begun.current);
    void findCopy({ writerId, place }, isFind).then((copy) => copy && isHere && setFound({ body: String(copy.value), at: copy.at }));
    return () => void (isHere = false);
  }, [writerId, place]);
  if (!found) return null;

  const drop = () => {
    void dropFound({ writerId, place });
    setFound(null);
  };
  const use = () => {
    drop();
    onUse?.(found.body);
  };
  return (
    <div className="mb-6">
      <Notice role="region" title={fillIn(title, { time: formatTime(new Date(found.at), { locale, zone }) })}>
        {onUse ? <Details summary={texts.compare}><UserText text={found.body} /></Details> : <UserText text={found.body} />}
        <div className="flex flex-wrap gap-3">
          {onUse && (
            <Button variant="secondary" size="dense" onClick={use}>
              {texts.useCopy}
            </Button>
          )}
          <Button variant="quiet" size="dense" onClick={drop}>
            {texts.dropCopy}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
