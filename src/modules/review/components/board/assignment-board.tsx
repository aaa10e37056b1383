import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader, Section } from "@/ui/page-header";
import { Tabs } from "@/ui/tabs";
import { widestGround } from "../../domain/conflicts";
import type { loadAssignmentBoard } from "../../loaders";
import { Batches } from "./batches";
import { ComposeForm } from "./compose-form";
import { JudgeTable } from "./judge-table";
import { Preview } from "./preview";
import { Recusals } from "./recusals";
import { TakeBack } from "./take-back";

export type Board = Awaited<ReturnType<typeof loadAssignmentBoard>>["subject"];
type Loaded = NonNullable<Board["board"]>;
export type StageBoard = Board & { stage: NonNullable<Board["stage"]>; board: Loaded };

/** Who reads what in a stage; what assigning now would do; what was done. */
export async function AssignmentBoard({ board }: { board: Board }) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  const { edition, stages, stage } = board;
  const isReady = (each: Board): each is StageBoard => each.stage !== null && each.board !== null;
  return (
    <>
      <PageHeader
        over={edition.name[locale]}
        title={stage ? t("heading", { stage: stage.name[locale] }) : t("title")}
        lead={stage && t("lead", { count: stage.scoring.perSubmission, grounds: widestGround(stage.scoring.avoid) })}
      />
      {stages.length + board.visits.length > 1 && (
        <Tabs
          label={t("stages")}
          tabs={[
            ...stages.map(({ key, name }) => ({ href: paths.assignments(edition.slug, key), label: name[locale], current: key === stage?.key })),
            ...board.visits.map(({ key, name }) => ({ href: paths.readers(edition.slug, { tahap: key, tampil: "dipilih" }), label: name[locale] })),
          ]}
        />
      )}
      <JustDone {...board.justDone} />
      {isReady(board) ? <StageParts board={board} /> : <EmptyState title={t("noStage")} />}
    </>
  );
}

async function JustDone({ made, removed }: Board["justDone"]) {
  const t = await getTranslations("review.board");
  if (made === 0 && removed === 0) return null;
  return (
    <div role="status" className="mt-6">
      <Notice tone="ok" title={made > 0 ? t("justMade", { count: made }) : t("justRemoved", { count: removed })} />
    </div>
  );
}

async function StageParts({ board }: { board: StageBoard }) {
  const t = await getTranslations("review.board");
  const { assigning, stage, board: { preview, figures, undoing } } = board;
  return (
    <>
      <Figures board={board} />
      {undoing && assigning.allowed && <TakeBack board={board} batch={undoing} />}
      {preview && assigning.allowed && <Preview board={board} preview={preview} />}
      <Section id="susun" title={t("compose")}>
        {!assigning.allowed && <Notice tone="info" level={3} title={await sentence(assigning.because)} />}
        {assigning.allowed && figures.entries === 0 && (
          <Notice tone="info" level={3} title={stage.scoring.entrants === "PASSED_ADMIN" ? t("noEntriesAdmin") : t("noEntriesResult")} />
        )}
        {assigning.allowed && figures.entries > 0 && <ComposeForm board={board} />}
      </Section>
      <JudgeTable board={board} />
      <Recusals board={board} />
      <Batches board={board} />
    </>
  );
}

async function Figures({ board: { edition, stage, board: { figures } } }: { board: StageBoard }) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  const number = (key: keyof typeof figures) => formatNumber(figures[key], locale);
  const figure = (key: keyof typeof figures, tampil?: string) => ({
    term: t(key), detail: <Link href={paths.readers(edition.slug, { tahap: stage.key, tampil })}>{number(key)}</Link>,
  });
  return (
    <div className="mt-6 flex flex-col gap-4">
      <Facts look="figures" items={[figure("entries"), figure("readEnough", "lengkap"), figure("shortOfJudges", "kurang"), { term: t("readings"), detail: number("readings") }]} />
      <p><Link href={paths.readers(edition.slug, { tahap: stage.key })}>{t("whoReadsWhat")}</Link></p>
    </div>
  );
}
