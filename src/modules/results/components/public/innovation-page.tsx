import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { PageHeader, Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { UserLine, UserText } from "@/ui/user-text";
import type { PublicInnovation } from "../../queries/public-innovations";
import { ReachedTable } from "./reached-table";

/** P7: what an innovation is, and what it reached in which year. */
export async function InnovationPage({ innovation }: { innovation: PublicInnovation }) {
  const [t, locale] = await Promise.all([getTranslations("public.innovation"), getLocale()]);
  const { code, reached, summary } = innovation;
  const newest = reached[0]!;
  const known = (pick: "unit" | "province") => reached.map((line) => line[pick]).find((value) => value !== "");
  const [unit, province] = [known("unit"), known("province")];
  const source = reached.find(({ published }) => published)?.published;
  return (
    <>
      <PageHeader
        over={<UserLine text={newest.agency} />}
        title={<UserLine text={newest.title} />}
        tag={reached.map(({ level, year }) => <Tag key={`${level.id} ${year}`} tone={/^Top\b/.test(level.id) ? "gold" : "neutral"}>{level[locale]}/{year}</Tag>)}
      />
      {reached.some(({ published }) => published?.isDemo) && <div className="mb-8"><Notice tone="info" title={t("demo")} /></div>}
      <Facts
        items={[
          ...(unit ? [{ term: t("unit"), detail: <UserLine text={unit} /> }] : []),
          { term: t("agency"), detail: <UserLine text={newest.agency} /> },
          ...(province ? [{ term: t("province"), detail: province }] : []),
          { term: t("code"), detail: code },
        ]}
      />
      <Section id="reached" title={t("reached")}>
        <ReachedTable reached={reached} />
      </Section>
      {summary && source && (
        <Section id="summary" title={t("summary")}>
          <p className="text-ink-muted">{t("summaryFrom", { section: summary.section[locale], edition: source.editionName[locale] })}</p>
          <UserText text={summary.text} className="max-w-reading" />
        </Section>
      )}
    </>
  );
}
