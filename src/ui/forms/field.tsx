import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { BoxLabel, type BoxKind } from "./box-label";

/** What every field has in common. An `error` is a whole sentence from the catalogue. */
export type FieldBasics = {
  readonly name: string;
  /** The address of the field for the error summary; the name when absent. */
  readonly id?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** The label is the question of the page and therefore its h1. */
  readonly labelIsTitle?: boolean;
  /** Ids of further words that belong to the field, for instance a word count. */
  readonly describedBy?: string;
};

/** `box` is the kind of box that one types into; a choice has none. */
export type FieldProps = FieldBasics & { readonly htmlFor: string; readonly box?: BoxKind; readonly children: ReactNode };

/** Label, hint and error around one control; the control gets its wiring from `controlProps`. */
export const Field = ({ htmlFor, name, label, hint, error, labelIsTitle = false, box, children }: FieldProps) => {
  const words = (
    <label htmlFor={htmlFor} className={labelIsTitle ? undefined : "font-semibold"}>
      {label}
    </label>
  );
  return (
    <div className={fieldClass(error)}>
      {labelIsTitle ? <h1 className="mb-2">{words}</h1> : words}
      <Hint id={hintId(htmlFor)}>{hint}</Hint>
      <FieldError id={errorId(htmlFor)}>{error}</FieldError>
      {box && <BoxLabel box={name} kind={box}>{label}</BoxLabel>}
      {children}
    </div>
  );
};

export const Hint = ({ id, children }: { readonly id: string; readonly children?: ReactNode }) =>
  children ? (
    <div id={id} className="text-sm text-ink-subtle">
      {children}
    </div>
  ) : null;

export const FieldError = ({ id, children }: { readonly id: string; readonly children?: ReactNode }) =>
  children ? (
    <p id={id} className="flex gap-2 font-semibold text-err-700">
      <Icon glyph={CircleAlert} className="mt-1" />
      <span className="min-w-0">{children}</span>
    </p>
  ) : null;

/** The bar at the side marks an error by shape as well as by colour. */
export const fieldClass = (error: ReactNode): string =>
  classNames("flex flex-col gap-1.5", Boolean(error) && "border-s-4 border-err-700 ps-4");

/** The attributes that tie a control to its label, hint and error. */
export const controlProps = ({ name, id = name, hint, error, describedBy }: FieldBasics) => ({
  id,
  name,
  "aria-invalid": error ? (true as const) : undefined,
  "aria-describedby":
    [hint && hintId(id), error && errorId(id), describedBy].filter(Boolean).join(" ") || undefined,
});

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;

/** The look of every box one types into. 18 px text, so that a telephone does not zoom in. */
export const controlClass = (error: ReactNode, dense = false): string =>
  classNames(
    "block w-full rounded-control border bg-canvas px-3 text-ink placeholder:text-ink-subtle",
    "[&[readonly]]:bg-surface disabled:bg-surface disabled:text-ink-muted",
    dense ? "min-h-10 py-1.5 text-sm" : "min-h-12 py-2 text-base",
    error ? "border-2 border-err-700" : "border-line-strong hover:border-ink-muted",
  );
