import { getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { Details } from "@/ui/details";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";

type Note = EditionRules["provenance"][number];

/** Where the rules come from, as far as they are not sure. Notes are kept in one language, English. */
export async function EditionNotes({ rules }: { rules: EditionRules }) {
  const t = await getTranslations("public.edition");
  if (rules.provenance.length === 0) return null;
  const columns: Column<Note>[] = [
    { key: "place", header: t("place"), rowHeader: true, cell: ({ path }) => <span className="wrap-anywhere">{path}</span> },
    { key: "mark", header: t("mark.label"), kind: "short", cell: ({ mark }) => <Tag tone={mark === "PROPOSED" ? "info" : "neutral"}>{t(`mark.${mark}`)}</Tag> },
    { key: "note", header: t("note"), cell: ({ note }) => <span lang="en">{note}</span> },
  ];
  return (
    <Section id="notes" title={t("notes")}>
      <p className="max-w-reading">{t("notesLead")}</p>
      <Details summary={t("notesShow", { count: rules.provenance.length })}>
        <Table caption={t("notes")} captionHidden columns={columns} rows={rules.provenance} rowKey={({ path, mark }) => `${path} ${mark}`} dense />
      </Details>
    </Section>
  );
}
