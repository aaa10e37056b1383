"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { createContext, useActionState, useContext, type ReactNode } from "react";
import type { FormState } from "@/lib/form-state";
import { typedIn } from "@/lib/typed-fields";

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

type Words = {
  title: string;
  titlePrefix: string;
  /** Nothing came back. */
  unreachable: string;
  /** The page is from before an update. */
  updated: string;
  /** The button beside that. */
  reload: string;
  /** The link beside a session that has ended. */
  signIn: string;
};

const WordsOfFailure = createContext<Words>({ title: "", titlePrefix: "", unreachable: "", updated: "", reload: "", signIn: "" });

/** How the web server in front begins what people may read (scripts/lib/refused-request.mjs, unavailable.mjs). */
const SAID_BY_SERVER = /^Sinovik: (.+)$/s;
export const UPDATED = "common.errors.updated";

/** What every form of the page says when its server cannot be reached, or when nobody is signed in any more. */
export const WordsOfForms = ({ value, children }: { value: Words; children: ReactNode }) => (
  <WordsOfFailure value={value}>{children}</WordsOfFailure>
);

const Writer = createContext<string | null>(null);

/** Whose page this is: each of its forms says so, because meanwhile somebody else may sign in in the same browser. */
export const WriterOfForms = ({ id, children }: { id: string | null; children: ReactNode }) => <Writer value={id}>{children}</Writer>;

export const useWriter = () => useContext(Writer);

export const useWordsOfForms = () => useContext(WordsOfFailure);

/**
 * The state of a form and how it is sent. A telephone loses its connection often: what the framework would answer with a
 * page of its own, and the words gone, is a refusal like any other. The HTML of the server names the action itself, so that
 * the form works before its script.
 */
export function useFormAction(action: FormAction) {
  const words = useContext(WordsOfFailure);
  const reach: FormAction = async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      unstable_rethrow(error);
      const { title, titlePrefix } = words;
      return { status: "refused", ...reasonOf(error, words), typed: typedIn(formData), title, titlePrefix };
    }
  };
  return useActionState(typeof window === "undefined" ? action : reach, { status: "idle" });
}

function reasonOf(error: unknown, { updated, unreachable }: Words): { key: string; because: string } {
  if (unstable_isUnrecognizedActionError(error)) return { key: UPDATED, because: updated };
  const said = error instanceof Error ? SAID_BY_SERVER.exec(error.message)?.[1] : undefined;
  return { key: "common.errors.unreachable", because: said ?? unreachable };
}
