import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading";

export type EmptyStateProps = {
  /** What belongs here. */
  readonly title: ReactNode;
  readonly level?: HeadingLevel;
  /** Why there is nothing yet. */
  readonly children?: ReactNode;
  /** One thing to do. */
  readonly action?: ReactNode;
};

export const EmptyState = ({ title, level = 2, children, action }: EmptyStateProps) => (
  <div className="flex flex-col items-start gap-3 rounded-card border border-dashed border-line-strong p-6">
    <Heading level={level} className="font-sans text-lg font-semibold">
      {title}
    </Heading>
    {children && <div className="max-w-reading text-ink-muted">{children}</div>}
    {action}
  </div>
);
