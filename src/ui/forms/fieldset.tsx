import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { errorId, FieldError, fieldClass, Hint, hintId } from "./field";

export type FieldsetProps = {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** The legend is the question of the page and therefore its h1. */
  readonly legendIsTitle?: boolean;
  readonly describedBy?: string;
  readonly role?: "radiogroup" | "group";
  readonly children: ReactNode;
};

/** Several controls that answer one question. */
export const Fieldset = ({ id, legend, hint, error, legendIsTitle = false, describedBy, role, children }: FieldsetProps) => (
  <fieldset
    role={role}
    aria-invalid={error && role === "radiogroup" ? true : undefined}
    aria-describedby={[hint && hintId(id), error && errorId(id), describedBy].filter(Boolean).join(" ") || undefined}
    className={classNames("min-w-0", fieldClass(error))}
  >
    <legend className={legendIsTitle ? "mb-2" : "mb-1 font-semibold"}>{legendIsTitle ? <h1>{legend}</h1> : legend}</legend>
    <Hint id={hintId(id)}>{hint}</Hint>
    <FieldError id={errorId(id)}>{error}</FieldError>
    {children}
  </fieldset>
);
