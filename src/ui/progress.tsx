import type { ReactNode } from "react";

export type ProgressProps = {
  /** Says everything the bar shows, for instance "18 of 60 done". */
  readonly text: ReactNode;
  readonly value: number;
  readonly max: number;
  readonly hint?: ReactNode;
};

/** The words carry the fact; the bar only repeats it, so a screen reader is spared it. */
export const Progress = ({ text, value, max, hint }: ProgressProps) => (
  <div>
    <p className="font-semibold tabular-nums">{text}</p>
    <Bar share={max > 0 ? value / max : 0} className="mt-1 text-primary" />
    {hint && <p className="mt-1 text-sm text-ink-muted">{hint}</p>}
  </div>
);

export type BarProps = { readonly share: number; readonly height?: number; readonly className?: string };

/** Drawn with attributes and not with a style, so that a strict content security policy leaves it alone. */
export const Bar = ({ share, height = 8, className }: BarProps) => (
  <svg aria-hidden="true" width="100%" height={height} className={className}>
    <rect width="100%" height={height} rx="2" fill="var(--color-sunken)" />
    <rect className="bar-fill" width={percent(share)} height={height} rx="2" fill="currentColor" />
  </svg>
);

const percent = (share: number): string => `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`;
