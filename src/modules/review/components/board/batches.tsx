import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Section } from "@/ui/page-header";
import { Table } from "@/ui/table";
import { Timestamp } from "@/ui/timestamp";
import type { StageBoard } from "./assignment-board";

/** Each act of assigning, with the way to taking it back as long as there is something to take. */
export async function Batches({ board: { board, edition, stage, assigning } }: { board: StageBoard }) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  if (board.batches.length === 0) return null;
  return (
    <Section id="riwayat" title={t("batches")}>
      {assigning.allowed && <p className="text-sm text-ink-muted">{t("undoHint")}</p>}
      <Table
        dense
        caption={t("batches")}
        captionHidden
        rows={board.batches}
        rowKey={({ batchId }) => batchId}
        columns={[
          {
            key: "at", header: t("batchAt"), rowHeader: true,
            cell: ({ at }) => <Timestamp at={at}>{formatDateTime(at, { locale, zone: edition.zone })}</Timestamp>,
          },
          { key: "made", header: t("batchMade"), kind: "number", cell: ({ made }) => made },
          { key: "left", header: t("batchLeft"), kind: "number", cell: ({ removable }) => removable },
          {
            key: "undo", header: t("undo"),
            cell: ({ batchId, removable }) => removable === 0 ? t("undoNone") : assigning.allowed && (
              <LinkButton size="dense" variant="secondary" href={`${paths.assignments(edition.slug, stage.key)}&tarik=${batchId}#tarik`}>
                {t("undoSome", { count: removable })}
              </LinkButton>
            ),
          },
        ]}
      />
    </Section>
  );
}
