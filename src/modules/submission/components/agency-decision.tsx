import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { endorse, returnToInnovator, unendorse } from "../actions/filing";
import { BALL_WITH, move } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import { AgencyNotes } from "./agency-notes";
import { ReadingStatus } from "./agency-status";

type DecisionProps = { reading: AgencyReading; editionSlug: string };
type SectionProps = DecisionProps & { now: Date };

/** At the end of the reading: where the proposal stands, and what the agency can do about it. */
export async function AgencyDecision({ reading, editionSlug, now }: SectionProps) {
  const t = await getTranslations("filing.read");
  const isWithAgency = BALL_WITH[reading.status] === "AGENCY";
  return (
    <Section title={t("decide")} id="keputusan">
      <ReadingStatus reading={reading} now={now} />
      <div className="flex max-w-reading flex-col gap-8">
        <AgencyNotes reading={reading} sectionKey={null} about={t("whole")} />
        {isWithAgency ? <Choices reading={reading} editionSlug={editionSlug} /> : <NotNow reading={reading} />}
      </div>
    </Section>
  );
}

async function Choices({ reading, editionSlug }: DecisionProps) {
  const t = await getTranslations("filing.read");
  const hidden = { code: reading.code, version: String(reading.version) };
  const canEndorse = move(reading.status, "endorse").ok;
  return (
    <>
      {canEndorse ? (
        <ActionForm action={endorse} hidden={hidden} className="flex flex-col gap-2">
          <p className="text-sm text-ink-muted">{t("endorseHint")}</p>
          <div>
            <SubmitButton pendingLabel={t("endorsing")}>{t("endorse")}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <ActionForm action={unendorse} hidden={hidden} className="flex flex-col gap-2">
          <p>
            {t("endorsed")} <Link href={withQuery(paths.fileSubmissions(), { edisi: editionSlug })}>{t("toFiling")}</Link>
          </p>
          <div>
            <SubmitButton variant="secondary" pendingLabel={t("unendorsing")}>
              {t("unendorse")}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
      <ActionForm action={returnToInnovator} hidden={hidden} className="flex flex-col gap-3">
        <FormTextArea dense rows={3} name="reason" label={t("returnReason")} hint={t("returnHint")} />
        <div>
          <SubmitButton variant="secondary" pendingLabel={t("returning")}>
            {t("return")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

async function NotNow({ reading: { status, submittedAt, zone } }: Pick<DecisionProps, "reading">) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  if (status === "SUBMITTED") return submittedAt && <p>{t("filed", { at: formatDateTime(submittedAt, { locale, zone }) })}</p>;
  return <p>{t(status === "WITHDRAWN" ? "withdrawn" : "withInnovator")}</p>;
}
