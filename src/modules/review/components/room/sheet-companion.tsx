"use client";

import { useRef } from "react";
import { createPortal, useFormStatus } from "react-dom";
import { formatTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { FoundNotice } from "@/ui/autosave/kept-form";
import { useKeptWords } from "@/ui/autosave/kept-words";
import { fillIn } from "@/ui/fill-in";
import { Link } from "@/ui/link";
import type { OpenSheet, Seen } from "./open-sheet";
import { RunningTotal } from "./running-total";
import type { Unsavable } from "./sheet-boxes";
import { fieldOf, FOUND_PLACE, type SheetWords } from "./sheet-words";
import { useLeavingQuestion } from "./use-leaving-question";
import { useSheet } from "./use-sheet";

type CompanionProps = OpenSheet & { writerId: string; names: Readonly<Record<string, string>>; locale: Locale; zone: string; words: SheetWords };

/** Goes along with the sheet: counts, adds up, saves each criterion by itself, and says how far that is. */
export function SheetCompanion({ writerId, names, locale, zone, words, ...sheet }: CompanionProps) {
  const anchor = useRef<HTMLInputElement>(null);
  const { marks, version, state, isTouched, unsavable, isOnDevice, found, useFound, dropFound } = useSheet(anchor, sheet, writerId);
  const { pending } = useFormStatus();
  const keptWords = useKeptWords();
  const waitsForButton = sheet.isFinished && isTouched;
  useLeavingQuestion(!pending && (waitsForButton || unsavable.criteria.length > 0));
  const place = found && keptWords && document.getElementById(FOUND_PLACE);
  return (
    <>
      <input ref={anchor} type="hidden" name="version" value={version} readOnly />
      <RunningTotal marks={marks} rubric={sheet.rubric} locale={locale} words={words} />
      <span role="status" data-on-device={isOnDevice || undefined}>
        {unsavable.criteria.length > 0 ? <NotSaved unsavable={unsavable} names={names} words={words} /> : waitsForButton ? words.finishedSheet : inWords({ state, isOnDevice }, { locale, zone }, words)}
      </span>
      {place && createPortal(<FoundNotice found={{ ...found, placeless: [] }} words={keptWords} onUse={useFound} onDrop={dropFound} />, place)}
    </>
  );
}

/** Names each box that no save takes, and leads to it. */
const NotSaved = ({ unsavable: { criteria, hasLoneRemark }, names, words }: { unsavable: Unsavable; words: SheetWords } & Pick<CompanionProps, "names">) => (
  <span className="font-semibold text-err-700">
    {words.unsaved}{" "}
    {criteria.map((key, place) => (
      <span key={key}>{place > 0 && ", "}<Link href={`#${fieldOf("marks", key)}`} className="text-err-700 hover:text-err-700">{names[key] ?? key}</Link></span>
    ))}
    . {hasLoneRemark && words.remarkAlone}
  </span>
);

function inWords({ state, isOnDevice }: Pick<Seen, "state" | "isOnDevice">, context: { locale: Locale; zone: string }, words: SheetWords) {
  if (state.kind === "saving") return words.saving;
  if (state.kind === "waiting") return isOnDevice ? words.waitingOnDevice : words.waiting;
  if (state.kind === "otherPerson") return <span className="font-semibold text-err-700">{words.otherPerson}</span>;
  if (state.kind === "signedOut") return <span className="font-semibold text-err-700">{isOnDevice ? words.signedOutOnDevice : words.signedOut}</span>;
  if (state.kind === "saved") return fillIn(words.saved, { at: formatTime(new Date(state.at), context) });
  if (state.kind !== "failed") return null;
  return (
    <span className="font-semibold text-err-700">
      {fillIn(words.failed, { because: state.because })} {isOnDevice && words.onDevice}{" "}
      <a href="">{words.reload}</a>
    </span>
  );
}
