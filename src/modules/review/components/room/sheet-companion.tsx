"use client";

import { useRef } from "react";
import { formatTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { fillIn } from "@/ui/fill-in";
import { RunningTotal } from "./running-total";
import type { SaveState } from "./sheet-saver";
import type { SheetWords } from "./sheet-words";
import { type OpenSheet, useSheet } from "./use-sheet";

type CompanionProps = OpenSheet & { locale: Locale; zone: string; words: SheetWords };

/** Goes along with the sheet: counts, adds up, saves each criterion by itself, and says how far that is. */
export function SheetCompanion({ locale, zone, words, ...sheet }: CompanionProps) {
  const anchor = useRef<HTMLInputElement>(null);
  const { marks, version, state, isTouched, hasLoneRemark } = useSheet(anchor, sheet);
  return (
    <>
      <input ref={anchor} type="hidden" name="version" value={version} readOnly />
      <RunningTotal marks={marks} rubric={sheet.rubric} locale={locale} words={words} />
      <span role="status">
        {sheet.isFinished && isTouched ? words.finishedSheet : hasLoneRemark ? words.remarkAlone : inWords(state, { locale, zone }, words)}
      </span>
    </>
  );
}

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
