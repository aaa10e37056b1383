import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";
import type { loadReaders } from "../../loaders";
import { EntryList } from "./entry-list";
import { EntryReadings } from "./entry-readings";
import { JudgeReadings } from "./judge-readings";

export type ReadersPageView = Awaited<ReturnType<typeof loadReaders>>["subject"];
type View = ReadersPageView["view"];
/** The page with one of its three views. */
export type PageOf<Kind extends View["kind"]> = ReadersPageView & { view: Extract<View, { kind: Kind }> };

/** Who reads what: from the entry, or from the judge. */
export async function ReadersPage({ page }: { page: ReadersPageView }) {
  const [t, locale] = await Promise.all([getTranslations("review.readers"), getLocale()]);
  const { edition, stage, view, assigning } = page;
  return (
    <>
      <PageHeader
        over={<Link href={paths.assignments(edition.slug, stage.key)}>{t("back", { stage: stage.name[locale] })}</Link>}
        title={<Title view={view} />}
        lead={view.kind === "ENTRIES" && t("lead")}
      />
      <JustDone {...page.justDone} />
      {!assigning.allowed && view.kind !== "ENTRIES" && <Notice tone="info" title={await sentence(assigning.because)} />}
      {isOf(page, "ENTRIES") && <EntryList page={page} />}
      {isOf(page, "JUDGE") && <JudgeReadings page={page} />}
      {isOf(page, "ENTRY") && <EntryReadings page={page} />}
    </>
  );
}

const isOf = <Kind extends View["kind"]>(page: ReadersPageView, kind: Kind): page is PageOf<Kind> => page.view.kind === kind;

async function Title({ view }: { view: View }) {
  const t = await getTranslations("review.readers");
  if (view.kind === "ENTRIES") return t("title");
  return view.kind === "JUDGE" ? <UserLine text={view.judge.name} /> : <>{view.entry.code} <UserLine text={view.entry.title} /></>;
}

async function JustDone({ moved, released, left, changed, returned, lifted }: ReadersPageView["justDone"]) {
  const t = await getTranslations("review.readers");
  const said = [
    moved > 0 && t("done.moved", { count: moved }), released > 0 && t("done.released", { count: released }), left > 0 && t("done.left", { count: left }),
    changed && t("done.changed"), returned && t("done.returned"), lifted !== null && t("done.lifted", { count: lifted }),
  ].filter((words) => words !== false);
  if (said.length === 0) return null;
  return (
    <div role="status" className="mb-6">
      <Notice tone={left > 0 ? "warn" : "ok"} title={said.join(" ")} />
    </div>
  );
}
