import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Tag } from "@/ui/tag";
import { Timestamp } from "@/ui/timestamp";
import type { BallHolder } from "../domain/lifecycle";
import { ballNow, type DisplayStatus } from "../domain/visibility";
import type { AgencyReading } from "../queries/agency-reading";
import { STATUS_LOOKS } from "./status-tag";

/** The word for where a proposal stands, and under it whose move it is. */
export async function AgencyStatus({ display, ball }: { display: DisplayStatus; ball: BallHolder }) {
  const t = await getTranslations("filing");
  return (
    <span className="flex flex-col items-start gap-1">
      <Tag {...STATUS_LOOKS[display]}>{t(`status.${display}`)}</Tag>
      <span className="text-xs text-ink-muted">{t(`ball.${ball}`)}</span>
    </span>
  );
}

/** The same of the one proposal that is being read. */
export const ReadingStatus = ({ reading, now }: { reading: AgencyReading; now: Date }) => (
  <AgencyStatus display={reading.display} ball={ballNow(reading, reading.registration?.closesAt ?? null, now)} />
);

export async function WaitingSince({ at, zone }: { at: Date; zone: string }) {
  const locale = await getLocale();
  return <Timestamp at={at}>{formatDateTime(at, { locale, zone })}</Timestamp>;
}
