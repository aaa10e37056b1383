import type { ReactNode } from "react";

export type TimestampProps = {
  readonly at: Date | string;
  /** Preformatted in the zone of the edition. */
  readonly children: ReactNode;
  /** Preformatted in further zones. */
  readonly also?: ReactNode;
};

export const Timestamp = ({ at, children, also }: TimestampProps) => (
  <time dateTime={typeof at === "string" ? at : at.toISOString()} className="tabular-nums">
    {children}
    {also && <span className="text-ink-muted"> {also}</span>}
  </time>
);
