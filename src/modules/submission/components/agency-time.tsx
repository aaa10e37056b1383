import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDeadline, formatTimeLeft } from "@/lib/format";
import { Notice } from "@/ui/notice";
import { timeLeft } from "../domain/agency-desk";
import { NOT_YET_FILED } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import type { AgencyEdition } from "../queries/filing";
import { CloseMoved } from "./close-moved";
import { TimeLeft } from "./deadline";

/** A day before the close the notice changes its tone. */
const HOURS_PER_DAY = 24;

/** What is left of registration, with the deadline in all three zones. */
export async function AgencyTime({ edition: { registration, zone }, now, live }: { edition: Pick<AgencyEdition, "registration" | "zone">; now: Date; /** Keeps it true while the page is open. */ live?: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations("filing.desk.time"), getLocale()]);
  const { opensAt, closesAt, moved } = registration;
  const at = formatDeadline(closesAt, { locale, zone });
  const left = timeLeft(now, closesAt);
  if (!left) {
    return (
      <Notice tone="warn" title={t("closed", { at })}>
        <p>{t("closedBody")}<CloseMoved moved={moved} zone={zone} /></p>
      </Notice>
    );
  }
  if (now < opensAt) return <Notice title={t("notOpen", { at: formatDeadline(opensAt, { locale, zone }) })} />;

  const isNear = left.days * HOURS_PER_DAY + left.hours < HOURS_PER_DAY;
  return (
    <Notice tone={isNear ? "warn" : "info"} title={<>{t("title")}: {live ?? formatTimeLeft(closesAt.getTime() - now.getTime(), locale)}</>}>
      <p>{t("closes", { at })}<CloseMoved moved={moved} zone={zone} /></p>
    </Notice>
  );
}

/** The same above one proposal, for as long as it could still be filed or was lost. */
export function ProposalTime({ reading, now }: { reading: AgencyReading; now: Date }) {
  const { status, registration, zone } = reading;
  if (!registration || !NOT_YET_FILED.includes(status)) return null;
  return <div className="mb-8"><AgencyTime edition={{ registration, zone }} now={now} live={<TimeLeft proposal={reading} now={now} />} /></div>;
}
