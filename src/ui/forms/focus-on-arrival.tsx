"use client";

import { type ComponentProps, useEffect, useRef } from "react";

export type FocusOnArrivalProps = ComponentProps<"div"> & {
  /** Focus is taken again whenever this changes, for instance with each answer of the server. */
  readonly occasion?: unknown;
};

/** Takes focus when it appears. `autofocus` in the HTML does the same where no script runs. */
export const FocusOnArrival = ({ occasion, ...rest }: FocusOnArrivalProps) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), [occasion]);
  return <div ref={element} tabIndex={-1} autoFocus data-focus-ring="" {...rest} />;
};
