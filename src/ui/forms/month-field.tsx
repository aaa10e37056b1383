import { classNames } from "../class-names";
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
  const shared = { "aria-invalid": error ? (true as const) : undefined, "aria-describedby": error ? errorId(id) : undefined };
  const box = controlClass(error);
  return (
    <Fieldset id={id} legend={label} legendIsTitle={labelIsTitle} hint={hint} error={error} describedBy={describedBy}>
      <div className="flex flex-wrap gap-4">
        <div className="min-w-40 flex-1 sm:max-w-56">
          <label htmlFor={id} className="mb-1 block text-sm">
            {month.label}
          </label>
          <select
            // As in SelectField: a select forgets a new default value when React resets the form.
            key={month.defaultValue}
            id={id}
            name={month.name}
            defaultValue={month.defaultValue ?? ""}
            className={box}
            {...shared}
          >
            <option value="">{month.placeholder}</option>
            {month.options.map(({ value, label: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="w-28">
          <label htmlFor={`${id}-year`} className="mb-1 block text-sm">
            {year.label}
          </label>
          <input
            id={`${id}-year`}
            name={year.name}
            defaultValue={year.defaultValue}
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={4}
            autoComplete="off"
            className={classNames(box, "tabular-nums")}
            {...shared}
          />
        </div>
      </div>
    </Fieldset>
  );
};
