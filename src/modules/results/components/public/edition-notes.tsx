import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { namedPlace } from "@/modules/competition/domain/provenance";
import { Details } from "@/ui/details";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Tag } from "@/ui/tag";

type Note = EditionRules["provenance"][number];

/** Where the rules come from, as far as they are not sure: in words for everybody, with the note itself, kept in English, behind. */
export async function EditionNotes({ rules }: { rules: EditionRules }) {
  const t = await getTranslations("public.edition");
  const placeWords = await wordsOfPlaces(rules);
  if (rules.provenance.length === 0) return null;
  const columns: Column<Note>[] = [
    { key: "place", header: t("place"), rowHeader: true, cell: ({ path }) => placeWords(path) },
    { key: "mark", header: t("mark.label"), kind: "short", cell: ({ mark }) => <Tag tone={mark === "PROPOSED" ? "info" : "neutral"}>{t(`mark.${mark}`)}</Tag> },
    {
      key: "note", header: t("note"),
      cell: ({ mark, note }) => (<>{t(`markMeans.${mark}`)}<Details summary={t("noteShow")}><span lang="en">{note}</span></Details></>),
    },
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

/** "Tahapan: Penilaian, waktu tutup"; a field without a word of its own is told by the thing that it belongs to. */
async function wordsOfPlaces(rules: EditionRules) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  const word = (key: string) => (t.has(key as Parameters<typeof t.has>[0]) ? [t(key as never)] : []);
  return (path: string): string => {
    const { part, names, field } = namedPlace(rules, path);
    const inside = [...names.map((name) => name[locale]), ...(field ? word(`field.${field}`) : [])];
    return [...word(`part.${part}`), inside.join(", ")].filter(Boolean).join(": ");
  };
}
