import { getTranslations, getLocale } from "next-intl/server";
import type { EditionView } from "@/modules/competition/queries";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { ProposedTag } from "./proposed-tag";

/** Who files in the edition, and how much. */
export async function EditionParticipants({ edition: { rules, organizer } }: { edition: EditionView }) {
  const [t, kind, locale] = await Promise.all([getTranslations("public.edition.participants"), getTranslations("agencies.kind"), getLocale()]);
  const { within, kinds } = rules.participants;
  const quotas = rules.groups.map(({ name, quotaPerAgency }) => t("quotaOf", { group: name[locale], quota: quotaPerAgency ?? "none" }));
  return (
    <Section id="participants" title={<>{t("title")} <ProposedTag rules={rules} paths={["participants"]} /></>}>
      <Facts
        items={[
          { term: t("who"), detail: within === null ? t("national") : t("within", { agency: within === organizer.agencyCode ? organizer.name : within }) },
          { term: t("kinds"), detail: kinds.length === 0 ? t("anyKind") : kinds.map((each) => kind(each)).join(", ") },
          { term: t("quota"), detail: quotas.join(", ") },
        ]}
      />
    </Section>
  );
}
