import type { ReactNode } from "react";
import { Bar } from "./progress";

export type BarRow = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly valueText: string;
  /** What happened between this bar and the next, in words. */
  readonly note?: ReactNode;
};

export type BarChartProps = {
  /** Says the finding, not the subject. */
  readonly title: ReactNode;
  readonly rows: readonly BarRow[];
  /** Source and time. */
  readonly caption?: ReactNode;
};

/** Horizontal bars from one left edge. The words are HTML, so they wrap and grow with the reader's text size. */
export const BarChart = ({ title, rows, caption }: BarChartProps) => {
  const largest = Math.max(0, ...rows.map((row) => row.value));
  return (
    <figure className="flex flex-col gap-4">
      <figcaption>
        <p className="font-semibold">{title}</p>
        {caption && <p className="text-sm text-ink-subtle">{caption}</p>}
      </figcaption>
      <ol className="flex flex-col gap-2">
        {rows.map(({ key, label, value, valueText, note }) => (
          <li key={key}>
            <div className="flex items-baseline justify-between gap-4">
              <span className="min-w-0">{label}</span>
              <span className="shrink-0 font-semibold tabular-nums">{valueText}</span>
            </div>
            <Bar share={largest > 0 ? value / largest : 0} height={16} className="mt-0.5 text-primary" />
            {note && <p className="text-sm text-ink-subtle">{note}</p>}
          </li>
        ))}
      </ol>
    </figure>
  );
};
