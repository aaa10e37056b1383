"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { CopiedText } from "@/lib/device-copies";
import type { Locale } from "@/lib/paths";
import { senderFor } from "./answer-request";
import { createSaver, type Saver, type SaveState } from "./answer-saver";
import { keepCopy } from "./device-copy";

export type EditedAnswer = CopiedText & { body: string; version: number; locale: Locale };

/**
 * Ties a saver to the page: leaving it, hiding it and sending its form. `formResult` is the state of the form: whenever it
 * changes the form has come back, and saving goes on, unless `isUndecided` (it came back with another person's text).
 */
export function useAnswerSaver(
  area: RefObject<HTMLTextAreaElement | null>,
  answer: EditedAnswer,
  { formResult, isUndecided }: { formResult: unknown; isUndecided: boolean },
) {
  const [state, setState] = useState<SaveState>({ kind: "clean" });
  const [version, setVersion] = useState(answer.version);
  const saver = useRef<Saver>(null);
  // What the server had when the page was made; later texts come through the saver itself.
  const first = useRef(answer);

  useEffect(() => {
    const { body, version: before } = first.current;
    const made = createSaver({
      body,
      version: before,
      send: senderFor(first.current),
      onState: (next) => {
        setState(next);
        setVersion(made.version());
      },
      keepCopy: (text) => keepCopy(first.current, text),
      random: Math.random,
    });
    saver.current = made;
    const leave = listenForLeaving(made, area);
    return () => {
      leave();
      made.stop();
    };
  }, [area]);

  useEffect(() => {
    if (isUndecided) saver.current?.hold();
    else saver.current?.resume();
  }, [formResult, isUndecided]);

  return { state, version, saver };
}

function listenForLeaving(saver: Saver, area: RefObject<HTMLTextAreaElement | null>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const saveNow = () => void saver.flush(true);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveNow(), { signal });
  window.addEventListener("pagehide", saveNow, { signal });
  area.current?.form?.addEventListener("submit", (event) => waitForFlight(event, saver), { capture: true, signal });
  return () => stop.abort();
}

/** A form that is sent while a save is under way would carry the version before it, so it waits for the answer. */
function waitForFlight(event: SubmitEvent, saver: Saver): void {
  if (!saver.isBusy()) return saver.hold();
  event.preventDefault();
  event.stopPropagation();
  const form = event.currentTarget as HTMLFormElement;
  const { submitter } = event;
  void saver.flush().then(() => form.requestSubmit(submitter));
}
