import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { controlClass, controlProps, Field, type FieldBasics } from "./field";

export type SelectOption = { readonly value: string; readonly label: string };
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] };

export type SelectFieldProps = FieldBasics &
  Omit<ComponentProps<"select">, keyof FieldBasics | "className" | "children"> & {
    readonly options: readonly (SelectOption | SelectGroup)[];
    /** The words for "nothing chosen yet". */
    readonly placeholder?: string;
    readonly width?: "full" | "half";
    readonly dense?: boolean;
  };

export const SelectField = (props: SelectFieldProps) => {
  const { name, id, label, hint, error, labelIsTitle, describedBy, options, placeholder, width = "full", dense, ...rest } = props;
  const basics: FieldBasics = { name, id, label, hint, error, labelIsTitle, describedBy };
  const control = controlProps(basics);
  return (
    <Field {...basics} htmlFor={control.id}>
      <select
        // React resets a form after its action, and a select falls back to the choice it was born with: so it is born anew.
        key={String(rest.defaultValue)}
        {...rest}
        {...control}
        className={classNames(controlClass(error, dense), width === "half" && "sm:max-w-72")}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(option)
          ),
        )}
      </select>
    </Field>
  );
};

const toOption = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
);
