import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../class-names";
import { controlClass, controlProps, Field, type FieldBasics } from "./field";

type Passed<Tag extends "input" | "textarea"> = Omit<ComponentProps<Tag>, keyof FieldBasics | "className" | "children">;

export type TextFieldProps = FieldBasics &
  Passed<"input"> & {
    /** As wide as the answer is expected to be. */
    readonly width?: "full" | "half";
    readonly dense?: boolean;
  };

const widths = { full: "", half: "sm:max-w-72" } as const;

/** One line of text: `type` may be email, password, url, tel, search or date as well. */
export const TextField = ({ width = "full", dense, ...props }: TextFieldProps) => {
  const { basics, rest } = split(props);
  const control = controlProps(basics);
  return (
    <Field {...basics} htmlFor={control.id} box={rest.type === "password" ? "secret" : "line"}>
      <input type="text" {...rest} {...control} className={classNames(controlClass(basics.error, dense), widths[width])} />
    </Field>
  );
};

export type TextAreaProps = FieldBasics & Passed<"textarea"> & { readonly dense?: boolean; readonly before?: ReactNode; readonly after?: ReactNode };

/** Several lines; `before` stands right above the box and `after` right under it, for instance a word count. */
export const TextArea = ({ rows = 6, dense, before, after, ...props }: TextAreaProps) => {
  const { basics, rest } = split(props);
  const control = controlProps(basics);
  return (
    <Field {...basics} htmlFor={control.id} box="area">
      {before}
      <textarea rows={rows} dir="auto" {...rest} {...control} className={classNames(controlClass(basics.error, dense), "resize-y")} />
      {after}
    </Field>
  );
};

const split = <Props extends FieldBasics>(props: Props) => {
  const { name, id, label, hint, error, labelIsTitle, describedBy, ...rest } = props;
  return { basics: { name, id, label, hint, error, labelIsTitle, describedBy } satisfies FieldBasics, rest };
};
