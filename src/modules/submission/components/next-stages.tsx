import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { stagesAhead, type StageRow } from "@/modules/competition/domain/stages";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { ballNow } from "../domain/visibility";
import type { Standing } from "./standing-facts";

/** When the organiser's stages come, for a proposal that still has a part in them. */
export async function NextStages({ standing, now }: { standing: Standing & { stages: StageRow[] }; now: Date }) {
  const t = await getTranslations("submission.receipt");
  const isInOrganisersHands = ballNow(standing, standing.registration?.closesAt ?? null, now) === "ORGANIZER";
  if (!isInOrganisersHands || stagesAhead(standing.stages, now).length === 0) return null;
  return (
    <Section id="next" title={t("next")}>
      <StagesAhead edition={{ stages: standing.stages, zone: standing.localZone }} now={now} />
    </Section>
  );
}

/** What comes after registration and when, in the zone given. */
export async function StagesAhead({ edition: { stages, zone }, now }: { edition: { stages: StageRow[]; zone: string }; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("submission.receipt"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone });
  return (
    <Facts
      items={stagesAhead(stages, now).map(({ name, opensAt, closesAt }) => ({
        term: name[locale], detail: t("span", { from: at(opensAt), to: at(closesAt) }),
      }))}
    />
  );
}
