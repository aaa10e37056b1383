import { getLocale, getTranslations } from "next-intl/server";
import { Table, type Column } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import type { ListedEntry, ListedLevel } from "../../domain/listed";

/** The list in the words and the order in which it will be published. */
export async function PublicPreview({ levels }: { levels: readonly ListedLevel[] }) {
  const [t, column, locale] = await Promise.all([getTranslations("results.publish"), getTranslations("results.page.column"), getLocale()]);
  const columns: Column<ListedEntry>[] = [
    { key: "title", header: column("title"), rowHeader: true, cell: ({ title }) => <UserLine text={title} /> },
    {
      key: "agency", header: column("agency"),
      cell: ({ unitName, agencyName, province }) => (
        <>
          <UserLine text={unitName} />
          <br />
          <span className="text-ink-muted"><UserLine text={agencyName} />{province && <><br />{province}</>}</span>
        </>
      ),
    },
    {
      key: "category", header: column("category"),
      cell: ({ group, category }) => (<>{category[locale]}<br /><span className="text-ink-muted">{group[locale]}</span></>),
    },
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
