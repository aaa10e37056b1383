"use client";

import { useEffect, useRef } from "react";
import { typedIn, type Typed } from "@/lib/typed-fields";

const PLACE = "sinovik.typed";

/**
 * Stands in a long form: whoever changes the language of its page takes along what was typed so far. The words are kept for
 * this one way only, under the writer's name, and the page that follows takes them out again.
 */
export function TypedAcrossLanguages({ writerId }: { writerId: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return undefined;
    for (const [name, values] of Object.entries(takenAlong(writerId))) fillIn(form, name, [values].flat());
    const leave = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[hreflang]")) takeAlong(writerId, typedIn(new FormData(form)));
    };
    document.addEventListener("click", leave);
    return () => document.removeEventListener("click", leave);
  }, [writerId]);
  return <span ref={place} hidden />;
}

function takeAlong(writerId: string, typed: Typed): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ writerId, typed }));
  } catch {
    // A browser that stores nothing takes nothing along.
  }
}

function takenAlong(writerId: string): Typed {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null") as { writerId: string; typed: Typed } | null;
    sessionStorage.removeItem(PLACE);
    return kept?.writerId === writerId ? kept.typed : {};
  } catch {
    return {};
  }
}

function fillIn(form: HTMLFormElement, name: string, values: readonly string[]): void {
  for (const box of form.elements) {
    if (!("name" in box) || box.name !== name) continue;
    if (box instanceof HTMLInputElement && box.type === "hidden") continue;
    if (box instanceof HTMLInputElement && ["radio", "checkbox"].includes(box.type)) box.checked = values.includes(box.value);
    else if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement) box.value = values[0] ?? "";
  }
}
