"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, useActionState, useContext, type ReactNode } from "react";
import type { FormState } from "@/lib/form-state";
import { typedIn } from "@/lib/typed-fields";

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

type Words = { title: string; titlePrefix: string; because: string; /** Of the link beside a session that has ended. */ signIn: string };

const WordsOfFailure = createContext<Words>({ title: "", titlePrefix: "", because: "", signIn: "" });

/** What every form of the page says when its server cannot be reached, or when nobody is signed in any more. */
export const WordsOfForms = ({ value, children }: { value: Words; children: ReactNode }) => (
  <WordsOfFailure value={value}>{children}</WordsOfFailure>
);

export const useSignInWord = () => useContext(WordsOfFailure).signIn;

/**
 * The state of a form and how it is sent. A telephone loses its connection often: what the framework would answer with a
 * page of its own, and the words gone, is a refusal like any other. The HTML of the server names the action itself, so that
 * the form works before its script.
 */
export function useFormAction(action: FormAction) {
  const { signIn: _, ...words } = useContext(WordsOfFailure);
  const reach: FormAction = async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      unstable_rethrow(error);
      return { status: "refused", key: "common.errors.unreachable", typed: typedIn(formData), ...words };
    }
  };
  return useActionState(typeof window === "undefined" ? action : reach, { status: "idle" });
}
