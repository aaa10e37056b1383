import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { FormCheckboxes, FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { BALL_WITH, move } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import { AgencyNotes } from "./agency-notes";
import { ReadingStatus } from "./agency-status";
import { DeadlineNotice } from "./deadline";
import { UnkeptWords } from "./notes-said";

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
        {isWithAgency && <DeadlineNotice proposal={reading} now={now} reader="agency" />}
        {isWithAgency ? <Choices reading={reading} editionSlug={editionSlug} /> : <NotNow reading={reading} />}
      </div>
    </Section>
  );
}

/** Before the button that endorses: what the admin vouches for, each by an own tick, and how they know. */
async function Confirmations({ reading: { confirmationsAsked, owner, unitName } }: Pick<DecisionProps, "reading">) {
  const t = await getTranslations("filing.confirm");
  if (confirmationsAsked.length === 0) return null;
  return (
    <>
      <FormCheckboxes
        name="confirm[]" label={t("label")} hint={t("hint")}
        choices={confirmationsAsked.map((kind) => ({ value: kind, label: t(`tick.${kind}`, { owner: owner.name, unit: unitName }) }))}
      />
      <FormText name="basis" label={t("basis")} hint={t("basisHint")} autoComplete="off" dir="auto" />
    </>
  );
}

async function Choices({ reading, editionSlug }: DecisionProps) {
  const { status } = reading;
  const t = await getTranslations("filing.read");
  return (
    <>
      {move(status, "endorse").ok ? (
        <div className="flex flex-col items-start gap-4">
          <Confirmations reading={reading} />
          <p className="text-sm text-ink-muted">{t("endorseHint")}</p>
          <SubmitButton name="decide" value="endorse" pendingLabel={t("endorsing")}>{t("endorse")}</SubmitButton>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-2">
          <p>
            {t("endorsed")} <Link href={withQuery(paths.fileSubmissions(), { edisi: editionSlug })}>{t("toFiling")}</Link>
          </p>
          <SubmitButton name="decide" value="unendorse" variant="secondary" pendingLabel={t("unendorsing")}>
            {t("unendorse")}
          </SubmitButton>
        </div>
      )}
      <div className="flex flex-col gap-3">
        <FormTextArea dense rows={3} name="reason" label={t("returnReason")} hint={t("returnHint")} />
        <div>
          <SubmitButton name="decide" value="returnToInnovator" variant="secondary" pendingLabel={t("returning")}>
            {t("return")}
          </SubmitButton>
        </div>
      </div>
    </>
  );
}

async function NotNow({ reading: { status, submittedAt, localZone: zone } }: Pick<DecisionProps, "reading">) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  const filedAt = status === "SUBMITTED" && submittedAt;
  return (
    <>
      <p>{filedAt ? t("filed", { at: formatDateTime(filedAt, { locale, zone }) }) : t(status === "WITHDRAWN" ? "withdrawn" : "withInnovator")}</p>
      <UnkeptWords name="reason" label={t("returnReasonUnkept")} />
    </>
  );
}
