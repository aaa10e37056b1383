"use client";

import { useFieldState } from "@/ui/forms/action-form";
import { MonthField, type MonthFieldProps } from "@/ui/forms/month-field";

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** A month and a year of an `ActionForm`: two fields, one question, one line of error. */
export function FormMonth({ month, year, ...rest }: Omit<MonthFieldProps, "id">) {
  const monthState = useFieldState(month.name, month.defaultValue);
  const yearState = useFieldState(year.name, year.defaultValue);
  const values = { month: one(monthState.value), year: one(yearState.value) };
  return (
    <MonthField
      {...rest}
      id={monthState.fieldId}
      key={`${values.month}-${values.year}`}
      error={monthState.error ?? yearState.error}
      month={{ ...month, defaultValue: values.month }}
      year={{ ...year, defaultValue: values.year }}
    />
  );
}
