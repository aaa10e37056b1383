import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDateTime, formatMonth } from "@/lib/format";
import { Facts } from "@/ui/facts";
import { OutsideLink } from "@/ui/outside-link";
import { Section } from "@/ui/page-header";
import { UserText } from "@/ui/user-text";
import type { FiledProposal } from "../queries/organising";
import { agencyAndUnit } from "./agency-and-unit";

/** One filed proposal, as it was filed; between its facts and its text, what others have to say of it. */
export async function FiledProposalView({ proposal, children }: { proposal: FiledProposal; children?: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const context = { locale, zone: proposal.zone };
  return (
    <>
      <Facts
        items={[
          { term: t("filed.agency"), detail: agencyAndUnit(proposal) },
          { term: t("filed.group"), detail: proposal.groupName[locale] },
          { term: t("filed.category"), detail: proposal.categoryName[locale] },
          { term: t("filed.since"), detail: formatMonth(proposal.implementedSince, locale) },
          ...(proposal.videoUrl ? [{ term: t("filed.video"), detail: <OutsideLink href={proposal.videoUrl} /> }] : []),
          { term: t("filed.at"), detail: formatDateTime(proposal.submittedAt, context) },
          { term: t("filed.receipt"), detail: proposal.receiptNumber ?? "—" },
        ]}
      />
      {children}
      {proposal.sections.map(({ section, body }) => (
        <Section key={section.key} id={`section-${section.key}`} title={section.name[locale]}>
          {body ? <UserText text={body} /> : <p className="text-ink-muted">{t("filed.unanswered")}</p>}
        </Section>
      ))}
    </>
  );
}
