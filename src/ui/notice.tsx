import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Heading, type HeadingLevel } from "./heading";
import { Icon, type IconType } from "./icon";
import { type Tone, toneBorder, toneFill, toneIcon, toneText } from "./tone";

export type NoticeProps = {
  readonly tone?: Exclude<Tone, "neutral">;
  readonly title: ReactNode;
  readonly level?: HeadingLevel;
  readonly icon?: IconType;
  /** `status` or `alert` only for what has just happened; a standing remark needs none. */
  readonly role?: "status" | "alert" | "region";
  readonly id?: string;
  readonly children?: ReactNode;
};

export const Notice = ({ tone = "info", title, level = 2, icon, role, id, children }: NoticeProps) => {
  const titleId = useId();
  return (
    <div
      id={id}
      role={role}
      aria-labelledby={role === "region" ? titleId : undefined}
      className={classNames("flex gap-3 rounded-control border-s-4 p-4", toneFill[tone], toneBorder[tone])}
    >
      <Icon glyph={icon ?? toneIcon[tone]} size={24} className={classNames("mt-0.5", toneText[tone])} />
      <div className="min-w-0 flex-1">
        <Heading level={level} id={titleId} className={classNames("font-sans text-base font-semibold", toneText[tone])}>
          {title}
        </Heading>
        {children && <div className="mt-1 flex flex-col gap-2 text-ink">{children}</div>}
      </div>
    </div>
  );
};
