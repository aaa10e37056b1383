import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutcomeNotice } from "@/modules/selection/components/outcome-notice";
import { loadOutcomeFor } from "@/modules/selection/loaders";
import { AgencyDecided } from "@/modules/submission/components/agency-decided";
import { AgencyDecision } from "@/modules/submission/components/agency-decision";
import { AgencyReadingView } from "@/modules/submission/components/agency-reading";
import { ReadingStatus } from "@/modules/submission/components/agency-status";
import { ProposalTime } from "@/modules/submission/components/agency-time";
import { WithdrawalPanel } from "@/modules/submission/components/withdrawal-panel";
import { loadAgencyReading } from "@/modules/submission/loaders/filing";
import { Code } from "@/ui/code";
import { Link } from "@/ui/link";
import { PageHeader, Section } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).kode };
}

export default async function AgencyReadingPage({ params, searchParams }: Props) {
  const [{ kode }, query] = await Promise.all([params, searchParams]);
  const { subject: { decided, ...reading }, now } = await loadAgencyReading({ code: kode, query });
  const { subject: selected } = await loadOutcomeFor({ code: kode });
  const t = await getTranslations("filing.read");
  return (
    <>
      {decided && <AgencyDecided {...decided} reading={reading} now={now} />}
      <PageHeader
        over={<><Code>{reading.code}</Code> · {reading.unitName}</>}
        title={<UserLine text={reading.title || reading.code} />}
        tag={<ReadingStatus reading={reading} now={now} />}
        actions={<Link href="#keputusan">{t("toDecision")}</Link>}
      />
      <ProposalTime reading={reading} now={now} />
      {selected.outcome && <div className="mb-8"><OutcomeNotice outcome={selected.outcome} zone={reading.localZone} /></div>}
      <AgencyReadingView reading={reading}>
        <AgencyDecision reading={reading} editionSlug={reading.rules.edition.slug} now={now} />
      </AgencyReadingView>
      {reading.status === "SUBMITTED" && reading.asking.allowed && (
        <Section id="pembatalan" title={t("withdrawal")}><WithdrawalPanel {...reading} side="AGENCY" now={now} /></Section>
      )}
    </>
  );
}
