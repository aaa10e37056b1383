"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatDateTime, formatDeadline, formatTimeLeft } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import { fillIn } from "@/ui/fill-in";
import { Notice } from "@/ui/notice";
import { isWorthSaying, minutesLeft, movedBy } from "../domain/deadline";
import { type DeadlineNow, type DeadlineOnPage, useAskingForDeadline, useDeadline } from "./use-deadline";

/** `{at}`, `{from}` and `{left}` are filled in. */
export type DeadlineWords = Record<"left" | "later" | "earlier" | "EXTENDED" | "SHORTENED" | "closedTitle" | "over", string>;

export type DeadlineProps = DeadlineOnPage & { locale: Locale; zone: string; words: DeadlineWords };

/** The closing time itself, and from which first one it moved. Without a script it is what the page was made with. */
export function DeadlineAt({ locale, zone, words, inAllZones, ...page }: DeadlineProps & { inAllZones?: boolean }) {
  const { deadline } = useDeadline(page);
  const moved = movedBy(deadline);
  const at = (moment: number) => formatDateTime(new Date(moment), { locale, zone });
  return (
    <>
      <time dateTime={new Date(deadline.closesAt).toISOString()} className="tabular-nums">{inAllZones ? formatDeadline(new Date(deadline.closesAt), { locale, zone }) : at(deadline.closesAt)}</time>
      {moved && deadline.first !== null && ` (${fillIn(moved === "later" ? words.EXTENDED : words.SHORTENED, { from: at(deadline.first) })})`}
    </>
  );
}

/** What is left, wherever a page tells it. */
export function DeadlineLeft({ locale, words, ...page }: Omit<DeadlineProps, "zone">) {
  const { deadline, now } = useDeadline(page);
  return now > deadline.closesAt ? words.over : formatTimeLeft(deadline.closesAt - now, locale);
}

/**
 * What became of the close while the page was open: that it moved, the minutes of the last hour, and that it is over, with what to
 * do then. Read out politely, the minutes only now and then.
 */
export function DeadlineNews({ locale, zone, words, children, lineElsewhere, ...page }: DeadlineProps & { /** The next step once it is over. */ children: ReactNode; /** `DeadlineShort` stands where it is always in view. */ lineElsewhere?: boolean }) {
  const known = useDeadline(page);
  useAskingForDeadline(page, locale, known);
  const left = minutesLeft(known.now, known.deadline);
  const text = newsOf(known, { locale, zone, words });
  const said = useSaid(text, left);
  return (
    <>
      <div className="mt-2 empty:hidden">
        {left === -1 ? <Notice tone="warn" title={text}>{children}</Notice> : !lineElsewhere && <Line text={text} />}
      </div>
      <p role="status" className="sr-only">{said}</p>
    </>
  );
}

/** The same in a line, for as long as registration is open. */
export function DeadlineShort({ locale, zone, words, ...page }: DeadlineProps) {
  const known = useDeadline(page);
  return minutesLeft(known.now, known.deadline) === -1 ? null : <Line text={newsOf(known, { locale, zone, words })} />;
}

const Line = ({ text }: { text: string }) => text && <p className="text-sm font-semibold text-warn-700">{text}</p>;

function newsOf({ deadline, now, hasMoved }: DeadlineNow, { locale, zone, words }: Pick<DeadlineProps, "locale" | "zone" | "words">): string {
  const at = formatDateTime(new Date(deadline.closesAt), { locale, zone });
  const left = minutesLeft(now, deadline);
  if (left === -1) return fillIn(words.closedTitle, { at });
  const moved = hasMoved && movedBy(deadline);
  const news = moved ? [fillIn(moved === "later" ? words.later : words.earlier, { at })] : [];
  return [...news, ...(left === null ? [] : [fillIn(words.left, { left: formatTimeLeft(deadline.closesAt - now, locale) })])].join(" ");
}

/** A new sentence is said at once; one in which only the minutes went on, at its moments. */
function useSaid(text: string, left: number | null): string {
  const [said, setSaid] = useState("");
  const last = useRef<{ left: number | null; bare: string }>({ left: null, bare: "" });
  useEffect(() => {
    const bare = left === null || left < 0 ? text : text.replace(/\d+/g, "");
    const isNews = bare !== last.current.bare || (left !== null && isWorthSaying(last.current.left, left));
    if (!text || !isNews) return;
    last.current = { left, bare };
    setSaid(text);
  }, [text, left]);
  return said;
}
