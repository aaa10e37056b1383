import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { DiscardDraft, OpenDraft } from "@/modules/competition/components/draft-acts";
import { DraftReview } from "@/modules/competition/components/draft-review";
import { NewEditionForm } from "@/modules/competition/components/new-edition-form";
import { loadEditionDraft } from "@/modules/competition/loaders";
import { Link } from "@/ui/link";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("draft.title") };
}

export default async function DraftPage({ params }: { params: Promise<{ rancangan: string }> }) {
  const { rancangan } = await params;
  const { subject: { draft, review, opens, replaces } } = await loadEditionDraft({ id: rancangan });
  const t = await getTranslations("competition");
  return (
    <>
      <PageHeader over={t("draft.title")} title={draft.title || t("new.untitled")} lead={t("draft.lead")} />
      <DraftReview review={review} />
      {review.rules && <p className="mt-4"><Link href={paths.draftPreview(draft.id)}>{t("draft.preview")}</Link></p>}
      <OpenDraft draft={draft} isReady={review.problems.length === 0} opens={opens} replaces={replaces !== null} />
      <Section title={t("new.file")} id="file">
        <NewEditionForm id={draft.id} version={draft.version} rules={draft.text} />
      </Section>
      <DiscardDraft draft={draft} />
    </>
  );
}
