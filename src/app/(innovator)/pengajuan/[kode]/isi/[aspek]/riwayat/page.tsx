import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { paths } from "@/lib/paths";
import { EarlierTexts } from "@/modules/submission/components/earlier-texts";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { loadSectionHistory } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";

type Props = { params: Promise<{ kode: string; aspek: string }> };

/** Once for the title and the page. */
const historyOf = cache((code: string, section: string) => loadSectionHistory({ code, section }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kode, aspek } = await params;
  const [{ subject }, t, locale] = await Promise.all([historyOf(kode, aspek), getTranslations("submission.history"), getLocale()]);
  return { title: `${t("title", { section: subject.section.name[locale] })} · ${kode}` };
}

export default async function Page({ params }: Props) {
  const { kode, aspek } = await params;
  const [{ subject }, t, locale] = await Promise.all([historyOf(kode, aspek), getTranslations("submission.history"), getLocale()]);
  const { section, code, texts, localZone } = subject;
  return (
    <>
      <ProposalHeader proposal={subject} title={t("title", { section: section.name[locale] })} lead={t("lead")} />
      <EarlierTexts texts={texts} zone={localZone} />
      <p className="mt-12"><Link href={paths.section(code, section.key)}>{t("back")}</Link></p>
    </>
  );
}
