import { classNames } from "./class-names";
import { Link } from "./link";

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  /** Preformatted; part of the link's name. */
  readonly count?: string;
};

export type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] };

/** Links to pages and not a tab widget: each has an address, and the keyboard needs no explaining. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav aria-label={label} className="border-b border-line print:hidden">
    <ul className="flex flex-wrap gap-x-6">
      {tabs.map(({ href, label: name, current = false, count }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "-mb-px inline-flex min-h-12 items-center gap-2 border-b-4 pt-1 no-underline hover:underline",
              current ? "border-primary font-semibold text-ink" : "border-transparent",
            )}
          >
            {name}
            {count !== undefined && <span className="rounded-control bg-sunken px-1.5 text-xs tabular-nums text-ink-muted">{count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
