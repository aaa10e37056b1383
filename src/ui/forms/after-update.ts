"use client";

import { type RefObject, useEffect } from "react";
import { carry, putDown } from "./carried-words";

/**
 * The portal was updated while a page was open, and does not know the form of that page any more: the page is loaded anew,
 * and what was typed comes along. Out: what does that; the same form of the new page has taken the words in by itself.
 */
export function useReloadAfterUpdate(form: RefObject<HTMLFormElement | null>, writer: string | null): () => void {
  useEffect(() => {
    if (form.current) putDown(placeOf(form.current), writer ?? "", form.current);
  }, [form, writer]);
  return () => {
    if (form.current) carry(placeOf(form.current), writer ?? "", form.current);
    location.reload();
  };
}

/** The same form of the same page: what a page has before and after its reload is the order of its forms. */
const placeOf = (form: HTMLFormElement) => `sinovik.update:${location.pathname}:${[...document.forms].indexOf(form)}`;
