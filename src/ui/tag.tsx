import type { ReactNode } from "react";
import { Icon, type IconType } from "./icon";
import { TagFrame } from "./tag-frame";
import type { Tone } from "./tone";

export type TagProps = {
  readonly tone?: Tone;
  /** Replaces the icon of the tone. */
  readonly icon?: IconType;
  readonly children: ReactNode;
};

export const Tag = ({ tone = "neutral", icon, children }: TagProps) => (
  <TagFrame tone={tone} icon={icon && <Icon glyph={icon} size={16} className="mt-0.5" />}>
    {children}
  </TagFrame>
);
