import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Steps } from "@/ui/steps";
import { stageState } from "../domain/stages";
import type { EditionStage } from "../queries";
import { DateChanges } from "./date-changes";

const LOOK = { UPCOMING: "upcoming", OPEN: "current", CLOSED: "done" } as const;

/** The stages of an edition in order, with when each opens and closes. */
export async function Timetable({ edition, now }: { edition: { zone: string; stages: EditionStage[] }; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  return (
    <Steps
      steps={edition.stages.map((stage) => {
        const state = stageState(stage, now);
        return {
          key: stage.key,
          title: stage.name[locale],
          state: LOOK[state],
          stateLabel: t(`stageState.${state}`),
          when: t("span", { from: at(stage.opensAt), to: at(stage.closesAt) }),
          body: stage.changes.length > 0 ? <DateChanges stage={stage} zone={edition.zone} /> : undefined,
        };
      })}
    />
  );
}
