import Hand from "lucide-react/icons/hand";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { Facts, type Fact } from "@/ui/facts";
import { Icon } from "@/ui/icon";
import { Timestamp } from "@/ui/timestamp";
import { hasMissedRegistration, NOT_YET_FILED, type SubmissionStatus } from "../domain/lifecycle";
import type { Registration } from "../policy/writing";
import { ballNow, type DisplayStatus } from "../domain/visibility";
import { CloseMoved } from "./close-moved";
import { Deadline } from "./deadline";

export type Standing = {
  code: string;
  status: SubmissionStatus;
  display: DisplayStatus;
  zone: string;
  /** Of those who write it: their clock on the wall. */
  localZone: string;
  registration: Registration;
  lastSavedAt: Date;
};

/** State, owner and deadline in words, in this order, on every screen of a proposal. */
export async function StandingFacts({ standing, now, look }: { standing: Standing; now: Date; look?: "rows" | "compact" }) {
  const [t, locale] = await Promise.all([getTranslations("submission.standing"), getLocale()]);
  const { status, zone, localZone, registration, lastSavedAt } = standing;
  const missed = hasMissedRegistration(status, registration?.closesAt ?? null, now);
  const items: Fact[] = [
    { term: t("ball"), detail: <Ball text={t(`ballWith.${ballNow(standing, registration?.closesAt ?? null, now)}`)} /> },
    { term: t("reached"), detail: t(reachedKey(status, missed)) },
    { term: t("saved"), detail: <Timestamp at={lastSavedAt}>{formatDateTime(lastSavedAt, { locale, zone: localZone })}</Timestamp> },
  ];
  if (registration) {
    const { closesAt, moved } = registration;
    items.push({
      term: t(now > closesAt ? "closed" : "closes"),
      detail: <><Timestamp at={closesAt}>{formatDeadline(closesAt, { locale, zone })}</Timestamp><CloseMoved moved={moved} zone={zone} /></>,
    });
  }
  return <Facts items={items} look={look} />;
}

/** The same in one quiet line or two, where writing or reading comes first. */
export async function StandingLine({ standing, now }: { standing: Omit<Standing, "lastSavedAt" | "zone">; now: Date }) {
  const t = await getTranslations("submission");
  const { status, display, registration } = standing;
  const closesAt = registration?.closesAt ?? null;
  const missed = hasMissedRegistration(status, closesAt, now);
  const place = [t(`standing.lineWith.${ballNow(standing, closesAt, now)}`), t(`standing.${reachedKey(status, missed)}`)];
  return (
    <p className="text-xs text-ink-muted sm:text-sm">
      <strong className="font-semibold text-ink">{t(`status.${display}`)}</strong> · {place.join(" · ")}
      {closesAt && (
        <>
          {" · "}
          {t(now > closesAt ? "standing.closed" : "standing.deadline")}{" "}
          <Deadline proposal={standing} now={now} />
        </>
      )}
    </p>
  );
}

function reachedKey(status: SubmissionStatus, missed: boolean) {
  if (missed) return "missed" as const;
  if (status === "WITHDRAWN") return "withdrawn" as const;
  return NOT_YET_FILED.includes(status) ? ("notYet" as const) : ("filed" as const);
}

const Ball = ({ text }: { text: string }) => (
  <span className="inline-flex items-start gap-2 font-semibold">
    <Icon glyph={Hand} className="mt-1" />
    {text}
  </span>
);
