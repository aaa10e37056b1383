import { getLocale, getTranslations } from "next-intl/server";
import { Table, type Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import type { ListedEntry, ListedLevel } from "../../domain/listed";

/** The list in the words and the order in which it will be published. */
export async function PublicPreview({ levels }: { levels: readonly ListedLevel[] }) {
  const [t, column, locale] = await Promise.all([getTranslations("results.publish"), getTranslations("results.page.column"), getLocale()]);
  const columns: Column<ListedEntry>[] = [
    { key: "title", header: column("title"), rowHeader: true, cell: ({ title }) => <UserLine text={title} /> },
    { key: "unit", header: column("unit"), cell: ({ unitName }) => <UserLine text={unitName} /> },
    { key: "agency", header: column("agency"), cell: ({ agencyName }) => <UserLine text={agencyName} /> },
    { key: "province", header: column("province"), cell: ({ province }) => province },
    { key: "group", header: column("group"), cell: ({ group }) => group[locale] },
    { key: "category", header: column("category"), cell: ({ category }) => category[locale] },
  ];
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-6">
      <h2 id="preview">{t("preview")}</h2>
      {levels.map(({ key, name, entries }) => (
        <Table
          key={key}
          caption={t("previewCaption", { level: name[locale], count: entries.length })}
          columns={columns}
          rows={entries}
          rowKey={({ code }) => code}
          dense
          wide
        />
      ))}
    </section>
  );
}
