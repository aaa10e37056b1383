import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/paths";
import type { CriterionRule } from "@/modules/competition/domain/edition-rules";
import { criteriaOf } from "@/modules/competition/domain/criteria";
import { classNames } from "@/ui/class-names";
import { Details } from "@/ui/details";
import { Heading } from "@/ui/heading";
import type { SectionPage } from "../queries/proposal";

type GuideProps = {
  page: Pick<SectionPage, "rules" | "section">;
  /** Beside the box where there is room, otherwise folded above it: a page holds both and each screen shows one. */
  look: "beside" | "folded";
};

/** What the judges look for in this section: the criteria that read it, with their weights and anchors. */
export async function SectionGuide({ page: { rules, section }, look }: GuideProps) {
  const [t, locale] = await Promise.all([getTranslations("submission.section"), getLocale()]);
  const evaluation = rules.stages.find(({ kind, scoring }) => kind === "EVALUATION" && scoring !== null);
  const criteria = criteriaOf(rules, evaluation?.scoring?.rubric ?? "").filter(({ sections }) => sections.includes(section.key));
  const isFolded = look === "folded";
  if (criteria.length === 0) return <p className={classNames("text-ink-muted", isFolded ? "xl:hidden" : "hidden xl:block")}>{t("notScored")}</p>;

  const words = { locale, anchors: t("anchors"), level: isFolded ? (2 as const) : (3 as const) };
  const each = criteria.map((criterion) => (
    <Criterion key={criterion.key} {...words} criterion={criterion} weight={t("weight", { weight: criterion.weight })} />
  ));
  if (isFolded) {
    return (
      <div className="xl:hidden">
        <Details summary={t("judgesLookFor")}><div className="flex flex-col gap-3">{each}</div></Details>
      </div>
    );
  }
  return (
    <section aria-labelledby="guide" className="hidden max-w-reading flex-col gap-3 xl:flex">
      <h2 id="guide" className="text-h3">{t("judgesLookFor")}</h2>
      {each}
    </section>
  );
}

type CriterionProps = { criterion: CriterionRule; locale: Locale; level: 2 | 3; weight: string; anchors: string };

const Criterion = ({ criterion: { name, description, anchors: levels }, locale, level, weight, anchors }: CriterionProps) => (
  <div className="rounded-card border border-line p-4">
    <Heading level={level} className="text-base font-semibold">
      {name[locale]} · {weight}
    </Heading>
    <p>{description[locale]}</p>
    {levels.length > 0 && (
      <Details summary={anchors}>
        <dl className="flex flex-col gap-2">
          {levels.map(({ mark, text }) => (
            <div key={mark} className="flex gap-3">
              <dt className="w-10 shrink-0 font-semibold tabular-nums">{mark}</dt>
              <dd>{text[locale]}</dd>
            </div>
          ))}
        </dl>
      </Details>
    )}
  </div>
);
