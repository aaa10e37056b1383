import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { sectionWeight } from "@/modules/competition/domain/criteria";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Progress } from "@/ui/progress";
import { type Task, TaskList } from "@/ui/task-list";
import type { Tone } from "@/ui/tone";
import { nextSection, TASK_OF_SECTION, taskOfChecking, taskOfSending, type TaskState } from "../domain/completeness";
import { BALL_WITH } from "../domain/lifecycle";
import type { CheckedProposal, Note } from "../queries/proposal";

const TONES: Partial<Record<TaskState, Tone>> = { NOT_STARTED: "neutral", IN_PROGRESS: "info", HAS_PROBLEM: "err", HAS_NOTE: "warn", CANNOT_START: "neutral", CAN_START: "info" };

type GroupsProps = {
  proposal: CheckedProposal & { openNotes: Note[] };
  /** Whether anything may still be written or sent. */
  mayWrite: boolean;
};

/** S3: everything there is to do, in the order of the form. What was sent stays to be read; what can no longer be sent is not offered. */
export async function TaskGroups({ proposal, mayWrite }: GroupsProps) {
  const [t, locale] = await Promise.all([getTranslations("submission.hub"), getLocale()]);
  const { code, rules, completeness } = proposal;
  const status = (state: TaskState) => ({ label: t(`task.${state}`), tone: TONES[state] });
  const noted = new Set(proposal.openNotes.map(({ sectionKey }) => sectionKey));
  const sections: Task[] = completeness.sections.map(({ key, words, maxWords, required, state }) => {
    const weight = sectionWeight(rules, key);
    const facts = [weight > 0 && t("weight", { weight }), t("words", { words, limit: maxWords }), !required && t("optional")];
    return {
      id: `task-${key}`,
      title: rules.form.sections.find((section) => section.key === key)?.name[locale] ?? key,
      href: paths.section(code, key),
      hint: facts.filter(Boolean).join(" · "),
      status: status(noted.has(key) ? "HAS_NOTE" : TASK_OF_SECTION[state]),
    };
  });
  const isSent = BALL_WITH[proposal.status] === "AGENCY" || proposal.status === "SUBMITTED";
  const check: Task = {
    id: "task-check", title: t("check"), href: paths.checkAnswers(code), status: status(taskOfChecking(completeness, isSent)),
    hint: !isSent && t("checkHint", { count: completeness.mustFix.length }),
  };
  const sending = taskOfSending(completeness, isSent);
  const send: Task = { id: "task-send", title: t("send"), href: sending === "CAN_START" ? paths.send(code) : undefined, status: status(sending) };
  return (
    <>
      <Completeness proposal={proposal} mayWrite={mayWrite} />
      <Section id="identity" title={t("identity")}>
        <TaskList labelledBy="identity" tasks={[{ id: "task-identity", title: t("identityTask"), href: paths.identity(code), status: status(completeness.identity) }]} />
      </Section>
      <Section id="sections" title={t("sections")}>
        <TaskList labelledBy="sections" tasks={sections} />
      </Section>
      {(isSent || mayWrite) && (
        <Section id="finish" title={t("finish")}>
          <TaskList labelledBy="finish" tasks={[check, send]} />
        </Section>
      )}
    </>
  );
}

async function Completeness({ proposal: { code, completeness, rules }, mayWrite }: GroupsProps) {
  const [t, locale] = await Promise.all([getTranslations("submission.hub"), getLocale()]);
  const { percent, sections } = completeness;
  const next = nextSection(sections);
  const name = rules.form.sections.find(({ key }) => key === next?.key)?.name[locale];
  const goOn = next && name && <Link href={paths.section(code, next.key)}>{t("raise", { section: name })}</Link>;
  const hint = goOn ? mayWrite && goOn : t("complete");
  return <Progress value={percent} max={100} text={t("percent", { percent })} hint={hint} />;
}
