"use client";

import { useRef } from "react";
import { useFormStatus } from "react-dom";
import { formatTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { fillIn } from "@/ui/fill-in";
import { RunningTotal } from "./running-total";
import type { Unsavable } from "./sheet-boxes";
import type { SaveState } from "./sheet-saver";
import type { SheetWords } from "./sheet-words";
import { useLeavingQuestion } from "./use-leaving-question";
import { type OpenSheet, useSheet } from "./use-sheet";

type CompanionProps = OpenSheet & { locale: Locale; zone: string; words: SheetWords };

/** Goes along with the sheet: counts, adds up, saves each criterion by itself, and says how far that is. */
export function SheetCompanion({ locale, zone, words, ...sheet }: CompanionProps) {
  const anchor = useRef<HTMLInputElement>(null);
  const { marks, version, state, isTouched, unsavable } = useSheet(anchor, sheet);
  const { pending } = useFormStatus();
  const waitsForButton = sheet.isFinished && isTouched;
  useLeavingQuestion(!pending && (waitsForButton || unsavable.count > 0));
  return (
    <>
      <input ref={anchor} type="hidden" name="version" value={version} readOnly />
      <RunningTotal marks={marks} rubric={sheet.rubric} locale={locale} words={words} />
      <span role="status">
        {unsavable.count > 0 ? <NotSaved unsavable={unsavable} words={words} /> : waitsForButton ? words.finishedSheet : inWords(state, { locale, zone }, words)}
      </span>
    </>
  );
}

const NotSaved = ({ unsavable: { count, hasLoneRemark }, words }: { unsavable: Unsavable; words: SheetWords }) => (
  <span className="font-semibold text-err-700">
    {fillIn(words.unsaved, { count })} {hasLoneRemark && words.remarkAlone}
  </span>
);

function inWords(state: SaveState, context: { locale: Locale; zone: string }, words: SheetWords) {
  if (state.kind === "saving") return words.saving;
  if (state.kind === "waiting") return words.waiting;
  if (state.kind === "signedOut") return <span className="font-semibold text-err-700">{words.signedOut}</span>;
  if (state.kind === "saved") return fillIn(words.saved, { at: formatTime(new Date(state.at), context) });
  if (state.kind !== "failed") return null;
  return (
    <span className="font-semibold text-err-700">
      {fillIn(words.failed, { because: state.because })}{" "}
      <a href="">{words.reload}</a>
    </span>
  );
}
