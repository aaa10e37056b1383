import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IdentityForm } from "@/modules/submission/components/identity-form";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { ProposalFacts } from "@/modules/submission/components/proposal-facts";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { StandingLine } from "@/modules/submission/components/standing-facts";
import { loadIdentity } from "@/modules/submission/loaders/writing";

type Props = { params: Promise<{ kode: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("submission.identity");
  return { title: `${t("title")} · ${(await params).kode}` };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ kode }, { dari }] = await Promise.all([params, searchParams]);
  const { subject, now } = await loadIdentity({ code: kode, from: dari });
  const t = await getTranslations("submission.identity");
  return (
    <>
      <ProposalHeader proposal={subject} title={t("title")} tag={<StandingLine standing={subject} now={now} />} />
      <NotWritable writing={subject.writing} code={subject.code} />
      {subject.writing.allowed ? <IdentityForm proposal={subject} from={subject.from} now={now} /> : <ProposalFacts proposal={subject} mayChange={false} />}
    </>
  );
}
