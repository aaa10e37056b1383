import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Timestamp } from "@/ui/timestamp";
import { UserLine } from "@/ui/user-text";
import type { Recusal } from "../../queries/board";
import type { StageBoard } from "./assignment-board";

/** What judges have handed back, the latest first, each with the way to the page where a slip is lifted. */
export async function Recusals({ board }: { board: StageBoard }) {
  const t = await getTranslations("review.board");
  const { recusals } = board.board;
  if (recusals.length === 0) return null;
  return (
    <Section id="tidak-menilai" title={t("recusals")}>
      <p className="max-w-reading">{t("recusalsBody")}</p>
      <Table dense caption={t("recusals")} captionHidden rows={recusals} rowKey={({ code, judgeId }) => `${code} ${judgeId}`} columns={await columnsOf(board)} />
    </Section>
  );
}

async function columnsOf({ edition, stage }: StageBoard): Promise<Column<Recusal>[]> {
  const [t, readers, locale] = await Promise.all([getTranslations("review.board"), getTranslations("review.readers"), getLocale()]);
  return [
    {
      key: "entry", header: t("entry"), rowHeader: true,
      cell: ({ code, title }) => (
        <>
          <Link href={paths.readers(edition.slug, { tahap: stage.key, entri: code })}><UserLine text={title || code} /></Link>
          <span className="block text-xs text-ink-subtle">{code}</span>
        </>
      ),
    },
    { key: "judge", header: readers("judge"), cell: ({ judge }) => <UserLine text={judge} /> },
    { key: "reason", header: t("reason"), cell: ({ reason }) => (reason ? <UserLine text={reason} /> : readers("byTie")) },
    { key: "at", header: t("recusedAt"), kind: "short", cell: ({ at }) => <Timestamp at={at}>{formatDateTime(at, { locale, zone: edition.zone })}</Timestamp> },
  ];
}
