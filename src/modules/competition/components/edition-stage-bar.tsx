import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { StageBar } from "@/ui/page-frame";
import { currentStage, nextStage, type StageRow } from "../domain/stages";

/** Where an edition stands and when that ends, in its own zone first. */
export async function EditionStageBar({ edition, now }: { edition: { zone: string; stages: StageRow[] }; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  const context = { locale, zone: edition.zone };
  const current = currentStage(edition.stages, now);
  if (current)
    return (
      <StageBar
        label={t("stage.current")}
        stage={current.name[locale]}
        closes={t("stage.closes", { at: formatDeadline(current.closesAt, context) })}
      />
    );
  const next = nextStage(edition.stages, now);
  return (
    <StageBar
      label={t("stage.current")}
      stage={t(next ? "stage.none" : "stage.finished")}
      closes={next ? t("stage.next", { stage: next.name[locale], at: formatDeadline(next.opensAt, context) }) : undefined}
    />
  );
}
