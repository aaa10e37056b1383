import type { ReactNode } from "react";

export type HeadingLevel = 2 | 3 | 4;

export type HeadingProps = {
  readonly level: HeadingLevel;
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** The level says where the part stands on the page; the look is chosen by class, so an outline is never skipped. */
export const Heading = ({ level, ...rest }: HeadingProps) => {
  const Tag = `h${level}` as const;
  return <Tag {...rest} />;
};
