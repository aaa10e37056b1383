import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { OutcomeNotice } from "@/modules/selection/components/outcome-notice";
import { loadOutcomeFor } from "@/modules/selection/loaders";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { ReachedResults } from "@/modules/submission/components/reached-results";
import { ReturnedNotice } from "@/modules/submission/components/returned-notice";
import { RulesChanged } from "@/modules/submission/components/rules-changed";
import { StandingFacts } from "@/modules/submission/components/standing-facts";
import { StatusTag } from "@/modules/submission/components/status-tag";
import { TaskGroups } from "@/modules/submission/components/task-groups";
import { loadSubmission } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("submission.hub");
  return { title: `${t("title")} ${(await params).kode}` };
}

export default async function Page({ params }: Props) {
  const { kode } = await params;
  const { subject, now } = await loadSubmission({ code: kode });
  const { subject: selected } = await loadOutcomeFor({ code: kode });
  const t = await getTranslations("submission.hub");
  const { returned, status } = subject;
  return (
    <>
      <ProposalHeader proposal={subject} title={<UserLine text={subject.title} />} tag={<StatusTag status={subject.display} />} />
      <div className="flex flex-col gap-6">
        <StandingFacts standing={subject} now={now} />
        <ReachedResults {...subject} />
        <OutcomeNotice outcome={selected.outcome} zone={subject.zone} />
        {status === "RETURNED" && returned && <ReturnedNotice {...subject} returned={returned} />}
        <RulesChanged {...subject.changed} />
        <NotWritable writing={subject.writing} code={subject.code} />
        <TaskGroups proposal={subject} mayWrite={subject.writing.allowed} />
      </div>
      {subject.writing.allowed && <p className="mt-12 text-sm"><Link href={paths.withdrawal(subject.code)}>{t("withdraw")}</Link></p>}
    </>
  );
}
