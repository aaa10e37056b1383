import { getLocale, getTranslations } from "next-intl/server";
import { Details } from "@/ui/details";
import { Section } from "@/ui/page-header";
import { exactOf } from "../../domain/ranking";
import type { LevelView } from "../../queries/decision-view";
import { inPoints } from "../points";
import { CountTables } from "./count-tables";
import type { DecisionPageView } from "./decision-page";
import { LevelDecisions } from "./level-decisions";
import { LevelTable } from "./level-table";

type Props = { view: DecisionPageView; level: LevelView; isOpen: boolean };

/** One level: the line where scores cut it, all who stand on it, and what they are made up of. */
export async function LevelSection({ view, level, isOpen }: Props) {
  const [t, locale] = await Promise.all([getTranslations("results.decision.level"), getLocale()]);
  const { key, name, size } = level.level;
  const distance = exactOf(level.distance);
  return (
    <Section id={`level-${key}`} title={name[locale]}>
      <p>{t("summary", { entries: level.entries, size, eligible: level.eligible })}</p>
      <LevelDecisions view={view} level={level} isOpen={isOpen} />
      {level.eligible > size ? (
        <>
          {distance && <p className="text-ink-muted">{t("cutDistance", { distance: inPoints(distance, locale) })}</p>}
          {level.greyZone && (
            <p className="max-w-reading text-ink-muted">
              {t("greyZone", { entries: level.greyZone.entries, width: inPoints(level.greyZone.width, locale) })}
            </p>
          )}
          <LevelTable view={view} level={level} rows={level.aroundCut} caption={t("cut")} isOpen={isOpen} />
        </>
      ) : (
        <p className="text-ink-muted">{t("cutNone")}</p>
      )}
      <Details summary={t("full", { level: name[locale], count: level.entries })}>
        <LevelTable view={view} level={level} rows={level.listed} caption={t("fullCaption", { level: name[locale] })} isOpen={isOpen} />
      </Details>
      <Details summary={t("counts", { level: name[locale] })}>
        <CountTables view={view} counts={level.counts} />
      </Details>
    </Section>
  );
}
