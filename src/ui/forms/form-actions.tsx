import type { ReactNode } from "react";

/** The buttons at the end of a form: full width on telephones, the main one first. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center print:hidden">{children}</div>
);

export type StickyActionsProps = {
  /** Name of the group for a screen reader. */
  readonly label: string;
  /** State in words, at the start of the bar. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
};

/**
 * Buttons that stay in reach while a long form scrolls. The bar is part of the form's flow, so at the end it covers
 * nothing; before that the page keeps its height free under whatever has focus. On telephones and low screens, where
 * it would take too much of the page, it does not stick.
 */
export const StickyActions = ({ label, status, children }: StickyActionsProps) => (
  <div
    role="group"
    aria-label={label}
    data-sticky="bottom"
    className="bottom-0 z-20 mt-8 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-canvas py-2 print:hidden sm:[@media(height>=36rem)]:sticky"
  >
    {status && <div className="min-w-0 flex-1 basis-72 text-sm text-ink-muted">{status}</div>}
    {children}
  </div>
);
