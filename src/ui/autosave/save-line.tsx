"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatTime } from "@/lib/format";
import { paths, type Locale } from "@/lib/paths";
import { classNames } from "@/ui/class-names";
import { fillIn } from "@/ui/fill-in";
import { Link } from "@/ui/link";
import type { SaveState } from "./saver";

/** A screen reader is told at most this often that everything is well; trouble is told at once. */
const QUIET_FOR = 30_000;

/** `{time}` and `{reason}` are filled in. */
export type SaveTexts = Record<
  "typing" | "saving" | "saved" | "waiting" | "onDevice" | "waitingOnDevice" | "offline" | "signedOut" | "signIn" | "otherPerson" | "refused" | "conflict", string>;

export type SaveLineProps = {
  state: SaveState<unknown>;
  isOnDevice: boolean;
  texts: SaveTexts;
  /** What to say before anything was changed. */
  before: ReactNode;
  locale: Locale;
  zone: string;
};

/** Where the words on the page are: on the server since when, on this device alone, or nowhere yet. The time is the server's. */
export function SaveLine({ state, isOnDevice, texts, before, locale, zone }: SaveLineProps) {
  const text = textOf(state, { texts, isOnDevice, time: (at) => formatTime(new Date(at), { locale, zone }) });
  const isTrouble = ["waiting", "signedOut", "otherPerson", "refused", "conflict"].includes(state.kind);
  const said = useSaid(text ?? "", { isWorthSaying: state.kind === "saved" || isTrouble, isTrouble });
  return (
    <div className="text-sm" data-save-state={state.kind} data-on-device={isOnDevice || undefined}>
      <p className={classNames("min-h-6", isTrouble ? "font-semibold text-warn-700" : "text-ink-muted")}>
        {text ?? before}
        {state.kind === "signedOut" && <> <Link href={paths.signIn()} target="_blank">{texts.signIn}</Link></>}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

function useSaid(text: string, { isWorthSaying, isTrouble }: { isWorthSaying: boolean; isTrouble: boolean }): string {
  const [said, setSaid] = useState("");
  const lastSaid = useRef(0);
  useEffect(() => {
    if (!isWorthSaying) return;
    const delay = isTrouble ? 0 : Math.max(0, lastSaid.current + QUIET_FOR - Date.now());
    const timer = setTimeout(() => {
      lastSaid.current = Date.now();
      setSaid(text);
    }, delay);
    return () => clearTimeout(timer);
  }, [isWorthSaying, isTrouble, text]);
  return said;
}

type Telling = { texts: SaveTexts; isOnDevice: boolean; time: (at: string) => string };

function textOf(state: SaveState<unknown>, { texts, isOnDevice, time }: Telling): string | null {
  switch (state.kind) {
    case "clean":
      return null;
    case "saved":
      return fillIn(texts.saved, { time: time(state.at) });
    case "refused":
      return fillIn(texts.refused, { reason: state.message });
    case "typing":
      return isOnDevice ? texts.onDevice : texts.typing;
    case "waiting":
      if (!isOnDevice) return texts.waiting;
      return navigator.onLine ? texts.waitingOnDevice : texts.offline;
    default:
      return texts[state.kind];
  }
}
