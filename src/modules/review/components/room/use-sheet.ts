"use client";

import { type RefObject, useEffect, useState } from "react";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import type { Marks } from "../../domain/scoring";
import { marksIn, partOf, touchedBy, unsavableIn, type Unsavable } from "./sheet-boxes";
import { senderFor } from "./sheet-request";
import { createSheetSaver, type SaveState, type SheetSaver } from "./sheet-saver";

export type OpenSheet = { address: string; assignmentId: string; version: number; marks: Marks; rubric: RubricRule; isFinished: boolean };

type Seen = { marks: Marks; version: number; state: SaveState; isTouched: boolean; unsavable: Unsavable };

const NOTHING: Unsavable = { count: 0, hasLoneRemark: false };

/**
 * What the boxes of a sheet hold and how far it is saved. The boxes stay the one truth; this reads them. A sheet that was
 * handed in is never changed behind the judge's back: there only the buttons save.
 *
 * `anchor` is the hidden box with the version, inside the form.
 */
export function useSheet(anchor: RefObject<HTMLInputElement | null>, sheet: OpenSheet): Seen {
  const { address, assignmentId, version, rubric, isFinished } = sheet;
  const [seen, setSeen] = useState<Seen>({ marks: sheet.marks, version, state: { kind: "idle" }, isTouched: false, unsavable: NOTHING });

  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    const see = (news: Partial<Seen>) => setSeen((before) => ({ ...before, ...news }));
    const saver = createSheetSaver({
      version,
      read: (keys) => partOf(form, keys, rubric),
      send: senderFor(address, assignmentId),
      onState: (state) => see({ state, version: saver.version() }),
      random: Math.random,
    });
    const onInput = (event: Event) => {
      const key = touchedBy(event.target);
      if (!key) return;
      see({ isTouched: true, marks: marksIn(form, rubric), unsavable: unsavableIn(form, rubric) });
      if (!isFinished) saver.change(key);
    };
    const stop = new AbortController();
    form.addEventListener("input", onInput, stop);
    form.addEventListener("submit", sendInTurn(form, saver, anchor), stop);
    window.addEventListener("pagehide", () => void saver.settle(), stop);
    return () => {
      stop.abort();
      saver.stop();
    };
  }, [anchor, address, assignmentId, version, rubric, isFinished]);

  return seen;
}

/**
 * A button waits until what is on its way has arrived, so that both do not carry the same version. It waits once: without a
 * network the form itself says so.
 */
function sendInTurn(form: HTMLFormElement, saver: SheetSaver, anchor: RefObject<HTMLInputElement | null>) {
  let hasWaited = false;
  return (event: SubmitEvent) => {
    saver.stop();
    if (hasWaited || !saver.isBusy()) return;
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    const sendAgain = () => {
      if (anchor.current) anchor.current.value = String(saver.version());
      hasWaited = true;
      form.requestSubmit(submitter);
      hasWaited = false;
    };
    // Not before this event is over: until then the browser takes no other sending of the form.
    void saver.settle().then(() => setTimeout(sendAgain));
  };
}
