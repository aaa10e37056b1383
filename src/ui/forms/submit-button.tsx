"use client";

import type { MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "../button-class";

export type SubmitButtonProps = ButtonLook & {
  readonly children: ReactNode;
  /** What the button says while the server works. */
  readonly pendingLabel: string;
  /** Tells the server which of several buttons was pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
  readonly form?: string;
  readonly formAction?: (data: FormData) => void | Promise<void>;
  readonly describedBy?: string;
};

/**
 * Sends its form once. While it is on its way further presses do nothing, yet the button keeps focus and stays
 * readable; before the script is there it is a plain submit button, and the server's own guard against repeats holds.
 */
export const SubmitButton = ({ variant, size, stretch, children, pendingLabel, name, value, describedBy, ...rest }: SubmitButtonProps) => {
  const { pending, data } = useFormStatus();
  const mine = pending && (name === undefined || data.get(name) === (value ?? ""));
  const refuseWhilePending = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <button
      {...rest}
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      aria-describedby={describedBy}
      onClick={refuseWhilePending}
      className={buttonClass({ variant, size, stretch })}
    >
      {mine ? pendingLabel : children}
    </button>
  );
};
