"use client";

import { useEffect, useRef, useState } from "react";
import { formatTime } from "@/lib/format";
import { paths, type Locale } from "@/lib/paths";
import { classNames } from "@/ui/class-names";
import { fillIn } from "@/ui/fill-in";
import { Link } from "@/ui/link";
import type { SaveState } from "./answer-saver";
import type { EditorTexts } from "./editor-texts";

/** A screen reader is told at most this often that everything is well; trouble is told at once. */
const QUIET_FOR = 30_000;

export type SaveLineProps = { state: SaveState; texts: EditorTexts; before: string | null; locale: Locale; zone: string };

/** What has become of the words on the page. The time is the server's. */
export function SaveLine({ state, texts, before, locale, zone }: SaveLineProps) {
  const text = textOf(state, texts, (at) => formatTime(new Date(at), { locale, zone })) ?? before ?? "";
  const isTrouble = ["waiting", "signedOut", "otherPerson", "refused", "conflict"].includes(state.kind);
  const [said, setSaid] = useState("");
  const lastSaid = useRef(0);
  useEffect(() => {
    if (state.kind !== "saved" && !isTrouble) return;
    const delay = isTrouble ? 0 : Math.max(0, lastSaid.current + QUIET_FOR - Date.now());
    const timer = setTimeout(() => {
      lastSaid.current = Date.now();
      setSaid(text);
    }, delay);
    return () => clearTimeout(timer);
  }, [state, isTrouble, text]);
  return (
    <div className="text-sm" data-save-state={state.kind}>
      <p className={classNames("min-h-6", isTrouble ? "font-semibold text-warn-700" : "text-ink-muted")}>
        {text}
        {state.kind === "signedOut" && <> <Link href={paths.signIn()} target="_blank">{texts.signIn}</Link></>}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

function textOf(state: SaveState, texts: EditorTexts, time: (at: string) => string): string | null {
  switch (state.kind) {
    case "clean":
      return null;
    case "saved":
      return fillIn(texts.saved, { time: time(state.at) });
    case "refused":
      return fillIn(texts.refused, { reason: state.message });
    default:
      return texts[state.kind];
  }
}
