import { getTranslations, getLocale } from "next-intl/server";
import { isUnitKind } from "@/modules/agencies/domain/agency-kinds";
import type { AgencyKind } from "@/modules/competition/domain/edition-rules";
import type { EditionView } from "@/modules/competition/queries";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { listOfKinds } from "./kind-words";
import { ProposedTag } from "./proposed-tag";

/** Who files in the edition, and how much. */
export async function EditionParticipants({ edition: { rules, organizer } }: { edition: Pick<EditionView, "rules" | "organizer"> }) {
  const [t, locale, words] = await Promise.all([getTranslations("public.edition.participants"), getLocale(), listOfKinds()]);
  const { within, kinds, quotas = [] } = rules.participants;
  const anyOr = (named: readonly AgencyKind[]) => (named.length === 0 ? t("anyKind") : words(named));
  const perGroup = rules.groups.map(({ name, quotaPerAgency }) => t("quotaOf", { group: name[locale], quota: quotaPerAgency ?? "none" }));
  return (
    <Section id="participants" title={<>{t("title")} <ProposedTag rules={rules} paths={["participants"]} /></>}>
      <Facts
        items={[
          { term: t("who"), detail: within === null ? t("national") : who(within === organizer.agencyCode ? organizer.name : within) },
          { term: t("kinds"), detail: anyOr(kinds) },
          { term: t("quota"), detail: perGroup.join(", ") },
          ...(quotas.length > 0
            ? [{ term: t("overAll"), detail: quotas.map(({ kinds: of, most }) => t("overAllOf", { kinds: anyOr(of), most })).join(", ") }]
            : []),
        ]}
      />
    </Section>
  );

  /** Within an agency: its units, the governments of its province, or both. */
  function who(agency: string): string {
    const others = kinds.filter((kind) => !isUnitKind(kind));
    if (others.length === 0) return t("within", { agency });
    return t(others.length === kinds.length ? "onlyGovernments" : "withinProvince", { agency, others: words(others) });
  }
}
