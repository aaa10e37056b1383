import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { Notice } from "@/ui/notice";
import { timeLeft } from "../domain/agency-desk";
import { NOT_YET_FILED } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import type { AgencyEdition } from "../queries/filing";
import { CloseMoved } from "./close-moved";

/** A day before the close the notice changes its tone. */
const HOURS_PER_DAY = 24;

/** What is left of registration, with the deadline in all three zones. */
export async function AgencyTime({ edition: { registration, zone }, now }: { edition: Pick<AgencyEdition, "registration" | "zone">; now: Date }) {
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
    <Notice tone={isNear ? "warn" : "info"} title={`${t("title")}: ${left.days > 0 ? t("leftDays", left) : t("left", left)}`}>
      <p>{t("closes", { at })}<CloseMoved moved={moved} zone={zone} /></p>
    </Notice>
  );
}

/** The same above one proposal, for as long as it could still be filed or was lost. */
export function ProposalTime({ reading: { status, registration, zone }, now }: { reading: AgencyReading; now: Date }) {
  if (!registration || !NOT_YET_FILED.includes(status)) return null;
  return <div className="mb-8"><AgencyTime edition={{ registration, zone }} now={now} /></div>;
}
