import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules, GroupRule } from "@/modules/competition/domain/edition-rules";
import { Facts, type Fact } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { listOfKinds } from "./kind-words";
import { ProposedTag } from "./proposed-tag";

/** Who may enter where, with the numbers of the edition. */
export async function EditionGroups({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  const factsOf = await groupFacts();
  return (
    <Section id="groups" title={t("groups")}>
      {rules.groups.map((group) => (
        <div key={group.key} className="flex flex-col gap-2">
          <h3>{group.name[locale]} <ProposedTag rules={rules} paths={[`groups.${group.key}`]} /></h3>
          <p className="max-w-reading">{group.description[locale]}</p>
          <Facts items={factsOf(group)} />
        </div>
      ))}
    </Section>
  );
}

async function groupFacts() {
  const [t, words] = await Promise.all([getTranslations("public.edition.group"), listOfKinds()]);
  return ({ kinds = [], unitKinds = [], minimumAgeMonths, quotaPerAgency, byInvitation, barredBy, requiresOneOf, atMostBefore, source }: GroupRule): Fact[] => [
    ...(kinds.length > 0 ? [{ term: t("kinds"), detail: words(kinds) }] : []),
    ...(unitKinds.length > 0 ? [{ term: t("unitKinds"), detail: words(unitKinds) }] : []),
    { term: t("age"), detail: minimumAgeMonths === null ? t("ageNone") : t("ageMonths", { months: minimumAgeMonths }) },
    { term: t("quota"), detail: quotaPerAgency === null ? t("quotaNone") : t("quotaNumber", { count: quotaPerAgency }) },
    { term: t("invitation"), detail: t(byInvitation ? "byInvitation" : "open") },
    ...(barredBy.length > 0 ? [{ term: t("barred"), detail: barredBy.join(", ") }] : []),
    ...(requiresOneOf.length > 0 ? [{ term: t("requires"), detail: requiresOneOf.join(", ") }] : []),
    ...(atMostBefore ? [{ term: t("atMostTerm"), detail: t("atMost", atMostBefore) }] : []),
    ...(source.required
      ? [{ term: t("source"), detail: source.oneOf.length > 0 ? t("sourceFrom", { list: source.oneOf.join(", ") }) : t("sourceRequired") }]
      : []),
  ];
}
