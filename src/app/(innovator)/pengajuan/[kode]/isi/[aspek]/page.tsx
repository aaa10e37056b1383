import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { paths } from "@/lib/paths";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { SectionForm } from "@/modules/submission/components/section-form";
import { SectionGuide } from "@/modules/submission/components/section-guide";
import { SectionNotes } from "@/modules/submission/components/section-notes";
import { StandingLine } from "@/modules/submission/components/standing-facts";
import { WordsLeftBehind } from "@/modules/submission/components/words-left-behind";
import { loadSection } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";
import { UserText } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string; aspek: string }>; searchParams: Promise<Record<string, unknown>> };

/** Once for the title and the page. */
const sectionOf = cache((code: string, section: string, from: unknown) => loadSection({ code, section, from }));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ kode, aspek }, { dari }] = await Promise.all([params, searchParams]);
  const { subject } = await sectionOf(kode, aspek, dari);
  return { title: `${subject.section.name[await getLocale()]} · ${kode}` };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ kode, aspek }, { dari }] = await Promise.all([params, searchParams]);
  const { subject, actor, now } = await sectionOf(kode, aspek, dari);
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
      <SectionNotes {...subject} />
      <NotWritable writing={subject.writing} code={code} />
      <div className="flex flex-col gap-8 xl:grid xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start xl:gap-12">
        {subject.writing.allowed ? (
          <SectionForm page={subject} writerId={actor.userId} from={subject.from} now={now} />
        ) : (
          <div className="max-w-reading">
            <h1>{section.question[locale]}</h1>
            <SectionGuide page={subject} look="folded" />
            <WordsLeftBehind page={subject} writerId={actor.userId} locale={locale} />
            <UserText text={subject.answer?.body ?? ""} />
          </div>
        )}
        <SectionGuide page={subject} look="beside" />
      </div>
    </div>
  );
}
