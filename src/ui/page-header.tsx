import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type PageHeaderProps = {
  readonly title: ReactNode;
  /** Small words above the title: a code, the name of the larger thing. */
  readonly over?: ReactNode;
  readonly lead?: ReactNode;
  readonly tag?: ReactNode;
  readonly actions?: ReactNode;
  /** Where the work below matters more than the title, for instance beside a form that is filled in many times. */
  readonly compact?: boolean;
};

export const PageHeader = ({ title, over, lead, tag, actions, compact = false }: PageHeaderProps) => (
  <div className={classNames("flex flex-col", compact ? "mb-4 gap-2" : "mb-8 gap-3")}>
    {over && <p className="text-sm text-ink-muted">{over}</p>}
    <h1 className={classNames("max-w-[24em]", compact && "text-h2")}>{title}</h1>
    {tag && <div className="flex flex-wrap gap-2">{tag}</div>}
    {lead && <div className="max-w-reading text-lg text-ink-muted">{lead}</div>}
    {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
  </div>
);

export type SectionProps = {
  readonly title: ReactNode;
  readonly id?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under an h2, with the distance that parts keep from each other. */
export const Section = ({ title, id, actions, children }: SectionProps) => (
  <section aria-labelledby={id} className="mt-12 flex flex-col gap-4">
    <div className="flex flex-wrap items-baseline justify-between gap-3">
      <h2 id={id}>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
);
