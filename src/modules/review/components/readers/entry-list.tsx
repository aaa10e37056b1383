import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { TextField } from "@/ui/forms/text-field";
import { Link } from "@/ui/link";
import { Pagination } from "@/ui/pagination";
import { Table, type Column } from "@/ui/table";
import { Tabs } from "@/ui/tabs";
import { UserLine } from "@/ui/user-text";
import type { EntryReaders } from "../../queries/readings";
import { SEARCH_LENGTH } from "../../schema";
import { ChooseForm } from "./choose-form";
import { Reminder } from "./reminder";
import type { PageOf } from "./readers-page";

const FILTERS = ["kurang", "belum", "lengkap"] as const;
const OF_A_VISIT = ["dipilih", ...FILTERS] as const;

/** Every entry of the stage with everybody who reads it, fifty at a time. */
export async function EntryList({ page }: { page: PageOf<"ENTRIES"> }) {
  const [t, c, locale] = await Promise.all([getTranslations("review.readers"), getTranslations("common.action"), getLocale()]);
  const { edition, stage, query, view } = page;
  const address = (more: { tampil?: string | undefined; setelah?: string }) => paths.readers(edition.slug, { tahap: stage.key, cari: query.cari, ...more });
  const tabs = [
    { href: address({}), label: t("all"), current: !query.tampil },
    ...(page.visit ? OF_A_VISIT : FILTERS).map((tampil) => ({ href: address({ tampil }), label: t(`filter.${tampil}`), current: query.tampil === tampil })),
  ];
  return (
    <div className="flex flex-col gap-6">
      {page.visit && <ChooseForm page={page} />}
      <Reminder page={page} />
      <form role="search" method="get" action={localised(paths.readers(edition.slug), locale)} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="tahap" value={stage.key} />
        {query.tampil && <input type="hidden" name="tampil" value={query.tampil} />}
        <div className="min-w-0 grow sm:max-w-96">
          <TextField type="search" name="cari" label={t("search")} defaultValue={query.cari} maxLength={SEARCH_LENGTH} />
        </div>
        <Button type="submit" variant="secondary">{c("search")}</Button>
      </form>
      <Tabs label={t("filters")} tabs={tabs} />
      {view.entries.length === 0 ? (
        <EmptyState title={t(query.cari || query.tampil || query.setelah ? "none" : "empty")} />
      ) : (
        <Table dense caption={t("caption")} captionHidden rows={view.entries} rowKey={({ code }) => code} columns={await columnsOf(page)} />
      )}
      {(view.next || query.setelah) && (
        <Pagination
          label={t("pages")}
          previous={query.setelah ? { href: address({ tampil: query.tampil }), label: t("firstPage") } : undefined}
          next={view.next ? { href: address({ tampil: query.tampil, setelah: view.next }), label: t("nextPage") } : undefined}
        />
      )}
    </div>
  );
}

async function columnsOf({ edition, stage }: PageOf<"ENTRIES">): Promise<Column<EntryReaders>[]> {
  const t = await getTranslations("review.readers");
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
    { key: "readers", header: t("readers"), kind: "number", cell: ({ readers }) => t("of", { count: readers, asked: stage.scoring.perSubmission }) },
    { key: "finished", header: t("finished"), kind: "number", cell: ({ finished }) => finished },
    {
      key: "names", header: t("names"),
      cell: ({ names }) => (
        <ul>
          {names.map(({ name, state }, place) => <li key={`${name} ${place}`}><UserLine text={name} />: {t(`state.${state}`)}</li>)}
        </ul>
      ),
    },
  ];
}
