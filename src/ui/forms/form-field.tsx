"use client";

import { useFieldState } from "./action-form";
import { Checkbox, CheckboxField, RadioField, type CheckboxFieldProps, type CheckboxProps, type RadioFieldProps } from "./choice-field";
import { SelectField, type SelectFieldProps } from "./select-field";
import { TextArea, TextField, type TextAreaProps, type TextFieldProps } from "./text-field";

/*
 * The fields of an `ActionForm`: each shows again what was typed and what is wrong with it. The key makes a field start
 * anew with the typed value after an attempt, because a form is reset when its action ends.
 */

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const all = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
const asText = (value: unknown) => (value === undefined || value === null ? undefined : String(value));

export function FormText(props: TextFieldProps) {
  const { value, error, fieldId } = useFieldState(props.name, asText(props.defaultValue));
  return <TextField id={fieldId} {...props} key={first(value)} defaultValue={first(value)} error={error ?? props.error} />;
}

export function FormTextArea(props: TextAreaProps) {
  const { value, error, fieldId } = useFieldState(props.name, asText(props.defaultValue));
  return <TextArea id={fieldId} {...props} key={first(value)} defaultValue={first(value)} error={error ?? props.error} />;
}

export function FormSelect(props: SelectFieldProps) {
  const { value, error, fieldId } = useFieldState(props.name, asText(props.defaultValue));
  return <SelectField id={fieldId} {...props} key={first(value)} defaultValue={first(value)} error={error ?? props.error} />;
}

export function FormRadio(props: RadioFieldProps) {
  const { value, error, fieldId } = useFieldState(props.name, props.defaultValue);
  return <RadioField id={fieldId} {...props} key={first(value)} defaultValue={first(value)} error={error ?? props.error} />;
}

export function FormCheckboxes(props: CheckboxFieldProps) {
  const { value, error, fieldId } = useFieldState(props.name, props.defaultValues ? [...props.defaultValues] : undefined);
  const values = all(value);
  return <CheckboxField id={fieldId} {...props} key={values.join()} defaultValues={values} error={error ?? props.error} />;
}

/** One box; its value counts as ticked when it came back with the form. */
export function FormCheckbox(props: CheckboxProps) {
  const before = props.defaultChecked ? (asText(props.value) ?? "on") : undefined;
  const { value, error, fieldId } = useFieldState(props.name, before);
  const ticked = first(value) !== undefined;
  return <Checkbox id={fieldId} {...props} key={String(ticked)} defaultChecked={ticked} error={error ?? props.error} />;
}
