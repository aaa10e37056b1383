"use client";

import { useEffect, useRef } from "react";
import { carry, putDown } from "./carried-words";

const PLACE = "sinovik.typed";

/** Stands in a long form: whoever changes the language of its page takes along what was typed so far. */
export function TypedAcrossLanguages({ writerId }: { writerId: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return undefined;
    putDown(PLACE, writerId, form);
    const leave = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[hreflang]")) carry(PLACE, writerId, form);
    };
    document.addEventListener("click", leave);
    return () => document.removeEventListener("click", leave);
  }, [writerId]);
  return <span ref={place} hidden />;
}
