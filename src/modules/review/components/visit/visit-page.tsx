import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Details } from "@/ui/details";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormRadio, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeader, Section } from "@/ui/page-header";
import { UserLine, UserText } from "@/ui/user-text";
import { giveVerdict, recuseFromVisit } from "../../actions";
import { VERDICTS } from "../../domain/verdict";
import type { loadVisit } from "../../loaders";
import { REMARK_LENGTH } from "../../schema";
import { RecusalForm } from "../room/recusal-form";
import { VerdictRead } from "./verdict-read";

export type Visit = Awaited<ReturnType<typeof loadVisit>>["subject"];

/** One visited entry: its text, and what the visit says of it. No points. */
export async function VisitPage({ visit }: { visit: Visit }) {
  const [t, locale] = await Promise.all([getTranslations("review.visit"), getLocale()]);
  const { code, title, stageName, text, saved, scoring } = visit;
  return (
    <>
      <PageHeader over={<Link href={paths.visits()}>{stageName[locale]}</Link>} title={<UserLine text={title || code} />} lead={<>{code} · <UserLine text={text.unitName} />, <UserLine text={text.agencyName} /></>} />
      {saved && <div role="status" className="mb-6"><Notice tone="ok" title={t("kept")} /></div>}
      <Section id="proposal" title={t("proposal")}>
        {text.sections.map(({ key, name, body }) => (
          <Details key={key} summary={name[locale]}>{body ? <UserText text={body} /> : <p className="text-ink-muted">{t("unanswered")}</p>}</Details>
        ))}
      </Section>
      {scoring.allowed ? <VerdictForm visit={visit} /> : (
        <>
          <Notice tone="info" title={await sentence(scoring.because)} />
          <VerdictRead verdict={visit} questions={visit.verdict.questions} />
        </>
      )}
      {visit.recusal.allowed && <Recusal visit={visit} />}
    </>
  );
}

async function VerdictForm({ visit }: { visit: Visit }) {
  const [t, locale] = await Promise.all([getTranslations("review.visit"), getLocale()]);
  const { assignmentId, version, outcome, reason, notes, verdict, finishedAt, zone } = visit;
  return (
    <Section id="putusan" title={t("verdict")}>
      {finishedAt && <p className="text-ink-muted">{t("finishedAt", { at: formatDateTime(finishedAt, { locale, zone }) })}</p>}
      <ActionForm action={giveVerdict} hidden={{ assignmentId, version: String(version) }} keep={{ place: `kunjungan.${assignmentId}`, basis: String(version) }} className="flex max-w-reading flex-col gap-6">
        {verdict.questions.map(({ key, text }) => (
          <FormTextArea key={key} name={`notes.${key}`} label={text[locale]} defaultValue={notes[key] ?? ""} maxLength={REMARK_LENGTH} rows={4} />
        ))}
        <FormRadio
          name="outcome" label={t("outcomeLegend")} defaultValue={outcome ?? ""}
          choices={VERDICTS.map((value) => ({ value, label: t(`outcome.${value}`), hint: t(`outcomeHint.${value}`) }))}
        />
        <FormTextArea name="reason" label={t("reason")} hint={t("reasonHint")} defaultValue={reason} maxLength={REMARK_LENGTH} rows={5} />
        <FormActions>
          <SubmitButton name="intent" value="finish" pendingLabel={t("pending")}>{t("finish")}</SubmitButton>
          <SubmitButton name="intent" value="stay" variant="secondary" pendingLabel={t("pending")}>{t("keep")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

async function Recusal({ visit: { assignmentId, contact } }: { visit: Visit }) {
  const t = await getTranslations("review.visit");
  return (
    <Section id="konflik" title={t("recusalTitle")}>
      <p className="max-w-reading">{t("recusalBody")}</p>
      <RecusalForm action={recuseFromVisit} assignmentId={assignmentId} contact={contact} />
    </Section>
  );
}
