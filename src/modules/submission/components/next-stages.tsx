import { getTranslations } from "next-intl/server";
import { StagesAhead } from "@/modules/competition/components/stages-ahead";
import { stagesAhead, type StageRow } from "@/modules/competition/domain/stages";
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
      <StagesAhead edition={standing} now={now} />
    </Section>
  );
}
