"use client";

import { useEffect, useState } from "react";
import { formatTime } from "@/lib/format";
import { Button } from "@/ui/button";
import { Details } from "@/ui/details";
import { fillIn } from "@/ui/fill-in";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { useScript } from "@/ui/use-script";
import { asStored, keepCopy, readCopy, type DeviceCopy } from "./device-copy";
import type { EditorTexts } from "./editor-texts";
import type { EditedAnswer } from "./use-answer-saver";

export type CopyOfferProps = { answer: EditedAnswer; /** With `{time}`. */ title: string; texts: EditorTexts; zone: string; onUse: (body: string) => void };

/** Words that this device holds and the server never acknowledged: found on return, or laid aside a moment ago. */
export function CopyOffer(props: CopyOfferProps) {
  return useScript() ? <Offer {...props} /> : null;
}

/** The copy is looked for once, when the page begins: what is typed from then on is no find. */
function Offer({ answer, title, texts, zone, onUse }: CopyOfferProps) {
  const [copy, setCopy] = useState<DeviceCopy | null>(() => readCopy(answer));
  const isSame = copy !== null && asStored(copy.body) === asStored(answer.body);
  useEffect(() => {
    if (isSame) keepCopy(answer, null);
  }, [answer, isSame]);
  if (!copy || isSame) return null;

  const drop = () => {
    keepCopy(answer, null);
    setCopy(null);
  };
  const use = () => {
    drop();
    onUse(copy.body);
  };
  return (
    <div className="mb-6">
      <Notice role="region" title={fillIn(title, { time: formatTime(new Date(copy.at), { locale: answer.locale, zone }) })}>
        <Details summary={texts.compare}>
          <UserText text={copy.body} />
        </Details>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" size="dense" onClick={use}>
            {texts.useCopy}
          </Button>
          <Button variant="quiet" size="dense" onClick={drop}>
            {texts.dropCopy}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
