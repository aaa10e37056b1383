"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { type Tone, toneFill, toneIcon, toneText } from "./tone";

type TagFrameProps = {
  readonly tone: Tone;
  /** In place of the icon of the tone. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/**
 * Square on purpose: people click on pills. The transparent border becomes visible where the system removes fills. Its words
 * are never cut, a column makes room for the longest. A client component, so that a list of tags sends a tone each and not the drawing of an icon each.
 */
export const TagFrame = ({ tone, icon, children }: TagFrameProps) => (
  <span
    className={classNames(
      "inline-flex max-w-full items-start gap-1.5 rounded-control border border-transparent px-2 py-1 align-middle",
      "text-xs font-semibold wrap-normal",
      toneFill[tone],
      toneText[tone],
    )}
  >
    {icon ?? <Icon glyph={toneIcon[tone]} size={16} className="mt-0.5" />}
    <span className="min-w-0">{children}</span>
  </span>
);
