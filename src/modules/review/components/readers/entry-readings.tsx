import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { Timestamp } from "@/ui/timestamp";
import { UserLine } from "@/ui/user-text";
import type { ReadingLine } from "../../queries/readings";
import { VerdictRead } from "../visit/verdict-read";
import { ChangeReaderForm, LiftForm } from "./entry-forms";
import { PairTag } from "./pair-tag";
import type { PageOf } from "./readers-page";

/** Everybody who reads one entry, and what can be changed about it by hand. */
export async function EntryReadings({ page }: { page: PageOf<"ENTRY"> }) {
  const t = await getTranslations("review.readers");
  const { edition, assigning, view: { entry, lines, verdicts } } = page;
  return (
    <>
      <p><Link href={paths.organiserSubmission(edition.slug, entry.code)}>{t("openProposal")}</Link></p>
      <Section id="pembaca" title={t("readersOf")}>
        {lines.length === 0 ? <EmptyState level={3} title={t("noReaders")} /> : (
          <Table dense caption={t("readersOf")} captionHidden rows={lines} rowKey={({ id }) => id} columns={await columnsOf(page)} />
        )}
      </Section>
      {page.visit && verdicts.length > 0 && (
        <Section id="putusan" title={t("verdicts")}>
          {verdicts.map((verdict) => (
            <div key={verdict.judge}>
              <h3><UserLine text={verdict.judge} /></h3>
              <VerdictRead verdict={verdict} questions={page.visit?.questions ?? []} />
            </div>
          ))}
        </Section>
      )}
      {assigning.allowed && <ChangeReaderForm page={page} />}
      {assigning.allowed && <LiftForm page={page} />}
    </>
  );
}

async function columnsOf({ edition, stage }: PageOf<"ENTRY">): Promise<Column<ReadingLine>[]> {
  const [t, locale] = await Promise.all([getTranslations("review.readers"), getLocale()]);
  return [
    {
      key: "judge", header: t("judge"), rowHeader: true,
      cell: ({ judge, judgeId }) => <Link href={paths.readers(edition.slug, { tahap: stage.key, juri: judgeId })}><UserLine text={judge} /></Link>,
    },
    { key: "state", header: t("stateOf"), cell: (line) => <PairTag line={line} /> },
    {
      key: "saved", header: t("saved"), kind: "short",
      cell: ({ savedAt }) => savedAt && <Timestamp at={savedAt}>{formatDateTime(savedAt, { locale, zone: edition.zone })}</Timestamp>,
    },
  ];
}
