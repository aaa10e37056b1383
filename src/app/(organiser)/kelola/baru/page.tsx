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

export default async function NewEditionPage() {
  const { subject: { editions } } = await loadNewEdition({});
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <NewEditionForm />
      <p className="mt-6 max-w-reading text-ink-muted">{t("new.after")}</p>
      <Section title={t("new.existing")} id="existing">
        <ul className="flex flex-col gap-1">
          {editions.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={paths.edition(slug)}>{name[locale]}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
