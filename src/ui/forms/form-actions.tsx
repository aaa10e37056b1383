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
 * nothing; before that the page keeps its height free under whatever has focus. On telephones, where it would take too
 * much of the page, only the state stays in sight, right above where the buttons follow; on low screens nothing sticks.
 */
export const StickyActions = ({ label, status, children }: StickyActionsProps) => (
  <div
    role="group"
    aria-label={label}
    data-sticky="bottom"
    className="bottom-0 z-20 mt-8 flex max-sm:contents flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-canvas py-2 print:hidden sm:[@media(height>=36rem)]:sticky"
  >
    {status && (
      <div className="min-w-0 flex-1 basis-72 text-sm text-ink-muted max-sm:z-20 max-sm:mt-8 max-sm:border-t max-sm:border-line max-sm:bg-canvas max-sm:py-2 max-sm:[@media(height>=24rem)]:sticky max-sm:[@media(height>=24rem)]:bottom-0">
        {status}
      </div>
    )}
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2 sm:contents print:hidden">{children}</div>
  </div>
);
