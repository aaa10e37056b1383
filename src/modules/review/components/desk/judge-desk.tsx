import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { stageState } from "@/modules/competition/domain/stages";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader } from "@/ui/page-header";
import { Progress } from "@/ui/progress";
import { Tabs } from "@/ui/tabs";
import type { loadJudgeDesk } from "../../loaders";
import { JustLeft } from "../just-left";
import { DeskList } from "./desk-list";

export type Desk = Awaited<ReturnType<typeof loadJudgeDesk>>["subject"];

/** What is left to do, until when, how fast, and the list itself. */
export async function JudgeDesk({ desk, now }: { desk: Desk; now: Date }) {
  const [t, all, locale] = await Promise.all([getTranslations("review.desk"), getTranslations("review.visit"), getLocale()]);
  const { edition, stage, stages, pactAccepted, takenAway, left } = desk;
  return (
    <>
      <PageHeader over={edition.name[locale]} title={stage ? stage.name[locale] : t("title")} />
      <div className="flex flex-col gap-6">
        {stage && left && <JustLeft row={left} rubric={stage.rubric} />}
        {takenAway > 0 && <Notice tone="warn" role="status" title={t("takenAway", { count: takenAway })} />}
        {stages.length > 1 && (
          <Tabs
            label={t("stages")}
            tabs={stages.map(({ key, name }) => ({
              href: withQuery(paths.judging(), { tahap: key }), label: name[locale], current: key === stage?.key,
            }))}
          />
        )}
        {desk.hasVisits && <p><Link href={paths.visits()}>{all("link")}</Link></p>}
        {!stage && <EmptyState title={t("noStage")} />}
        {!pactAccepted && (
          <Notice tone="info" title={t("pactTitle")}>
            <p>{t("pactBody")}</p>
            <p><LinkButton href={paths.integrityPact()}>{t("pactAction")}</LinkButton></p>
          </Notice>
        )}
        {stage && <Pace desk={desk} now={now} />}
        {stage && pactAccepted && <DeskList desk={desk} rubric={stage.rubric} stageName={stage.name[locale]} />}
      </div>
    </>
  );
}

/** "18 of 60 finished", the deadline, and how many a day are enough. */
async function Pace({ desk, now }: { desk: Desk; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("review.desk"), getLocale()]);
  const { stage, progress, perDay, next, pactAccepted, edition } = desk;
  if (!stage || progress.total === 0) return null;
  const state = stageState(stage, now);
  const context = { locale, zone: edition.zone };
  const when = {
    UPCOMING: t("opens", { at: formatDateTime(stage.opensAt, context) }),
    OPEN: t("deadline", { at: formatDeadline(stage.closesAt, context) }),
    CLOSED: t("closed", { at: formatDateTime(stage.closesAt, context) }),
  }[state];
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <Progress
        text={t("progress", { finished: progress.finished, total: progress.total })}
        value={progress.finished}
        max={progress.total}
        hint={[when, perDay !== null && state === "OPEN" && t("pace", { count: perDay })].filter(Boolean).join(" · ")}
      />
      {state === "OPEN" && progress.left === 0 && <p>{t("allDone")}</p>}
      {state === "OPEN" && pactAccepted && next && (
        <p><LinkButton href={paths.scoringRoom(next)}>{progress.finished > 0 ? t("continue") : t("start")}</LinkButton></p>
      )}
    </div>
  );
}
