import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Tag } from "@/ui/tag";
import { Timestamp } from "@/ui/timestamp";
import type { Tone } from "@/ui/tone";
import { BALL_WITH, type SubmissionStatus } from "../domain/lifecycle";
import type { DisplayStatus } from "../domain/visibility";

const TONES: Record<DisplayStatus, Tone> = {
  DRAFT: "neutral",
  AGENCY_REVIEW: "info",
  RETURNED: "warn",
  ENDORSED: "info",
  SUBMITTED: "ok",
  PASSED_ADMIN: "ok",
  FAILED_ADMIN: "err",
  UNDER_EVALUATION: "info",
  FINALIST: "gold",
  AWARDED: "gold",
  NOT_SELECTED: "neutral",
  WITHDRAWN: "neutral",
};

/** The word for where a proposal stands, and under it whose move it is. */
export async function AgencyStatus({ display, status }: { display: DisplayStatus; status: SubmissionStatus }) {
  const t = await getTranslations("filing");
  return (
    <span className="flex flex-col items-start gap-1">
      <Tag tone={TONES[display]}>{t(`status.${display}`)}</Tag>
      <span className="text-xs text-ink-muted">{t(`ball.${BALL_WITH[status]}`)}</span>
    </span>
  );
}

export async function WaitingSince({ at, zone }: { at: Date; zone: string }) {
  const locale = await getLocale();
  return <Timestamp at={at}>{formatDateTime(at, { locale, zone })}</Timestamp>;
}
