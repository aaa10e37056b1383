import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { PageHeader, Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { acceptPact } from "../../actions";
import type { loadPact } from "../../loaders";
import { Statement } from "./statement";
import { TieSearch } from "./tie-search";

export type PactPageData = Awaited<ReturnType<typeof loadPact>>["subject"];

/** First where one belongs, then the statement: one form, so that looking something up loses nothing that was typed. */
export async function PactPage({ page }: { page: PactPageData }) {
  const [t, locale] = await Promise.all([getTranslations("review.pact"), getLocale()]);
  const { edition, pact, grounds } = page;
  return (
    <div className="max-w-reading">
      <PageHeader
        title={t("title")}
        lead={t("lead", { edition: edition.name[locale] })}
        tag={pact.acceptedAt && <Tag tone="ok">{t("acceptedAt", { at: formatDateTime(pact.acceptedAt, { locale, zone: edition.zone }) })}</Tag>}
      />
      <ActionForm action={acceptPact}>
        <Section title={t("stepTies", { grounds })} id="instansi">
          <p>{t("tiesBody", { grounds })}</p>
          <TieSearch page={page} />
        </Section>
        <Section title={t("stepPact")} id="pernyataan">
          <Statement page={page} />
        </Section>
      </ActionForm>
    </div>
  );
}
