import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DraftList, EditionList } from "@/modules/competition/components/edition-lists";
import { NewEditionForm } from "@/modules/competition/components/new-edition-form";
import { loadNewEdition } from "@/modules/competition/loaders";
import { Notice } from "@/ui/notice";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("new.title") };
}

type Asked = string | string[] | undefined;
type Props = { searchParams: Promise<{ dari?: Asked; ganti?: Asked; dibuang?: Asked }> };

const one = (asked: Asked) => (typeof asked === "string" ? asked : undefined);

export default async function NewEditionPage({ searchParams }: Props) {
  const { dari, ganti, dibuang } = await searchParams;
  const { subject } = await loadNewEdition({ copyOf: one(dari), replaces: one(ganti) });
  const { editions, drafts, draftId, rules, replaces, opens } = subject;
  const t = await getTranslations("competition");
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      {dibuang === "1" && <div role="status" className="mb-6"><Notice tone="ok" title={t("draft.discarded")} /></div>}
      <DraftList drafts={drafts} />
      <EditionList editions={editions} opens={opens} />
      <Section title={t("new.file")} id="file">
        {replaces && <p className="max-w-reading">{t("new.replacing")}</p>}
        <NewEditionForm id={draftId} version={0} rules={rules ?? ""} replaces={replaces?.slug} />
      </Section>
      <p className="mt-6 max-w-reading text-ink-muted">{t(opens ? "new.after" : "draft.whoOpens")}</p>
    </>
  );
}
