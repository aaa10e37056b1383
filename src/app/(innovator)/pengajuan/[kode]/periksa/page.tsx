import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { paths } from "@/lib/paths";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { ProblemLists } from "@/modules/submission/components/problem-list";
import { ProposalFacts } from "@/modules/submission/components/proposal-facts";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { ProposalText } from "@/modules/submission/components/proposal-text";
import { StandingLine } from "@/modules/submission/components/standing-facts";
import { loadSubmission } from "@/modules/submission/loaders/writing";
import { LinkButton } from "@/ui/button";
import { Section } from "@/ui/page-header";

type Props = { params: Promise<{ kode: string }> };

/** Once for the title and the page. */
const proposalOf = cache((code: string) => loadSubmission({ code }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kode } = await params;
  const [{ subject }, t] = await Promise.all([proposalOf(kode), getTranslations("submission.check")]);
  return { title: `${t(subject.writing.allowed ? "title" : "readTitle")} · ${kode}` };
}

export default async function Page({ params }: Props) {
  const { subject, now } = await proposalOf((await params).kode);
  const t = await getTranslations("submission.check");
  const mayChange = subject.writing.allowed;
  const isReady = mayChange && subject.completeness.mustFix.length === 0;
  return (
    <>
      <ProposalHeader
        proposal={subject} title={t(mayChange ? "title" : "readTitle")} lead={mayChange && t("lead")}
        tag={<StandingLine standing={subject} now={now} />}
      />
      <NotWritable writing={subject.writing} code={subject.code} />
      {mayChange && <ProblemLists proposal={subject} />}
      <Section id="identity" title={t("identity")}>
        <ProposalFacts proposal={subject} mayChange={mayChange} />
      </Section>
      <ProposalText proposal={subject} mayChange={mayChange} />
      <p className="mt-12">
        {isReady ? (
          <LinkButton href={paths.send(subject.code)}>{t("goOn")}</LinkButton>
        ) : (
          <LinkButton variant="secondary" href={paths.submission(subject.code)}>{t("back")}</LinkButton>
        )}
      </p>
    </>
  );
}
