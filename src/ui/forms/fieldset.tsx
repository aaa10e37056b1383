import type { ReactNode } from "react";
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
  // The bar of an error stands on a box around it: a fieldset would begin its own border beside the legend.
  <div className={fieldClass(error)}>
    <fieldset
      role={role}
      aria-invalid={error && role === "radiogroup" ? true : undefined}
      aria-describedby={[hint && hintId(id), error && errorId(id), describedBy].filter(Boolean).join(" ") || undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className={legendIsTitle ? "mb-2" : "mb-1.5 font-semibold"}>{legendIsTitle ? <h1>{legend}</h1> : legend}</legend>
      <Hint id={hintId(id)}>{hint}</Hint>
      <FieldError id={errorId(id)}>{error}</FieldError>
      {children}
    </fieldset>
  </div>
);
