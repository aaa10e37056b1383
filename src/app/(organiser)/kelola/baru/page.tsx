import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { NewEditionForm } from "@/modules/competition/components/new-edition-form";
import { loadNewEdition } from "@/modules/competition/loaders";
import { Link } from "@/ui/link";
import { PageHeader, Section } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("competition");
  return { title: t("new.title") };
}

type Props = { searchParams: Promise<{ dari?: string | string[] }> };

export default async function NewEditionPage({ searchParams }: Props) {
  const { dari } = await searchParams;
  const { subject: { editions, rules } } = await loadNewEdition({ copyOf: typeof dari === "string" ? dari : undefined });
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <Section title={t("new.existing")} id="existing">
        <ul className="flex flex-col gap-1">
          {editions.map(({ slug, name }) => (
            <li key={slug} className="flex flex-wrap gap-x-4">
              <Link href={paths.edition(slug)}>{name[locale]}</Link>
              <Link href={paths.newEdition(slug)}>{t("new.copy")} <span className="sr-only">{name[locale]}</span></Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("new.file")} id="file">
        <NewEditionForm rules={rules} />
      </Section>
      <p className="mt-6 max-w-reading text-ink-muted">{t("new.after")}</p>
    </>
  );
}
