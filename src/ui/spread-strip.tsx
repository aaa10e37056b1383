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

/** Lowest to highest as a line, the mean as a tick. The numbers stand beside it in the table. */
export const SpreadStrip = ({ lowest, highest, mean, scale: [from, to], label }: SpreadStripProps) => {
  const x = (value: number) => EDGE + ((value - from) / (to - from || 1)) * (WIDTH - 2 * EDGE);
  return (
    <svg role="img" aria-label={label} width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} className="inline-block max-w-full align-middle">
      <line x1={EDGE} x2={WIDTH - EDGE} y1="10" y2="10" stroke="var(--color-line)" strokeWidth="1" />
      <line x1={x(lowest)} x2={x(highest)} y1="10" y2="10" stroke="var(--color-primary)" strokeWidth="3" />
      <circle cx={x(lowest)} cy="10" r="3" fill="var(--color-primary)" />
      <circle cx={x(highest)} cy="10" r="3" fill="var(--color-primary)" />
      <line x1={x(mean)} x2={x(mean)} y1="3" y2="17" stroke="var(--color-ink)" strokeWidth="2" />
    </svg>
  );
};
