import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Facts } from "@/ui/facts";
import { stagesAhead, type StageRow } from "../domain/stages";

/** What comes after registration and when, in the zone of the edition. */
export async function StagesAhead({ edition: { stages, zone }, now }: { edition: { stages: StageRow[]; zone: string }; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone });
  return (
    <Facts
      items={stagesAhead(stages, now).map(({ name, opensAt, closesAt }) => ({
        term: name[locale], detail: t("span", { from: at(opensAt), to: at(closesAt) }),
      }))}
    />
  );
}
