import type { ComponentType } from "react";
import { classNames } from "./class-names";

/** Any icon of `lucide-react/icons/<name>`; import them one by one so that a page ships only its own. */
export type IconType = ComponentType<{
  size?: number;
  strokeWidth?: number;
  className?: string;
  "aria-hidden"?: boolean;
}>;

export type IconProps = { readonly glyph: IconType; readonly size?: 16 | 20 | 24; readonly className?: string };

/** Always beside a word, therefore always hidden from a screen reader. */
export const Icon = ({ glyph: Glyph, size = 20, className }: IconProps) => (
  <Glyph aria-hidden size={size} strokeWidth={1.75} className={classNames("shrink-0", className)} />
);
