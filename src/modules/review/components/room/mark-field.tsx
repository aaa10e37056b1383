"use client";

import { useRef, useState, type ReactNode } from "react";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { useFieldState } from "@/ui/forms/action-form";
import { fillIn } from "@/ui/fill-in";
import { Checkbox } from "@/ui/forms/choice-field";
import { controlClass, controlProps, Field } from "@/ui/forms/field";
import { useScript } from "@/ui/use-script";
import { levelReached } from "../../domain/levels";
import { typedMark, typeIntoBox } from "./sheet-boxes";

export type MarkFieldProps = {
  criterion: string;
  id: string;
  label: ReactNode;
  before: string;
  error?: string;
  scale: RubricRule["scale"];
  /** Said of what is no mark on the scale, as soon as it stands in the box. */
  offScale: string;
  levels: readonly { mark: number; label: string }[];
  levelsLabel: string;
  /** Asked of a mark that looks like a slip of the finger; absent where the scale is not one of 0 to 100. */
  slip?: { question: string; confirm: string; isConfirmed: boolean };
};

/** The number box of a criterion, with buttons for its levels that fill it. Without script the box is all there is. */
export function MarkField(props: MarkFieldProps) {
  const { value, error } = useFieldState(`marks.${props.criterion}`, props.before);
  const start = Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
  // The key begins the box anew with what was typed, because a form is reset when its action ends.
  return <MarkBox key={start} {...props} before={start} error={error ?? props.error} />;
}

function MarkBox({ criterion, id, label, before, error: problem, scale, offScale, levels, levelsLabel, slip }: MarkFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(before);
  const typed = typedMark(text, scale);
  const error = typed === undefined ? offScale : problem;
  const mark = typed ?? null;
  const reached = mark === null ? null : levelReached(mark, levels.map((level) => level.mark));
  const basics = { name: `marks.${criterion}`, id, label, error };
  return (
    <>
      <Field {...basics} htmlFor={id} box="line">
        <div className="flex flex-wrap items-center gap-2">
          <input
            {...controlProps(basics)}
            ref={box} type="text" inputMode="numeric" autoComplete="off" defaultValue={before}
            onInput={(event) => setText(event.currentTarget.value)}
            className={`${controlClass(error, true)} max-w-20 text-center font-semibold tabular-nums`}
          />
          <Levels levels={levels} label={levelsLabel} pressed={mark} reached={reached} onPick={(level) => box.current && typeIntoBox(box.current, String(level))} />
        </div>
      </Field>
      {slip && mark !== null && mark >= 1 && mark <= 9 && (
        <div className="mt-2">
          <p className="font-semibold text-warn-700">{fillIn(slip.question, { mark, meant: mark * 10 })}</p>
          <Checkbox
            key={mark} name={`sure.${criterion}`} id={`sure-${criterion}`} value={String(mark)}
            label={fillIn(slip.confirm, { mark })} defaultChecked={slip.isConfirmed && text === before}
          />
        </div>
      )}
    </>
  );
}

type LevelsProps = Pick<MarkFieldProps, "levels"> & { label: string; pressed: number | null; reached: number | null; onPick: (mark: number) => void };

function Levels({ levels, label, pressed, reached, onPick }: LevelsProps) {
  const hasScript = useScript();
  return (
    <div role="group" aria-label={label} data-level-group="" className="flex min-h-10 flex-wrap gap-1 print:hidden">
      {hasScript && levels.map((level, index) => (
        <button
          key={level.mark}
          type="button"
          aria-label={level.label}
          aria-pressed={pressed === level.mark}
          onClick={() => onPick(level.mark)}
          className={levelClass(pressed === level.mark, reached !== null && index <= reached)}
        >
          {level.mark}
        </button>
      ))}
    </div>
  );
}

function levelClass(isPressed: boolean, isReached: boolean): string {
  const look = isPressed
    ? "border-action bg-action text-white"
    : isReached
      ? "border-primary bg-primary-50 text-primary-strong"
      : "border-line-strong bg-canvas text-ink hover:border-primary hover:bg-primary-50";
  return `min-h-10 min-w-11 cursor-pointer rounded-control border px-2 text-sm font-semibold tabular-nums ${look}`;
}
