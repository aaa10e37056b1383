"use client";

import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import type { FormState } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { WRITER_FIELD } from "@/lib/typed-fields";
import { KeptForm, type Keeping } from "../autosave/kept-form";
import { buttonClass } from "../button-class";
import { Link } from "../link";
import { Notice } from "../notice";
import { useReloadAfterUpdate } from "./after-update";
import { LabelsForServer } from "./box-label";
import { useEarlyTyping } from "./early-typing";
import { ErrorSummary } from "./error-summary";
import { FocusOnArrival } from "./focus-on-arrival";
import { type FormAction, UPDATED, useFormAction, useWordsOfForms, useWriter } from "./form-action";

const StateOfForm = createContext<FormState>({ status: "idle" });
/** Tells the fields of several forms on one page apart. */
const PrefixOfForm = createContext("field");

const EndOfAlarm = createContext<() => void>(() => undefined);

export type { FormAction };

/** Why nothing was sent, as long as that lasts. */
const PASSING = ["common.errors.unreachable", "common.errors.signedOut", "common.errors.otherPerson"];

/** What the fields of a form know about its last attempt. */
export const useFormState = () => useContext(StateOfForm);

/** Ends an alarm that is over, at each `occasion`: the server could not be reached, or nobody was signed in, and now all that was typed is there. */
export function useEndOfAlarm(occasion: unknown): void {
  const end = useContext(EndOfAlarm);
  useEffect(() => {
    if (occasion) end();
  }, [occasion, end]);
}

/** In: a field's name and what it held before. Out: what to show in it now, and what is wrong with it. */
export function useFieldState(name: string, before?: string | string[]) {
  const state = useFormState();
  const typed = state.status === "idle" ? undefined : state.typed?.[name];
  const error = state.status === "invalid" ? state.errors.find(({ field }) => isAbout(field, name))?.text : undefined;
  return { value: typed ?? before, error, fieldId: fieldIdOf(name, useContext(PrefixOfForm)) };
}

/** A problem of one item of a list is shown at the list. */
const isAbout = (field: string, name: string) =>
  name.endsWith("[]") ? field.split(".")[0] === name.slice(0, -2) : field === name;

const fieldIdOf = (name: string, prefix: string) => `${prefix}-${name.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`;

/**
 * An HTML form that posts to a server action. It works before and without JavaScript; with it, the summary of problems
 * takes the focus and every field keeps what was typed, also when the server could not be reached.
 */
export function ActionForm({ action, hidden = {}, children, className, id, fieldPrefix = "field", names, onSubmit, keep }: {
  action: FormAction;
  hidden?: Record<string, string>;
  children: ReactNode;
  className?: string;
  id?: string;
  /** Where several forms of one kind stand on a page: what their fields' ids begin with. */
  fieldPrefix?: string;
  /** Where many fields have the same problems: what the summary calls each. */
  names?: Readonly<Record<string, string>>;
  /** Where a script has to do something on the device as well. */
  onSubmit?: () => void;
  /** Keeps what is typed on the device until it is sent. */
  keep?: Keeping;
}) {
  const [state, submit] = useFormAction(action);
  const writer = useWriter();
  const form = useRef<HTMLFormElement>(null);
  const reload = useReloadAfterUpdate(form, writer);
  useEarlyTyping(form);
  const [over, setOver] = useState<FormState | null>(null);
  const endAlarm = useCallback(() => {
    if (state.status === "refused" && PASSING.includes(state.key)) setOver(state);
  }, [state]);
  return (
    <StateOfForm value={state}><EndOfAlarm value={endAlarm}>
      <form ref={form} id={id} action={submit} onSubmit={onSubmit} noValidate className={className} data-answers={"answers" in state ? state.answers : undefined}>
        <PrefixOfForm value={fieldPrefix}>
          {state !== over && <FormOutcome state={state} names={names} reload={reload} />}
          {writer && <input type="hidden" name={WRITER_FIELD} value={writer} />}
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <LabelsForServer>{keep ? <KeptForm {...keep} state={state}>{children}</KeptForm> : children}</LabelsForServer>
        </PrefixOfForm>
      </form>
    </EndOfAlarm></StateOfForm>
  );
}

/** The summary above the form: what to fix with links to the fields, or the reason of a refusal, or that it is done. */
function FormOutcome({ state, names = {}, reload }: { state: FormState; names?: Readonly<Record<string, string>>; reload: () => void }) {
  const prefix = useContext(PrefixOfForm);
  if (state.status === "idle" || (state.status === "done" && !state.message)) return null;
  if (state.status === "done")
    return (
      <FocusOnArrival role="status" occasion={state} className="mb-8">
        <Notice tone={state.isOnlyShown ? "info" : "ok"} title={state.message} />
      </FocusOnArrival>
    );
  const problems =
    state.status === "refused"
      ? [{ text: <Because state={state} reload={reload} /> }]
      : state.errors.map(({ field, text }) => ({ field: fieldIdOf(field, prefix), text: named(text, names[field]) }));
  return <ErrorSummary title={state.title} titlePrefix={state.titlePrefix} problems={problems} occasion={state} />;
}

/** What is wrong with a box, under the name of the box, unless the sentence says it. */
const named = (text: string, name?: string) => (name && !text.includes(name) ? `${name}: ${text}` : text);

/**
 * Why it was refused. Where the session has ended, signing in opens beside the page, on which everything typed still stands;
 * where the portal is newer than the page, a button brings the new page with what was typed.
 */
function Because({ state: { because, key }, reload }: { state: Extract<FormState, { status: "refused" }>; reload: () => void }) {
  const words = useWordsOfForms();
  if (key === UPDATED)
    return (
      <>
        {because}{" "}
        <button type="button" onClick={reload} className={buttonClass({ variant: "secondary", size: "dense" })}>
          {words.reload}
        </button>
      </>
    );
  if (key !== "common.errors.signedOut") return because;
  return <>{because} <Link href={paths.signIn()} target="_blank">{words.signIn}</Link></>;
}
