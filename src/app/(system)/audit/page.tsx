import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { AuditLog, ChainState } from "@/modules/audit/components/audit-log";
import { loadAudit, loadChainCheck } from "@/modules/audit/loaders";
import { LinkButton } from "@/ui/button";
import { SearchForm } from "@/ui/forms/search-form";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

type Asked = { sebelum?: string; jenis?: string; rantai?: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { sebelum, jenis = "", rantai } = await searchParams;
  const before = sebelum && /^\d{1,18}$/.test(sebelum) ? BigInt(sebelum) : undefined;
  const { subject: { events, next } } = await loadAudit({ before, action: jenis.slice(0, 60) });
  const chain = rantai ? (await loadChainCheck({})).subject : null;
  const t = await getTranslations();
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        lead={t("audit.lead")}
        actions={<LinkButton variant="secondary" href={withQuery(paths.audit(), { rantai: "1" })}>{t("audit.chain.check")}</LinkButton>}
      />
      <div className="flex flex-col gap-6">
        {chain && <ChainState {...chain} />}
        <SearchForm action={paths.audit()} name="jenis" label={t("audit.filter")} value={jenis} submit={t("common.action.filter")} />
        <AuditLog events={events} />
        <Pagination label={t("audit.caption")} next={next ? { href: withQuery(paths.audit(), { sebelum: next.toString(), jenis }), label: t("audit.older") } : undefined} />
      </div>
    </>
  );
}
