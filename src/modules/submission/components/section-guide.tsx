import { getLocale, getTranslations } from "next-intl/server";
import type { CriterionRule } from "@/modules/competition/domain/edition-rules";
import { criteriaOf } from "@/modules/competition/domain/criteria";
import { Details } from "@/ui/details";
import { Heading } from "@/ui/heading";
import type { SectionPage } from "../queries/proposal";

/** What the judges look for in this section: the criteria that read it, with their weights and anchors. */
export async function SectionGuide({ page: { rules, section } }: { page: Pick<SectionPage, "rules" | "section"> }) {
  const [t, locale] = await Promise.all([getTranslations("submission.section"), getLocale()]);
  const evaluation = rules.stages.find(({ kind, scoring }) => kind === "EVALUATION" && scoring !== null);
  const criteria = criteriaOf(rules, evaluation?.scoring?.rubric ?? "").filter(({ sections }) => sections.includes(section.key));
  if (criteria.length === 0) return <p className="text-ink-muted">{t("notScored")}</p>;
  return (
    <section aria-labelledby="guide" className="flex max-w-reading flex-col gap-3">
      <h2 id="guide" className="text-h3">{t("judgesLookFor")}</h2>
      {criteria.map((criterion) => (
        <Criterion key={criterion.key} criterion={criterion} locale={locale} weight={t("weight", { weight: criterion.weight })} anchors={t("anchors")} />
      ))}
    </section>
  );
}

type CriterionProps = { criterion: CriterionRule; locale: "id" | "en"; weight: string; anchors: string };

const Criterion = ({ criterion: { name, description, anchors: levels }, locale, weight, anchors }: CriterionProps) => (
  <div className="rounded-card border border-line p-4">
    <Heading level={3} className="text-base font-semibold">
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
