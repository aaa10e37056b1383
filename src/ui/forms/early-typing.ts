"use client";

import { type RefObject, useEffect } from "react";

/**
 * On a slow line people type before the script of the page is there: the words stand in their boxes, and nobody heard them.
 * Each box that was written in says so again, a moment after the form has come to life: what shows itself only with a script
 * is drawn by then, and has looked at what this device keeps. It is said as `input`, which React passes on as it is; a
 * `change` it would keep to itself, because it takes the value it finds for the first one.
 */
export function useEarlyTyping(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const moment = setTimeout(() => {
      for (const box of form.current?.elements ?? []) if (wasWrittenIn(box)) box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return () => clearTimeout(moment);
  }, [form]);
}

function wasWrittenIn(box: Element): boolean {
  const isTextBox = box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.type !== "hidden");
  return isTextBox && oneKindOfLine(box.value) !== oneKindOfLine(box.defaultValue);
}

/** A browser reads every end of a line as LF; what the page began with may have had another. */
const oneKindOfLine = (text: string) => text.replaceAll(/\r\n?/g, "\n");
