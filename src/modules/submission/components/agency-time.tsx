import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDeadline } from "@/lib/format";
import { Notice } from "@/ui/notice";
import { timeLeft } from "../domain/agency-desk";
import { NOT_YET_FILED } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import type { AgencyEdition } from "../queries/filing";
import { CloseMoved } from "./close-moved";
import { RegistrationDeadline, RegistrationLeft, RegistrationNews, TimeLeft } from "./deadline";

/** A day before the close the notice changes its tone. */
const HOURS_PER_DAY = 24;

/** What is left of registration, with the deadline in all three zones. */
async function AgencyTime({ edition: { registration, zone }, now, live, closes, news }: { edition: Pick<AgencyEdition, "registration" | "zone">; now: Date } & Live) {
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
    <Notice tone={isNear ? "warn" : "info"} title={<>{t("title")}: {live}</>}>
      <p>{closes ? <InPlace words={String(t.raw("closes"))}>{closes}</InPlace> : <>{t("closes", { at })}<CloseMoved moved={moved} zone={zone} /></>}</p>
      {news}
    </Notice>
  );
}

/** What keeps it true while the page is open: the time left, the close itself, and what became of it. */
type Live = { live: ReactNode; closes?: ReactNode; news?: ReactNode };

/** A sentence with something live in the place of its moment. */
function InPlace({ words, children }: { words: string; children: ReactNode }) {
  const [before, after] = words.split("{at}");
  return <>{before}{children}{after}</>;
}

/** The same above all that an agency files. */
export async function FilingTime({ edition, now }: { edition: AgencyEdition; now: Date }) {
  const t = await getTranslations("filing.desk.time");
  const news = <RegistrationNews edition={edition} now={now}><p>{t("closedBody")}</p></RegistrationNews>;
  const asked = { edition, now };
  return <AgencyTime {...asked} live={<RegistrationLeft {...asked} />} closes={<RegistrationDeadline {...asked} />} news={news} />;
}

/** The same above one proposal, for as long as it could still be filed or was lost. */
export function ProposalTime({ reading, now }: { reading: AgencyReading; now: Date }) {
  const { status, registration, zone } = reading;
  if (!registration || !NOT_YET_FILED.includes(status)) return null;
  return <div className="mb-8"><AgencyTime edition={{ registration, zone }} now={now} live={<TimeLeft proposal={reading} now={now} />} /></div>;
}
