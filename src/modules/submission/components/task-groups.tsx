import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { sectionWeight } from "@/modules/competition/domain/criteria";
import { Section } from "@/ui/page-header";
import { Progress } from "@/ui/progress";
import { type Task, TaskList } from "@/ui/task-list";
import type { Tone } from "@/ui/tone";
import { nextSection, TASK_OF_SECTION, taskOfSending, type TaskState } from "../domain/completeness";
import type { CheckedProposal } from "../queries/proposal";

const TONES: Partial<Record<TaskState, Tone>> = { NOT_STARTED: "neutral", IN_PROGRESS: "info", HAS_PROBLEM: "err", CANNOT_START: "neutral" };

/** S3: everything there is to do, in the order of the form. */
export async function TaskGroups({ proposal }: { proposal: CheckedProposal }) {
  const [t, locale] = await Promise.all([getTranslations("submission.hub"), getLocale()]);
  const { code, rules, completeness } = proposal;
  const status = (state: TaskState) => ({ label: t(`task.${state}`), tone: TONES[state] });
  const sections: Task[] = completeness.sections.map(({ key, words, maxWords, required, state }) => {
    const weight = sectionWeight(rules, key);
    const facts = [weight > 0 && t("weight", { weight }), t("words", { words, limit: maxWords }), !required && t("optional")];
    return {
      id: `task-${key}`,
      title: rules.form.sections.find((section) => section.key === key)?.name[locale] ?? key,
      href: paths.section(code, key),
      hint: facts.filter(Boolean).join(" · "),
      status: status(TASK_OF_SECTION[state]),
    };
  });
  const sending = taskOfSending(completeness);
  const last: Task[] = [
    { id: "task-check", title: t("check"), href: paths.checkAnswers(code), hint: t("checkHint", { count: completeness.mustFix.length }), status: status("NOT_STARTED") },
    { id: "task-send", title: t("send"), href: sending === "CANNOT_START" ? undefined : paths.send(code), status: status(sending) },
  ];
  return (
    <>
      <Completeness proposal={proposal} />
      <Section id="identity" title={t("identity")}>
        <TaskList labelledBy="identity" tasks={[{ id: "task-identity", title: t("identityTask"), href: paths.identity(code), status: status(completeness.identity) }]} />
      </Section>
      <Section id="sections" title={t("sections")}>
        <TaskList labelledBy="sections" tasks={sections} />
      </Section>
      <Section id="finish" title={t("finish")}>
        <TaskList labelledBy="finish" tasks={last} />
      </Section>
    </>
  );
}

async function Completeness({ proposal: { completeness, rules } }: { proposal: CheckedProposal }) {
  const [t, locale] = await Promise.all([getTranslations("submission.hub"), getLocale()]);
  const { percent, sections } = completeness;
  const next = nextSection(sections);
  const name = rules.form.sections.find(({ key }) => key === next?.key)?.name[locale];
  return <Progress value={percent} max={100} text={t("percent", { percent })} hint={name ? t("raise", { section: name }) : t("complete")} />;
}
