import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { OutsideLink } from "@/ui/outside-link";
import { UserLine } from "@/ui/user-text";
import type { CheckedProposal } from "../queries/proposal";
import { SourceDetail } from "@/ui/source-detail";
import { sinceInWords } from "./since-in-words";

/** The identity of a proposal as the judge sees it, with the age at the close of registration and its basis. */
export async function ProposalFacts({ proposal, mayChange }: { proposal: CheckedProposal; mayChange: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("submission.facts"), getLocale()]);
  const { rules, groupKey, categoryKey, sourceText } = proposal;
  const name = (list: readonly { key: string; name: { id: string; en: string } }[], key: string) => list.find((each) => each.key === key)?.name[locale] ?? key;
  const change = mayChange ? <Link href={paths.identity(proposal.code, "periksa")}>{t("change")}</Link> : undefined;
  return (
    <Facts
      items={[
        { term: t("title"), detail: <UserLine text={proposal.title} />, action: change },
        { term: t("unit"), detail: proposal.unitName },
        { term: t("agency"), detail: proposal.agencyName },
        { term: t("group"), detail: name(rules.groups, groupKey) },
        { term: t("category"), detail: name(rules.categories, categoryKey) },
        { term: t("since"), detail: await sinceInWords(proposal) },
        ...(proposal.claimedResult ? [{ term: t("claimed"), detail: <UserLine text={proposal.claimedResult} /> }] : []),
        { term: t("source"), detail: sourceText ? <SourceDetail source={proposal} /> : t("own") },
        ...(proposal.videoUrl ? [{ term: t("video"), detail: <OutsideLink href={proposal.videoUrl} /> }] : []),
        { term: t("signatory"), detail: <UserLine text={proposal.signatory} /> },
      ]}
    />
  );
}
