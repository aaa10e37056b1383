import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { SkipLink } from "./skip-link";

export type PageWidth = "reading" | "wide" | "full";

export type PageFrameProps = {
  readonly skipLabel: string;
  /** `DemoBanner`, `ServiceBar` and `StageBar`, in this order. */
  readonly header: ReactNode;
  readonly width?: PageWidth;
  /** Headings of public pages speak in the display face; workspaces stay with the text face. */
  readonly voice?: "public" | "work";
  /** On paper in place of the header, which is for the screen. */
  readonly letterhead?: ReactNode;
  /** `HelpLine`: on every page in the same place. */
  readonly help?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** The frame that every page stands in; one page, one `main`, reached by the first link. */
export const PageFrame = ({ skipLabel, header, letterhead, width = "wide", voice = "work", help, footer, children }: PageFrameProps) => (
  <div data-voice={voice} className={classNames("flex min-h-dvh flex-col", frameWidth[width])}>
    <SkipLink href={`#${MAIN}`} label={skipLabel} />
    <header className="print:hidden">{header}</header>
    {letterhead && <div className="hidden print:block">{letterhead}</div>}
    <div className={classNames("flex-1 pt-4 pb-16 print:p-0", container)}>
      <main id={MAIN} tabIndex={-1} className={classNames("pt-4 sm:pt-6", width === "reading" && "max-w-reading")}>
        {children}
      </main>
    </div>
    {(help || footer) && (
      <footer className="border-t border-line bg-surface print:hidden">
        <div className={classNames("flex flex-col gap-4 py-6", container)}>
          {help}
          {footer}
        </div>
      </footer>
    )}
  </div>
);

const MAIN = "main";

const frameWidth = {
  reading: "[--frame-width:75rem]",
  wide: "[--frame-width:75rem]",
  full: "[--frame-width:100rem]",
} as const;

/** One left edge for everything in the frame. */
export const container = "mx-auto w-full max-w-(--frame-width) px-4 sm:px-6 lg:px-8";

/** Says on every page that nothing here is real. */
export const DemoBanner = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div className="demo-stripe border-b border-primary-300 py-1.5 text-xs sm:text-sm">
    <div className={classNames("flex items-center gap-x-3", container)}>
      <strong className="rounded-control bg-primary-deep px-2 py-0.5 text-xs tracking-[0.08em] text-white">{word}</strong>
      <span className="rounded-control bg-primary-50 px-1.5 text-ink">{children}</span>
    </div>
  </div>
);

/** Which portal a printed page is from; that of a demonstration says on paper too that nothing of it is real. */
export const Letterhead = ({ product, demo }: { readonly product: string; readonly demo?: { readonly word: string; readonly text: string } }) => (
  <div className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line-strong pb-2">
    <strong>{product}</strong>
    {demo && (
      <p>
        <strong className="border-2 border-current px-2 tracking-[0.08em]">{demo.word}</strong> {demo.text}
      </p>
    )}
  </div>
);

export type StageBarProps = {
  /** For instance "Current stage". */
  readonly label: string;
  readonly stage: ReactNode;
  /** When it closes, in the zone of the edition first. */
  readonly closes?: ReactNode;
};

export const StageBar = ({ label, stage, closes }: StageBarProps) => (
  <div className="border-b border-line bg-surface py-2.5 text-sm">
    <dl className={classNames("flex flex-wrap items-baseline gap-x-6 gap-y-0.5", container)}>
      <div className="flex flex-wrap gap-x-2">
        <dt className="text-ink-muted">{label}</dt>
        <dd className="font-semibold">{stage}</dd>
        {closes && <dd className="w-full text-ink-muted sm:ms-4 sm:w-auto">{closes}</dd>}
      </div>
    </dl>
  </div>
);

export const HelpLine = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="text-sm">
    <p className="font-semibold">{title}</p>
    <div className="text-ink-muted">{children}</div>
  </section>
);
