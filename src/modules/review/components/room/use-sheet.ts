"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { dropFound } from "@/ui/autosave/device-store";
import { useFormState } from "@/ui/forms/action-form";
import { openSheet, textsOf, type OpenSheet, type Seen } from "./open-sheet";
import { typeInto } from "./sheet-boxes";

/**
 * What the boxes of a sheet hold and how far it is saved. The boxes stay the one truth; this reads them. A sheet that was
 * handed in is never changed behind the judge's back: there only the buttons save.
 *
 * `anchor` is the hidden box with the version, inside the form.
 */
export function useSheet(anchor: RefObject<HTMLInputElement | null>, sheet: OpenSheet, writerId: string) {
  const { address, assignmentId, version, marks, remarks, remark, rubric, isFinished } = sheet;
  const [seen, setSeen] = useState<Seen>({
    marks, version, state: { kind: "idle" }, isTouched: false, unsavable: { criteria: [], hasLoneRemark: false }, isOnDevice: false, found: null,
  });
  const opened = useRef<ReturnType<typeof openSheet>>(null);
  const formState = useFormState();

  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    const see = (news: Partial<Seen>) => setSeen((before) => ({ ...before, ...news }));
    const made = openSheet(form, { address, assignmentId, version, marks, remarks, remark, rubric, isFinished }, { writerId, anchor, see });
    opened.current = made;
    return made.stop;
  }, [anchor, writerId, address, assignmentId, version, marks, remarks, remark, rubric, isFinished]);

  useEffect(() => opened.current?.answered(), [formState]);

  const settle = (which: "was" | "is" | null) => {
    const form = anchor.current?.form;
    if (form && which && seen.found) typeInto(form, textsOf(seen.found.boxes, which));
    if (opened.current) void dropFound(opened.current.copy);
    setSeen((before) => ({ ...before, found: null }));
  };
  return { ...seen, useFound: () => settle("is"), dropFound: () => settle(seen.found?.isRestored ? "was" : null) };
}
