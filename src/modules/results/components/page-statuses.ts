import { getTranslations } from "next-intl/server";
import type { Task } from "@/ui/task-list";
import type { ResultNote } from "../queries/result-steps";
import { pageState, RESULT_PAGES, type ResultPage, type ResultStep } from "../domain/result-step";

type PageStatuses = Record<ResultPage, Task["status"]>;

/** Whose turn it is on the pages of each result, in words. */
export async function pageStatuses(
  { steps, notes }: { steps: Record<string, ResultStep>; notes: Record<string, ResultNote> },
  at: (moment: Date) => string,
): Promise<Record<string, PageStatuses>> {
  const t = await getTranslations("results.step");
  const statusOf = (page: ResultPage, step: ResultStep, note: ResultNote | undefined): Task["status"] => {
    if (page === "ranking" && note?.asked) return { label: t("asked", { name: note.asked.by, at: at(note.asked.at) }), tone: "warn" };
    if (note?.version && (step === "FREEZE" || step === "SCORE") && page !== "decision") return { label: t(`public.${page}`, { version: note.version }), tone: "warn" };
    const state = pageState(page, step);
    if (state === "NOW" && step !== "SCORE" && step !== "OVER") return { label: t(`now.${step}`), tone: "warn" };
    if (state === "LATER") return { label: t(`later.${page}`) };
    if (page === "ranking") return { label: t("done.ranking") };
    // A set that is ready says what has become of it, also to those who have no page for publishing.
    return { label: step === "PUBLISH" || step === "DECREE" ? t(`now.${step}`) : t("done.publish") };
  };
  const all = Object.entries(steps).map(([result, step]) => [
    result, Object.fromEntries(RESULT_PAGES.map((page) => [page, statusOf(page, step, notes[result])])) as PageStatuses,
  ] as const);
  return Object.fromEntries(all);
}
