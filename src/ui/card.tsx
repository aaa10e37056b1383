import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { Link } from "./link";

export type CardProps = {
  readonly title?: ReactNode;
  readonly level?: HeadingLevel;
  /** With an address the whole card can be pressed, yet only the title is the link. */
  readonly href?: string;
  readonly meta?: ReactNode;
  readonly tags?: ReactNode;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
};

export const Card = ({ title, level = 3, href, meta, tags, footer, children }: CardProps) => (
  <article
    className={classNames(
      "relative flex flex-col gap-2 rounded-card border border-line bg-canvas p-4 sm:p-5",
      href !== undefined && "hover:border-primary",
    )}
  >
    {title && (
      <Heading level={level} className="font-sans text-lg font-semibold">
        {href === undefined ? title : <StretchedLink href={href}>{title}</StretchedLink>}
      </Heading>
    )}
    {meta && <div className="text-sm text-ink-muted wrap-anywhere">{meta}</div>}
    {children && <div className="flex flex-col gap-2">{children}</div>}
    {tags && <div className="flex flex-wrap gap-2">{tags}</div>}
    {footer && <div className="mt-auto pt-2 text-sm text-ink-muted">{footer}</div>}
  </article>
);

/** Cards in rows of equal height: one column on telephones, then as many as fit. */
export const CardGrid = ({ children }: { readonly children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(17.5rem,1fr))]">{children}</div>
);

const StretchedLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} className="after:absolute after:inset-0 after:rounded-card">
    {children}
  </Link>
);
