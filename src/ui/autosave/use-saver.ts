"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type CopyKey, keepCopy } from "./device-store";
import { createKeeper } from "./keeper";
import { listenToPage, sendInTurn } from "./page-events";
import { createSaver, type Saver, type SaverOptions, type SaveState, type Stored } from "./saver";

export type SaverUse<Value, Other extends Stored<Value>> = Pick<SaverOptions<Value, Other>, "value" | "version" | "same" | "send"> & { copy: CopyKey };

export type Seen<Other> = {
  state: SaveState<Other>;
  version: number;
  /** The device holds what the server does not have yet. */
  isOnDevice: boolean;
};

/**
 * Ties a saver to its page and its form. What it begins with is what the server had when the page was made; later words come
 * through the saver itself. `formResult` is the state of the form: whenever it changes the form has come back, and saving goes
 * on, unless `isUndecided` (it came back with somebody else's words).
 */
export function useSaver<Value, Other extends Stored<Value> = Stored<Value>>(
  anchor: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  use: SaverUse<Value, Other>,
  { formResult, isUndecided }: { formResult: unknown; isUndecided: boolean },
) {
  const [seen, setSeen] = useState<Seen<Other>>({ state: { kind: "clean" }, version: use.version, isOnDevice: false });
  const saver = useRef<Saver<Value, Other>>(null);
  const first = useRef(use);

  useEffect(() => {
    const { copy, ...begun } = first.current;
    const see = whenShown<Seen<Other>>(first.current.version, (news) => setSeen((before) => ({ ...before, ...news })));
    const keeper = createKeeper<Value>({
      write: (value) => keepCopy(copy, value),
      onKept: (isOnDevice) => setSeen((before) => (before.isOnDevice === isOnDevice ? before : { ...before, isOnDevice })),
    });
    const made: Saver<Value, Other> = createSaver<Value, Other>({
      ...begun,
      onState: (state) => see({ state, version: made.version() }),
      keepCopy: keeper.keep,
      random: Math.random,
    });
    saver.current = made;
    const unlisten = [listenToPage(made, keeper, copy.writerId), sendInTurn(anchor.current?.form, made)];
    return () => {
      for (const stop of unlisten) stop();
      keeper.flush();
      made.stop();
    };
  }, [anchor]);

  useEffect(() => {
    if (isUndecided) saver.current?.hold();
    else saver.current?.resume();
  }, [formResult, isUndecided]);

  return { ...seen, saver };
}

/** A new version is on the page at once: a form that waited for it goes in the same moment, and carries what the page shows. */
function whenShown<News extends { version: number }>(begun: number, show: (news: Partial<News>) => void): (news: Partial<News>) => void {
  let shown = begun;
  return (news) => {
    const isNew = news.version !== undefined && news.version !== shown;
    shown = news.version ?? shown;
    if (isNew) flushSync(() => show(news));
    else show(news);
  };
}
