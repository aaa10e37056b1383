import type { ReactNode } from "react";
import { Link } from "./link";

type Side = { readonly id: string; readonly label: string; readonly content: ReactNode };

export type SplitViewProps = {
  readonly reading: Side;
  readonly panel: Side;
  /** Name of the two jump links that take the place of the columns on small screens. */
  readonly jumpLabel: string;
};

/**
 * Text to read on the left, a panel to work in on the right, each with its own scrolling from 1200 px on; the panel
 * leaves the height of a `StickyActions` bar free. Below that it follows the text, and two links lead to either.
 */
export const SplitView = ({ reading, panel, jumpLabel }: SplitViewProps) => (
  <div className="xl:grid xl:grid-cols-[60ch_minmax(25rem,34rem)] xl:items-start xl:gap-12">
    <nav aria-label={jumpLabel} className="mb-4 flex border-b border-line xl:hidden print:hidden">
      {[reading, panel].map(({ id, label }) => (
        <Link key={id} href={`#${id}`} className="flex min-h-12 flex-1 items-center justify-center px-2 text-center">
          {label}
        </Link>
      ))}
    </nav>
    <section id={reading.id} aria-label={reading.label} className="min-w-0 max-w-reading scroll-mt-4">
      {reading.content}
    </section>
    <section
      id={panel.id}
      aria-label={panel.label}
      className="mt-8 min-w-0 scroll-mt-4 border-t border-line pt-8 xl:sticky xl:top-0 xl:mt-0 xl:max-h-[calc(100dvh-4.5rem)] xl:scroll-py-4 xl:overflow-y-auto xl:border-s xl:border-t-0 xl:py-4 xl:ps-8 xl:pe-2 print:max-h-none"
    >
      {panel.content}
    </section>
  </div>
);
