"use client";

export type SpreadStripProps = {
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  /** The scale the strip stands on, for instance 0 to 100. */
  readonly scale: readonly [from: number, to: number];
  /** Says the three numbers in words. */
  readonly label: string;
};

const WIDTH = 120;
const EDGE = 4;

/**
 * Lowest to highest as a line with dots at its ends, the mean as a tick. The numbers stand beside it in the table. A client
 * component, so that a list of strips sends three numbers each and not a drawing each.
 */
export const SpreadStrip = ({ lowest, highest, mean, scale: [from, to], label }: SpreadStripProps) => {
  const x = (value: number) => Number((EDGE + ((value - from) / (to - from || 1)) * (WIDTH - 2 * EDGE)).toFixed(1));
  const [left, right] = [x(lowest), x(highest)];
  return (
    <svg role="img" aria-label={label} width={WIDTH} height="20" className="spread-strip">
      <path d={`M${EDGE} 10H${WIDTH - EDGE}`} />
      <path d={`M${left} 10H${right}`} />
      <path d={`M${left} 10h0M${right} 10h0`} />
      <path d={`M${x(mean)} 3v14`} />
    </svg>
  );
};
