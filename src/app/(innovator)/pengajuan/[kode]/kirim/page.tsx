import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { ProblemLists } from "@/modules/submission/components/problem-list";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { SendForm } from "@/modules/submission/components/send-form";
import { SendSteps } from "@/modules/submission/components/send-steps";
import { StandingLine } from "@/modules/submission/components/standing-facts";
import { loadSubmission } from "@/modules/submission/loaders/writing";
import { Link } from "@/ui/link";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("submission.send");
  return { title: `${t("title")} · ${(await params).kode}` };
}

export default async function Page({ params }: Props) {
  const { subject, now } = await loadSubmission({ code: (await params).kode });
  const t = await getTranslations("submission");
  const { writing, completeness, code } = subject;
  const isBlocked = completeness.mustFix.length > 0;
  return (
    <>
      <ProposalHeader
        proposal={subject} title={t("send.title")} lead={<UserLine text={subject.title} />}
        tag={<StandingLine standing={subject} now={now} />}
      />
      <NotWritable writing={writing} code={code} />
      {writing.allowed && isBlocked && (
        <>
          <ProblemLists proposal={subject} />
          <p className="mt-6">
            <Link href={paths.submission(code)}>{t("section.backToTasks")}</Link>
          </p>
        </>
      )}
      {writing.allowed && !isBlocked && (
        <div className="flex flex-col gap-8">
          <SendSteps proposal={subject} />
          <SendForm proposal={subject} />
        </div>
      )}
    </>
  );
}
