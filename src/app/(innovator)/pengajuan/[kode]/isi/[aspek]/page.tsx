import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { paths } from "@/lib/paths";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { SectionForm } from "@/modules/submission/components/section-form";
import { SectionGuide } from "@/modules/submission/components/section-guide";
import { SectionNotes } from "@/modules/submission/components/section-notes";
import { StandingLine } from "@/modules/submission/components/standing-facts";
import { loadSection } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";
import { UserText } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string; aspek: string }> };

/** Once for the title and the page. */
const sectionOf = cache((code: string, section: string) => loadSection({ code, section }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kode, aspek } = await params;
  const { subject } = await sectionOf(kode, aspek);
  return { title: `${subject.section.name[await getLocale()]} · ${kode}` };
}

export default async function Page({ params }: Props) {
  const { kode, aspek } = await params;
  const { subject, actor, now } = await sectionOf(kode, aspek);
  const [t, locale] = await Promise.all([getTranslations("submission.section"), getLocale()]);
  const { section, code, place, sections, texts } = subject;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p className="text-sm text-ink-muted">
          <Link href={paths.submission(code)}>{t("ofProposal", { code })}</Link> · {section.name[locale]} ({place}/{sections.length})
          {texts > 1 && <> · <Link href={paths.sectionHistory(code, section.key)}>{t("history")}</Link></>}
        </p>
        <StandingLine standing={subject} now={now} />
      </div>
      <SectionNotes notes={subject.notes} />
      <NotWritable writing={subject.writing} code={code} />
      <div className="flex flex-col gap-8 xl:grid xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start xl:gap-12">
        {subject.writing.allowed ? (
          <SectionForm page={subject} writerId={actor.userId} />
        ) : (
          <div className="max-w-reading">
            <h1>{section.question[locale]}</h1>
            <SectionGuide page={subject} look="folded" />
            <UserText text={subject.answer?.body ?? ""} />
          </div>
        )}
        <SectionGuide page={subject} look="beside" />
      </div>
    </div>
  );
}
