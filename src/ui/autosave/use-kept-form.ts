"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/form-state";
import type { Typed } from "@/lib/typed-fields";
import { type CopyKey, dropFound, findCopy, forgetPlace, keepCopy } from "./device-store";
import { asValues, fillForm, hasBoxFor, isSame, textBoxesOf, valuesOf, wordsWithoutBox } from "./form-values";
import { createKeeper, type Keeper } from "./keeper";
import { listenToOtherTabs } from "./other-tabs";
import { listenToPage } from "./page-events";

type Kept = { basis: string; values: Typed; /** The names among them in which people type; a copy of before does not say. */ texts?: readonly string[] };

export type Found = {
  values: Typed;
  at: string;
  /** It stands in the form again; otherwise its writer is asked first. */
  isRestored: boolean;
  /** Words whose box the page no longer has. */
  placeless: string[];
};

type Form = CopyKey & { basis: string; state: FormState };

/** Keeps on the device what a form holds, as long as it has not been sent, and puts back what was kept before. */
export function useKeptForm(anchor: RefObject<HTMLElement | null>, { writerId, place, basis, state }: Form) {
  const [found, setFound] = useState<Found | null>(null);
  const [isKept, setKept] = useState(false);
  const [isElsewhere, setElsewhere] = useState(false);
  const keeping = useRef<Keeping>(null);

  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    const made = keepForm({ form, copy: { writerId, place }, basis, onKept: setKept, onFound: setFound, onElsewhere: setElsewhere });
    keeping.current = made;
    return made.stop;
  }, [anchor, writerId, place, basis]);

  useEffect(() => keeping.current?.answered(state), [state]);

  const settle = (values: (found: Found) => Typed | null) => {
    const put = found && values(found);
    if (put) keeping.current?.fill(put);
    void dropFound({ writerId, place });
    setFound(null);
  };
  return {
    found, isKept, isElsewhere,
    use: () => settle((kept) => kept.values),
    drop: () => settle((kept) => (kept.isRestored ? (keeping.current?.begun() ?? null) : null)),
  };
}

type Keeping = ReturnType<typeof keepForm>;

type Wanted = {
  form: HTMLFormElement;
  copy: CopyKey;
  basis: string;
  onKept: (isKept: boolean) => void;
  onFound: (found: Found | null) => void;
  /** It is being filled in in another tab as well. */
  onElsewhere: (isElsewhere: boolean) => void;
};

function keepForm({ form, copy, basis, onKept, onFound, onElsewhere }: Wanted) {
  const keeper = createKeeper<Kept>({ write: (kept) => keepCopy(copy, kept), onKept });
  let begun = begunWith(form);
  let isSent = false;
  const tabs = listenToOtherTabs(copy, () => onElsewhere(true));
  const note = () => {
    const values = valuesOf(form);
    const isBegun = isSame(values, begun);
    tabs.typed(!isBegun);
    keeper.keep(isBegun ? null : { basis, values, texts: textBoxesOf(form) });
  };
  const taken = () => {
    tabs.typed(false);
    onElsewhere(false);
    // At once: where the act leads to the same page, that page looks for a copy in the same moment.
    keeper.drop();
    void forgetPlace(copy);
    onKept(false);
  };
  const unlisten = listenToForm(form, { note, onSubmit: () => (isSent = true), keeper, writerId: copy.writerId });
  const leave = restoreIn(form, copy, { basis, begun, onFound });
  return {
    begun: () => begun,
    fill: (values: Typed) => fillForm(form, values),
    /** The form has come back. Where it goes on, the page has given it what was typed: that is still not sent. */
    answered(state: FormState) {
      isSent = false;
      if (state.status !== "done") return;
      taken();
      onFound(null);
      if (state.typed === undefined) begun = begunWith(form);
      note();
    },
    stop() {
      leave();
      unlisten();
      tabs.stop();
      // The form led to another page: it has been taken.
      if (isSent) taken();
      else keeper.flush();
    },
  };
}

/** Looks for what was kept before, and puts it back where it may; out: the page goes away before it was found. */
function restoreIn(form: HTMLFormElement, copy: CopyKey, { onFound, ...made }: Pick<Wanted, "basis" | "onFound"> & { begun: Typed }): () => void {
  let isHere = true;
  void findIn(form, copy, made).then((found) => {
    if (!found || !isHere) return;
    if (found.isRestored) fillForm(form, found.values);
    onFound(found);
  });
  return () => {
    isHere = false;
  };
}

type Listening = { note: () => void; onSubmit: () => void; keeper: Keeper<Kept>; writerId: string };

function listenToForm(form: HTMLFormElement, { note, onSubmit, keeper, writerId }: Listening): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  form.addEventListener("input", note, { signal });
  form.addEventListener("change", note, { signal });
  form.addEventListener("submit", onSubmit, { signal });
  const unlisten = listenToPage({ flush: () => Promise.resolve() }, keeper, writerId);
  return () => {
    stop.abort();
    unlisten();
  };
}

/** What the device kept of this form; it stands in the form again where nobody has to be asked. */
async function findIn(form: HTMLFormElement, copy: CopyKey, { basis, begun }: { basis: string; begun: Typed }): Promise<Found | null> {
  const copied = await findCopy(copy, (value) => isFind(value, begun));
  const kept = copied && keptIn(copied.value);
  if (!copied || !kept) return null;
  const placeless = wordsWithoutBox(form, kept.values, kept.texts);
  if (placeless.length === 0 && !hasBoxFor(form, kept.values)) {
    void dropFound(copy);
    return null;
  }
  // Who has begun anew meanwhile is asked first.
  const isRestored = placeless.length === 0 && kept.basis === basis && isSame(valuesOf(form), begun);
  return { values: kept.values, at: copied.at, isRestored, placeless };
}

/** What the page gave the form, before anybody typed; a browser may put typed words back by itself. */
function begunWith(form: HTMLFormElement): Typed {
  const fresh = form.cloneNode(true) as HTMLFormElement;
  fresh.reset();
  return valuesOf(fresh);
}

function keptIn(value: unknown): Kept | null {
  const { basis, values, texts } = (value ?? {}) as Partial<Record<"basis" | "values" | "texts", unknown>>;
  const typed = asValues(values);
  return typeof basis === "string" && typed ? { basis, values: typed, ...(Array.isArray(texts) && { texts: texts as string[] }) } : null;
}

function isFind(value: unknown, begun: Typed): boolean {
  const kept = keptIn(value);
  return kept !== null && !isSame(kept.values, begun);
}
