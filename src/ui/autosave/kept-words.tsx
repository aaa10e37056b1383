"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "@/lib/paths";

/** `{at}` is filled in. */
export type KeptWords = Record<"kept" | "elsewhere" | "restored" | "discard" | "placeless" | "changed" | "use" | "drop", string> & {
  locale: Locale;
  /** Whose page it is. */
  writerId: string;
};

const Words = createContext<KeptWords | null>(null);

/** What every form that keeps its words on the device says about them. */
export const WordsOfKeptForms = ({ value, children }: { value: KeptWords; children: ReactNode }) => <Words value={value}>{children}</Words>;

export const useKeptWords = () => useContext(Words);
