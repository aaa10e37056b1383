"use client";

import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/paths";
import { clockAhead, type Deadline, minutesLeft } from "../domain/deadline";
import { askDeadline, type DeadlineOwner, onDeadlineTold, onDeadlineWanted } from "./deadline-news";

export type DeadlineOnPage = DeadlineOwner & {
  /** What the page was made with; instants in milliseconds, `now` of the server. */
  deadline: Deadline;
  now: number;
};

export type DeadlineNow = {
  deadline: Deadline;
  /** The server's time, as far as the page knows. */
  now: number;
  /** It moved while the page was open. */
  hasMoved: boolean;
};

/** Often enough that no minute is told late by more than this. */
const TICK = 5_000;

/** The close of registration as the server told it last, and its time going on. */
export function useDeadline({ code, deadline, now }: DeadlineOnPage): DeadlineNow {
  const [known, setKnown] = useState({ deadline, hasMoved: false });
  const [at, setAt] = useState(now);
  /** From the device's clock to the server's. */
  const ahead = useRef<number>(null);

  useEffect(() => {
    ahead.current ??= now - Date.now();
    const timer = setInterval(() => setAt(Date.now() + (ahead.current ?? 0)), TICK);
    return () => clearInterval(timer);
  }, [now]);
  useEffect(
    () =>
      onDeadlineTold(code, (told) => {
        ahead.current = clockAhead(told.now, told);
        setAt(Date.now() + ahead.current);
        setKnown(({ deadline: before, hasMoved }) =>
          before.closesAt === told.closesAt
            ? { deadline: before, hasMoved }
            : { deadline: { closesAt: told.closesAt, first: before.first ?? before.closesAt }, hasMoved: true });
      }),
    [code],
  );
  return { ...known, now: at };
}

/** Asks the server when the page is seen again, when something was refused, in the last hour once, and before it says that time is up. */
export function useAskingForDeadline({ code, isEdition = false }: DeadlineOwner, locale: Locale, { now, deadline }: DeadlineNow): void {
  const left = minutesLeft(now, deadline);
  const occasion = left === null ? null : left < 0 ? "over" : "lastHour";
  useEffect(() => {
    const ask = () => void askDeadline({ code, isEdition }, locale);
    const stop = new AbortController();
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask(), { signal: stop.signal });
    window.addEventListener("online", ask, { signal: stop.signal });
    const unlisten = onDeadlineWanted(code, ask);
    return () => {
      stop.abort();
      unlisten();
    };
  }, [code, isEdition, locale]);
  useEffect(() => {
    if (occasion) void askDeadline({ code, isEdition }, locale);
  }, [occasion, code, isEdition, locale]);
}
