import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Fact = {
  readonly term: string;
  readonly detail: ReactNode;
  /** For instance a link that changes the answer; it must name what it changes. */
  readonly action?: ReactNode;
};

export type FactsProps = {
  readonly items: readonly Fact[];
  /** `compact` stands beside a form or in a card; `figures` puts large numbers side by side. */
  readonly look?: "rows" | "compact" | "figures";
};

export const Facts = ({ items, look = "rows" }: FactsProps) =>
  look === "figures" ? <Figures items={items} /> : <Rows items={items} compact={look === "compact"} />;

const Rows = ({ items, compact }: { readonly items: readonly Fact[]; readonly compact: boolean }) => (
  <dl className={classNames(compact ? "text-sm" : "border-t border-line")}>
    {items.map(({ term, detail, action }) => (
      <div
        key={term}
        className={classNames(
          "sm:grid sm:gap-4",
          action ? "sm:grid-cols-[12rem_1fr_auto]" : compact ? "sm:grid-cols-[9rem_1fr]" : "sm:grid-cols-[12rem_1fr]",
          compact ? "py-1" : "border-b border-line py-3",
        )}
      >
        <dt className={classNames("min-w-0", compact ? "text-ink-muted" : "font-semibold")}>{term}</dt>
        <dd className="min-w-0 wrap-anywhere">{detail}</dd>
        {action && <dd className="mt-1 sm:mt-0 sm:text-end">{action}</dd>}
      </div>
    ))}
  </dl>
);

const Figures = ({ items }: { readonly items: readonly Fact[] }) => (
  <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line max-lg:*:last:odd:col-span-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
    {items.map(({ term, detail, action }) => (
      <div key={term} className="flex flex-col-reverse justify-end gap-1 bg-canvas p-4">
        <dt className="text-sm text-ink-muted">{term}</dt>
        <dd className="font-display text-h2 tabular-nums">{detail}</dd>
        {action && <dd className="order-first text-sm">{action}</dd>}
      </div>
    ))}
  </dl>
);
