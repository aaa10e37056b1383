"use client";

import { useSyncExternalStore } from "react";

/** A switch that this device remembers; on until it was switched off. */
export function useKeptSwitch(name: string): [isOn: boolean, turn: (on: boolean) => void] {
  const isOn = useSyncExternalStore(onStorage, () => localStorage.getItem(name) !== "off", () => true);
  const turn = (on: boolean) => {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, "off");
    // The browser tells only the other tabs.
    window.dispatchEvent(new Event("storage"));
  };
  return [isOn, turn];
}

function onStorage(changed: () => void) {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}
