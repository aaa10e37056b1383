import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../class-names";
import { controlProps, type FieldBasics, fieldClass, FieldError, errorId, Hint, hintId } from "./field";
import { Fieldset } from "./fieldset";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

type ChoiceFieldProps = FieldBasics & {
  readonly choices: readonly Choice[];
  /** Short answers side by side from 640 px on. */
  readonly inline?: boolean;
  readonly required?: boolean;
  readonly form?: string;
};

export type RadioFieldProps = ChoiceFieldProps & { readonly defaultValue?: string };

export const RadioField = ({ defaultValue, ...props }: RadioFieldProps) => (
  <ChoiceGroup {...props} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
);

export type CheckboxFieldProps = ChoiceFieldProps & { readonly defaultValues?: readonly string[] };

export const CheckboxField = ({ defaultValues = [], ...props }: CheckboxFieldProps) => (
  <ChoiceGroup {...props} type="checkbox" chosen={defaultValues} />
);

type ChoiceGroupProps = ChoiceFieldProps & { readonly type: "radio" | "checkbox"; readonly chosen: readonly string[] };

const ChoiceGroup = ({ name, id = name, label, labelIsTitle, choices, inline = false, type, chosen, required, form, ...words }: ChoiceGroupProps) => (
  <Fieldset {...words} id={id} legend={label} legendIsTitle={labelIsTitle} role={type === "radio" ? "radiogroup" : undefined}>
    <div className={classNames("flex flex-col gap-1", inline && "sm:flex-row sm:flex-wrap sm:gap-x-8")}>
      {choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          // The first choice carries the id of the field, so that the error summary leads to something that takes focus.
          id={index === 0 ? id : `${id}-${choice.value}`}
          label={choice.label}
          hint={choice.hint}
          input={{
            type,
            name,
            form,
            value: choice.value,
            disabled: choice.disabled,
            required: type === "radio" ? required : undefined,
            defaultChecked: chosen.includes(choice.value),
          }}
        />
      ))}
    </div>
  </Fieldset>
);

export type CheckboxProps = FieldBasics &
  Omit<ComponentProps<"input">, keyof FieldBasics | "type" | "className"> & { readonly labelIsTitle?: never };

/** One box that stands alone, for instance a statement to agree with. */
export const Checkbox = ({ name, id = name, label, hint, error, describedBy, ...input }: CheckboxProps) => (
  <div className={fieldClass(error)}>
    <FieldError id={errorId(id)}>{error}</FieldError>
    <ChoiceRow
      id={id}
      label={label}
      hint={hint}
      input={{ ...input, ...controlProps({ name, id, label, error, describedBy }), type: "checkbox" }}
    />
  </div>
);

type ChoiceRowProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly input: ComponentProps<"input">;
};

const ChoiceRow = ({ id, label, hint, input }: ChoiceRowProps) => (
  <div className="flex gap-3">
    <input
      {...input}
      id={id}
      aria-describedby={[hint && hintId(`${id}-choice`), input["aria-describedby"]].filter(Boolean).join(" ") || undefined}
      className="mt-2.5 size-6 shrink-0 cursor-pointer accent-action disabled:cursor-not-allowed"
    />
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="block cursor-pointer py-2 leading-7">
        {label}
      </label>
      <Hint id={hintId(`${id}-choice`)}>{hint}</Hint>
    </div>
  </div>
);
