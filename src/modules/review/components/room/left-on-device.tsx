"use client";

import { useEffect, useState } from "react";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { dropFound, findCopy } from "@/ui/autosave/device-store";
import { FoundNotice } from "@/ui/autosave/kept-form";
import { useKeptWords } from "@/ui/autosave/kept-words";
import { copyOfSheet } from "./open-sheet";
import { leftOver, storedTexts, type KeptBoxes, type StoredSheet } from "./sheet-ledger";

type LeftProps = StoredSheet & {
  assignmentId: string;
  writerId: string;
  rubric: RubricRule;
  /** What each box is called. */
  names: Readonly<Record<string, string>>;
};

/** Where nothing can be changed any more: what this device holds of the sheet and the server never got, to be copied. */
export function LeftOnDevice({ assignmentId, writerId, rubric, names, ...sheet }: LeftProps) {
  const [found, setFound] = useState<{ boxes: KeptBoxes; at: string } | null>(null);
  const [stored] = useState(() => storedTexts(sheet, rubric));
  const words = useKeptWords();
  useEffect(() => {
    let isHere = true;
    void findCopy(copyOfSheet({ writerId, assignmentId }), (value) => leftOver(value, stored) !== null).then((copy) => {
      const left = copy && leftOver(copy.value, stored);
      if (left && isHere) setFound({ boxes: left.boxes, at: copy.at });
    });
    return () => void (isHere = false);
  }, [writerId, assignmentId, stored]);
  if (!found || !words) return null;

  const drop = () => {
    void dropFound(copyOfSheet({ writerId, assignmentId }));
    setFound(null);
  };
  const placeless = Object.entries(found.boxes).map(([name, { is }]) => `${names[name] ?? name}: ${is}`);
  return <FoundNotice found={{ at: found.at, isRestored: false, placeless }} words={words} onUse={drop} onDrop={drop} />;
}
