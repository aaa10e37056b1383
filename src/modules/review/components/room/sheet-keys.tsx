"use client";

import { useEffect, useRef } from "react";
import type { SheetWords } from "./sheet-words";
import { useKeptSwitch } from "./use-kept-switch";

type SheetKeysProps = { previous: string | null; next: string | null; words: SheetWords["keys"] };

/** Shortcuts of the sheet: act only while focus is in it, are listed with `?`, and can be switched off for good. */
export function SheetKeys({ previous, next, words }: SheetKeysProps) {
  const list = useRef<HTMLDetailsElement>(null);
  const [isOn, turn] = useKeptSwitch("sinovik.keys");

  useEffect(() => {
    const form = list.current?.closest("form");
    if (!form || !isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (actOn(event, { form, list: list.current, previous, next })) event.preventDefault();
    };
    form.addEventListener("keydown", onKey);
    return () => form.removeEventListener("keydown", onKey);
  }, [isOn, previous, next]);

  return (
    <details ref={list} className="text-sm print:hidden">
      <summary className="inline-flex min-h-10 cursor-pointer items-center text-primary underline underline-offset-4">{words.title}</summary>
      <div className="mt-1 flex flex-col gap-2 border-s-4 border-line ps-4">
        <p>{words.note}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <Shortcut keys="1 – 5" does={words.level} />
          <Shortcut keys="Ctrl + Enter" does={words.saveAndNext} />
          <Shortcut keys="Alt + ←" does={words.previous} />
          <Shortcut keys="Alt + →" does={words.next} />
          <Shortcut keys="?" does={words.help} />
        </dl>
        <label className="flex min-h-10 cursor-pointer items-center gap-3">
          <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} className="size-6 accent-action" />
          {words.on}
        </label>
      </div>
    </details>
  );
}

const Shortcut = ({ keys, does }: { keys: string; does: string }) => (
  <>
    <dt><kbd className="rounded-control border border-line-strong bg-surface px-1.5">{keys}</kbd></dt>
    <dd>{does}</dd>
  </>
);

type Sheet = { form: HTMLFormElement; list: HTMLDetailsElement | null; previous: string | null; next: string | null };

/** Whether the key meant something. */
function actOn(event: KeyboardEvent, { form, list, previous, next }: Sheet): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.ctrlKey && event.key === "Enter") {
    const button = form.querySelector<HTMLButtonElement>('button[name="intent"][value="next"]');
    form.requestSubmit(button);
    return true;
  }
  const neighbour = event.altKey ? { ArrowLeft: previous, ArrowRight: next }[event.key] : null;
  if (neighbour) {
    location.assign(neighbour);
    return true;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key === "?" && !target?.matches("input, textarea, select")) {
    if (list) list.open = !list.open;
    if (list?.open) list.scrollIntoView({ block: "nearest" });
    return true;
  }
  const level = /^[1-9]$/.test(event.key) && target?.closest("[data-level-group]")?.querySelectorAll("button")[Number(event.key) - 1];
  if (!level) return false;
  level.focus();
  level.click();
  return true;
}
