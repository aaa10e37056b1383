"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { formatDecimalText, formatTime } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { useScript } from "@/ui/use-script";
import { toDecimal } from "../../domain/fraction";
import { filledCriteria, markedPart } from "../../domain/hand-in";
import { pointsOf, weightedSum, type Marks } from "../../domain/scoring";
import { useAutosave, type SaveState } from "./autosave";
import { fillIn } from "./fill-in";
import { isLoneRemark, marksIn, partOf, touchedBy } from "./sheet-boxes";
import type { SheetWords } from "./sheet-words";

type CompanionProps = {
  address: string;
  assignmentId: string;
  version: number;
  marks: Marks;
  rubric: RubricRule;
  isFinished: boolean;
  locale: Locale;
  zone: string;
  words: SheetWords;
};

const PAUSE_MILLISECONDS = 900;

/**
 * Goes along with the sheet: counts, adds up, and saves each criterion by itself. The boxes of the form stay the one truth;
 * this reads them. A sheet that was handed in is never changed behind the judge's back: there only the buttons save.
 */
export function SheetCompanion({ address, assignmentId, version, marks: before, rubric, isFinished, locale, zone, words }: CompanionProps) {
  const anchor = useRef<HTMLInputElement>(null);
  const [marks, setMarks] = useState(before);
  const [touched, setTouched] = useState(false);
  const [loneRemark, setLoneRemark] = useState(false);
  const read = useCallback((keys: string[]) => partOf(anchor.current?.form, keys, rubric), [rubric]);
  const { state, version: current, change, settle, isBusy, latest } = useAutosave({ address, assignmentId, version, read });

  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onInput = (event: Event) => {
      const key = touchedBy(event.target);
      if (!key) return;
      setTouched(true);
      setMarks(marksIn(form, rubric));
      setLoneRemark(isLoneRemark(form, key, rubric));
      if (isFinished) return;
      change(key);
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), PAUSE_MILLISECONDS);
    };
    // A button waits until what is on its way has arrived, so that both do not carry the same version.
    // It waits once: without a network the form itself says so.
    let hasWaited = false;
    const onSubmit = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (hasWaited || !isBusy()) return;
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      const sendAgain = () => {
        if (anchor.current) anchor.current.value = String(latest());
        hasWaited = true;
        form.requestSubmit(submitter);
        hasWaited = false;
      };
      // Not before this event is over: until then the browser takes no other sending of the form.
      void settle().then(() => setTimeout(sendAgain));
    };
    const onLeave = () => void (isFinished || settle());
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    window.addEventListener("pagehide", onLeave);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      window.removeEventListener("pagehide", onLeave);
    };
  }, [rubric, isFinished, change, settle, isBusy, latest]);

  return (
    <>
      <input ref={anchor} type="hidden" name="version" value={current} readOnly />
      <RunningTotal marks={marks} rubric={rubric} locale={locale} words={words} />
      <span role="status">
        {isFinished && touched ? words.finishedSheet : loneRemark ? words.remarkAlone : inWords(state, { locale, zone }, words)}
      </span>
    </>
  );
}

type TotalProps = Pick<CompanionProps, "marks" | "rubric" | "locale" | "words">;

/** How many criteria are marked and what they come to so far; the sum can be hidden, so that it leads nobody. */
function RunningTotal({ marks, rubric, locale, words }: TotalProps) {
  const hasScript = useScript();
  const [shown, setShown] = useState(true);
  const part = markedPart(marks, rubric);
  const sum = weightedSum(part.marks, part.rubric);
  const points = sum.ok ? formatDecimalText(toDecimal(pointsOf(sum.value, rubric), 2), locale) : "";
  return (
    <>
      <span className="tabular-nums">{fillIn(words.filled, { filled: filledCriteria(marks, rubric), total: rubric.criteria.length })}</span>
      {shown && <span className="font-semibold tabular-nums text-ink">{fillIn(words.total, { points, weight: part.weight })}</span>}
      {hasScript && (
        <button type="button" onClick={() => setShown(!shown)} className="cursor-pointer text-primary underline underline-offset-4 print:hidden">
          {shown ? words.hideTotal : words.showTotal}
        </button>
      )}
    </>
  );
}

function inWords(state: SaveState, context: { locale: Locale; zone: string }, words: SheetWords) {
  if (state.kind === "saving") return words.saving;
  if (state.kind === "waiting") return words.waiting;
  if (state.kind === "saved") return fillIn(words.saved, { at: formatTime(state.at, context) });
  if (state.kind !== "failed") return null;
  return (
    <span className="font-semibold text-err-700">
      {fillIn(words.failed, { because: state.because })}{" "}
      <a href="">{words.reload}</a>
    </span>
  );
}
