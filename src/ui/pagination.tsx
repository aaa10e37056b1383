import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";

export type PageLink = { readonly href: string; readonly label: string };

export type NumberedPage = PageLink & {
  /** What a screen reader says instead of the bare number. */
  readonly name: string;
  readonly current?: boolean;
  /** Pages were left out before this one. */
  readonly afterGap?: boolean;
};

export type PaginationProps = {
  readonly label: string;
  readonly previous?: PageLink;
  readonly next?: PageLink;
  /** Absent for lists that know only the page before and the page after. */
  readonly pages?: readonly NumberedPage[];
  /** For instance "51–100 of 2.250". */
  readonly summary?: ReactNode;
};

export const Pagination = ({ label, previous, next, pages = [], summary }: PaginationProps) => (
  <nav aria-label={label} className="flex flex-wrap items-center gap-2 border-t border-line pt-4 text-sm print:hidden">
    {summary && <p className="me-auto w-full text-ink-muted sm:w-auto">{summary}</p>}
    {previous && (
      <Link rel="prev" href={previous.href} className={step}>
        <Icon glyph={ChevronLeft} />
        {previous.label}
      </Link>
    )}
    {pages.length > 0 && (
      <ol className="order-last flex w-full flex-wrap items-center gap-2 sm:order-none sm:w-auto">
        {pages.map((page) => (
          <NumberedLink key={page.label} {...page} />
        ))}
      </ol>
    )}
    {next && (
      <Link rel="next" href={next.href} className={step}>
        {next.label}
        <Icon glyph={ChevronRight} />
      </Link>
    )}
  </nav>
);

const step =
  "inline-flex min-h-12 min-w-12 items-center justify-center gap-1 rounded-control border border-line px-3 no-underline hover:border-primary hover:bg-primary-50 hover:underline";

const NumberedLink = ({ href, label, name, current = false, afterGap = false }: NumberedPage) => (
  <li className="flex items-center gap-2">
    {afterGap && <span aria-hidden="true">…</span>}
    <Link
      href={href}
      aria-label={name}
      aria-current={current ? "page" : undefined}
      className={classNames(step, current && "border-primary bg-action font-semibold text-white hover:bg-action-strong hover:text-white")}
    >
      {label}
    </Link>
  </li>
);
