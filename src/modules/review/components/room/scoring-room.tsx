import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { ErrorSummary } from "@/ui/forms/error-summary";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import { SkipLink } from "@/ui/skip-link";
import { SplitView } from "@/ui/split-view";
import { UserLine } from "@/ui/user-text";
import { submitSheet } from "../../actions";
import { boxOf, handInProblems, withCriterionName } from "../../domain/hand-in";
import type { Marks } from "../../domain/scoring";
import type { loadScoringRoom } from "../../loaders";
import { roomQuerySchema } from "../../schema";
import { JustLeft } from "../just-left";
import { ChangedElsewhere } from "./changed-elsewhere";
import { EntryText } from "./entry-text";
import { ReadOnlySheet } from "./read-only-sheet";
import { RecusalSection } from "./recusal-section";
import { RubricPanel } from "./rubric-panel";
import { SaveBar } from "./save-bar";
import { fieldOf, fieldOfBox, FOUND_PLACE } from "./sheet-words";

export type Room = Awaited<ReturnType<typeof loadScoringRoom>>["subject"];

type ScoringRoomProps = { room: Room; query: Record<string, string | string[] | undefined> };

/** The proposal on the left, one's own sheet on the right, the buttons below. */
export async function ScoringRoom({ room, query }: ScoringRoomProps) {
  const t = await getTranslations("review.room");
  const { periksa, tersimpan, yakin, dari } = roomQuerySchema.parse(query);
  const problems = periksa && room.scoring.allowed ? await problemsOf(room, yakin) : [];
  const left = room.rows.find(({ id }) => id === dari);
  const names = await criterionNames(room);
  const reading = { id: "baca", label: t("read"), content: <EntryText text={room.text} criteria={room.scoring.allowed ? room.rubric.criteria : []} /> };
  const panel = (content: React.ReactNode) => ({ id: "nilai", label: t("score"), content });
  return (
    <>
      {problems.length > 0 && (
        <ErrorSummary
          title={t("checkTitle", { count: problems.length })}
          problems={problems.map((problem) => ({
            text: problem.text, field: fieldOfBox(boxOf(problem)),
          }))}
        />
      )}
      {left && <JustLeft row={left} rubric={room.rubric} />}
      {room.scoring.allowed && <SkipLink href={`#${fieldOf("marks", room.rubric.criteria[0]?.key ?? "")}`} label={t("skipToMarks")} />}
      <RoomHeader room={room} />
      <SheetState room={room} justSaved={tersimpan !== undefined} />
      {room.scoring.allowed ? (
        <ActionForm id="lembar" action={submitSheet} hidden={{ assignmentId: room.assignmentId }} names={fieldNames(names)}>
          <div id={FOUND_PLACE} />
          <ChangedElsewhere names={names} title={t("changedTitle")} overwrite={t("overwrite")} />
          <SplitView jumpLabel={t("jump")} reading={reading} panel={panel(<RubricPanel room={room} problems={problems} sure={yakin} />)} />
          <SaveBar room={room} />
        </ActionForm>
      ) : (
        <SplitView jumpLabel={t("jump")} reading={reading} panel={panel(<ReadOnlySheet room={room} />)} />
      )}
      <RecusalSection room={room} />
    </>
  );
}

async function RoomHeader({ room }: { room: Room }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  const { code, title, stageName, stageKey, place, progress } = room;
  return (
    <PageHeader
      compact
      over={<>{stageName[locale]} · <strong>{code}</strong> · {t("placeLong", progress)}</>}
      title={<UserLine text={title} />}
      actions={
        <nav aria-label={t("neighbours")} className="flex flex-wrap gap-x-6 text-sm">
          {place.previous && <Link href={paths.scoringRoom(place.previous)} className="py-1">{t("previous")}</Link>}
          {place.next && <Link href={paths.scoringRoom(place.next)} className="py-1">{t("next")}</Link>}
          <Link href={withQuery(paths.judging(), { tahap: stageKey })} className="py-1">{t("list")}</Link>
        </nav>
      }
    />
  );
}

/** Whether the sheet counts, was just kept, or can no longer be changed and whom to ask. */
async function SheetState({ room, justSaved }: { room: Room; justSaved: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  const { scoring, finishedAt, savedAt, zone } = room;
  const at = (date: Date) => formatDateTime(date, { locale, zone });
  if (!scoring.allowed) return <Box><Notice tone="info" title={t("readOnly")}>{await sentence(scoring.because)}</Notice></Box>;
  if (finishedAt) return <Box><Notice tone="ok" role={justSaved ? "status" : undefined} title={t("finishedAt", { at: at(finishedAt) })} /></Box>;
  if (savedAt) return <p role={justSaved ? "status" : undefined} className="mb-4 text-sm text-ink-muted">{t("savedAt", { at: at(savedAt) })}</p>;
  return null;
}

const Box = ({ children }: { children: React.ReactNode }) => <div className="mb-6">{children}</div>;

async function criterionNames({ rubric }: Room): Promise<Record<string, string>> {
  const locale = await getLocale();
  return Object.fromEntries(rubric.criteria.map(({ key, name }) => [key, name[locale]]));
}

const fieldNames = (criteria: Record<string, string>) =>
  Object.fromEntries(Object.entries(criteria).flatMap(([key, name]) => [[`marks.${key}`, name], [`remarks.${key}`, name]]));

/** What is missing before the stored sheet is complete, in the reader's words. */
async function problemsOf({ marks, remarks, rubric }: Room, sure: Marks) {
  const locale = await getLocale();
  const problems = handInProblems({ marks, remarks, sure }, rubric).map((problem) => withCriterionName(problem, rubric, locale));
  return Promise.all(problems.map(async (problem) => ({ ...problem, text: await sentence(problem) })));
}
