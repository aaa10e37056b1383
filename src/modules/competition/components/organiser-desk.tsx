import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { TaskList, type Task } from "@/ui/task-list";
import { decidedUntil } from "../domain/earlier-close";
import { stageState, type StageRow } from "../domain/stages";
import type { AskedClose, EditionView } from "../queries";

/** How far each result is on each of its pages, in words; by the result's key. */
type ResultStatuses = Record<string, Record<"ranking" | "decision" | "publish", Task["status"]>>;

type DeskProps = {
  edition: EditionView; now: Date; isSecretariat: boolean; results: ResultStatuses;
  /** A close that is to come earlier and waits for a second person. */
  askedClose: AskedClose | undefined;
  /** How many entries are short of judges, by the stage's key. */
  short: Readonly<Record<string, number>>;
};

/** Everything an organiser does in an edition, in the order of its life, each with when it can be done. */
export async function EditionWork({ edition, now, isSecretariat, results, askedClose, short }: DeskProps) {
  const tasks = [...(isSecretariat ? await runningTasks({ edition, now, askedClose, short }) : []), ...(await resultTasks(edition, { isSecretariat, results }))];
  return <TaskList labelledBy="edition-work" tasks={tasks} />;
}

async function runningTasks({ edition, now, askedClose, short }: Pick<DeskProps, "edition" | "now" | "askedClose" | "short">): Promise<Task[]> {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  const always = { label: t("state.always") };
  const until = askedClose && formatDateTime(decidedUntil(askedClose.closesAt, edition.rules), { locale, zone: edition.zone });
  const dates: Task["status"] = until ? { label: t("state.earlierClose", { until }), tone: "warn" } : always;
  const selection = edition.stages.find(({ kind }) => kind === "ADMIN_SELECTION");
  const assigning = edition.rules.stages.filter(({ scoring }) => scoring !== null);
  return [
    { id: "dates", title: t("work.timetable"), hint: t("work.timetableHint"), href: paths.organiserStages(edition.slug), status: dates },
    { id: "rules", title: t("work.rules"), hint: t("work.rulesHint"), href: paths.organiserRules(edition.slug), status: always },
    { id: "people", title: t("work.people"), hint: t("work.peopleHint"), href: paths.organiserPeople(edition.slug), status: always },
    { id: "submissions", title: t("work.submissions"), hint: t("work.submissionsHint"), href: paths.organiserSubmissions(edition.slug), status: always },
    { id: "selection", title: t("work.selection"), hint: t("work.selectionHint"), href: paths.selectionSummary(), status: await stageStatus(selection, edition, now) },
    ...(await Promise.all(
      assigning.map(async ({ key, name }) => ({
        id: `assign-${key}`,
        title: t("work.assign", { stage: name[locale] }),
        hint: t("work.assignHint"),
        href: paths.assignments(edition.slug, key),
        status: short[key] ? { label: t("state.short", { count: short[key] }), tone: "warn" as const } : await stageStatus(edition.stages.find((stage) => stage.key === key), edition, now),
      })),
    )),
  ];
}

async function resultTasks(edition: EditionView, { isSecretariat, results }: Pick<DeskProps, "isSecretariat" | "results">): Promise<Task[]> {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  return edition.rules.results.flatMap(({ key, name }) => {
    const result = name[locale];
    const task = (kind: "ranking" | "decision" | "publish", href: string): Task => ({
      id: `${kind}-${key}`, title: t(`work.${kind}`, { result }), hint: t(`work.${kind}Hint`), href,
      status: results[key]?.[kind] ?? { label: t("state.always") },
    });
    return [
      task("ranking", paths.ranking(edition.slug, key)),
      task("decision", paths.decisionSet(edition.slug, key)),
      ...(isSecretariat ? [] : [task("publish", paths.publish(edition.slug, key))]),
    ];
  });
}

async function stageStatus(stage: StageRow | undefined, edition: EditionView, now: Date): Promise<Task["status"]> {
  const [t, locale] = await Promise.all([getTranslations("desk"), getLocale()]);
  if (!stage) return { label: t("state.always") };
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  const state = stageState(stage, now);
  if (state === "OPEN") return { label: t("state.open", { at: at(stage.closesAt) }), tone: "info" };
  return { label: state === "UPCOMING" ? t("state.upcoming", { at: at(stage.opensAt) }) : t("state.closed") };
}
