import { getLocale, getTranslations } from "next-intl/server";
import { withQuery } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Tabs } from "@/ui/tabs";
import type { AgencyEdition } from "../queries/filing";

type Props = { editions: AgencyEdition[]; current: AgencyEdition; path: string };

/** Where an agency takes part in several editions, each has its own page of the desk. */
export async function AgencyEditions({ editions, current, path }: Props) {
  if (editions.length < 2) return null;
  const [t, locale] = await Promise.all([getTranslations("filing.nav"), getLocale()]);
  return (
    <div className="mb-6">
      <Tabs
        label={t("label")}
        tabs={editions.map(({ id, slug, name }) => ({
          href: withQuery(path, { edisi: slug }), label: name[locale], current: id === current.id,
        }))}
      />
    </div>
  );
}

export async function NoEdition() {
  const t = await getTranslations("filing.noEdition");
  return <EmptyState title={t("title")}>{t("body")}</EmptyState>;
}
