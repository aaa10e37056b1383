import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconType } from "./icon";
import { type Tone, toneFill, toneIcon, toneText } from "./tone";

export type TagProps = {
  readonly tone?: Tone;
  /** Replaces the icon of the tone. */
  readonly icon?: IconType;
  readonly children: ReactNode;
};

/** Square on purpose: people click on pills. The transparent border becomes visible where the system removes fills. */
export const Tag = ({ tone = "neutral", icon, children }: TagProps) => (
  <span
    className={classNames(
      "inline-flex max-w-full items-start gap-1.5 rounded-control border border-transparent px-2 py-1 align-middle",
      "text-xs font-semibold",
      toneFill[tone],
      toneText[tone],
    )}
  >
    <Icon glyph={icon ?? toneIcon[tone]} size={16} className="mt-0.5" />
    <span className="min-w-0">{children}</span>
  </span>
);
