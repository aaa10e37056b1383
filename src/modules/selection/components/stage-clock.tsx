import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { stageState } from "@/modules/competition/domain/stages";
import { timeLeft } from "@/modules/submission/domain/agency-desk";
import { Notice } from "@/ui/notice";
import type { SelectionPlace } from "../queries/ledger";

/** What is left of the stage, in all three zones, or why nothing can be decided now. */
export async function StageClock({ place: { stage, released, edition }, now }: { place: SelectionPlace; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("selection.clock"), getLocale()]);
  const context = { locale, zone: edition.zone };
  if (released) return <Notice tone="ok" title={t("released")} />;
  if (!stage) return <Notice tone="warn" title={t("noStage")} />;
  const state = stageState(stage, now);
  if (state === "UPCOMING") return <Notice title={t("upcoming", { at: formatDeadline(stage.opensAt, context) })} />;
  if (state === "CLOSED") {
    return (
      <Notice tone="warn" title={t("closed", { at: formatDeadline(stage.closesAt, context) })}>
        <p>{t("closedBody")}</p>
      </Notice>
    );
  }
  const left = timeLeft(now, stage.closesAt) ?? { days: 0, hours: 0, minutes: 0 };
  return (
    <Notice tone={left.days === 0 ? "warn" : "info"} title={left.days > 0 ? t("leftDays", left) : t("left", left)}>
      <p>{t("closes", { at: formatDeadline(stage.closesAt, context) })}</p>
    </Notice>
  );
}
