"use client";

import { useEffect } from "react";

/** Has the browser ask before a page is left whose changes are stored nowhere, by whatever link or key. */
export function useLeavingQuestion(isAsking: boolean): void {
  useEffect(() => {
    if (!isAsking) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAsking]);
}
