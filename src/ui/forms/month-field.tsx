import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { BoxLabel } from "./box-label";
import { controlClass, errorId, type FieldBasics } from "./field";
import { Fieldset } from "./fieldset";
import type { SelectOption } from "./select-field";

export type MonthFieldProps = Omit<FieldBasics, "name"> & {
  readonly id: string;
  readonly month: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly SelectOption[];
    readonly placeholder: string;
    readonly defaultValue?: string;
  };
  readonly year: { readonly name: string; readonly label: string; readonly defaultValue?: string };
};

/** A month and a year: the names of the months are chosen, the year is typed, and nothing opens a calendar. */
export const MonthField = ({ id, label, labelIsTitle, hint, error, describedBy, month, year }: MonthFieldProps) => {
  const look = {
    className: controlClass(error),
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? errorId(id) : undefined,
  };
  return (
    <Fieldset id={id} legend={label} legendIsTitle={labelIsTitle} hint={hint} error={error} describedBy={describedBy}>
      <div className="flex flex-wrap gap-4">
        <MonthBox {...month} id={id} look={look} />
        <YearBox {...year} id={`${id}-year`} look={look} />
      </div>
    </Fieldset>
  );
};

type BoxLook = Pick<ComponentProps<"input">, "className" | "aria-invalid" | "aria-describedby">;
type BoxProps<Part extends "month" | "year"> = MonthFieldProps[Part] & { readonly id: string; readonly look: BoxLook };

const MonthBox = ({ id, name, label, options, placeholder, defaultValue, look }: BoxProps<"month">) => (
  <div className="min-w-40 flex-1 sm:max-w-56">
    <label htmlFor={id} className="mb-1 block text-sm">
      {label}
    </label>
    {/* As in SelectField: a select forgets a new default value when React resets the form. */}
    <select key={defaultValue} id={id} name={name} defaultValue={defaultValue ?? ""} {...look}>
      <option value="">{placeholder}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

const YearBox = ({ id, name, label, defaultValue, look }: BoxProps<"year">) => (
  <div className="w-28">
    <label htmlFor={id} className="mb-1 block text-sm">
      {label}
    </label>
    <BoxLabel box={name} kind="line">{label}</BoxLabel>
    <input
      {...look} id={id} name={name} defaultValue={defaultValue} inputMode="numeric" pattern="[0-9]*" maxLength={4} autoComplete="off"
      className={classNames(look.className, "tabular-nums")}
    />
  </div>
);
