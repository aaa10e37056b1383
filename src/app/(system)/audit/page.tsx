import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { AnchorForm } from "@/modules/audit/components/anchor-form";
import { AuditFilters } from "@/modules/audit/components/audit-filters";
import { AuditLog, ChainState } from "@/modules/audit/components/audit-log";
import { loadAudit, loadChainCheck } from "@/modules/audit/loaders";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

type Asked = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { subject: { query, page } } = await loadAudit(await searchParams);
  const chain = query.rantai ? (await loadChainCheck({ patokan: query.patokan })).subject : null;
  const t = await getTranslations("audit");
  const { jenis, kode, oleh } = query;
  const next = page.next && withQuery(paths.audit(), { jenis, kode, oleh, sebelum: page.next.toString() });
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<LinkButton variant="secondary" href={withQuery(paths.audit(), { rantai: "1" })}>{t("chain.check")}</LinkButton>}
      />
      <div className="flex flex-col gap-6">
        {chain && <ChainState {...chain} />}
        {chain && <AnchorForm typed={query.patokan} />}
        <AuditFilters query={query} />
        <AuditLog events={page.rows} />
        <Pagination label={t("caption")} next={next ? { href: next, label: t("older") } : undefined} />
      </div>
    </>
  );
}
