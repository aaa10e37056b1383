import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { changeTimetable } from "../actions";
import { localOf } from "../domain/local-time";
import type { Zone } from "../domain/edition-rules";
import { hasClosed } from "../domain/stages";
import type { StageStanding } from "../domain/timetable-change";
import type { AskedClose as Asked, AskedCloseWithWork, EditionStage, EditionView } from "../queries";
import { AskedClose, LapsedClose } from "./asked-close";
import { DateChanges } from "./date-changes";
import { PlanShown } from "./plan-shown";

type StageDatesProps = {
  edition: EditionView; stage: EditionStage; standing: StageStanding; now: Date; viewerId: string; others: string[];
  /** The closes that are to come earlier, and those that nobody decided in time. */
  asked: AskedCloseWithWork[]; lapsed: Asked[];
};

/** The dates of one stage, in the edition's own zone. */
export async function StageDatesForm({ edition, stage, standing, asked, lapsed, viewerId, others, now }: StageDatesProps) {
  const locale = await getLocale();
  const open = asked.find(({ stageKey }) => stageKey === stage.key);
  const gone = hasClosed(stage, now) ? undefined : lapsed.find(({ stageKey }) => stageKey === stage.key);
  return (
    <Section title={stage.name[locale]} id={`stage-${stage.key}`}>
      <DateChanges stage={stage} zone={edition.zone} />
      {open && (
        <AskedClose edition={edition} stage={stage} asked={open} isOwn={open.requestedById === viewerId} others={others} />
      )}
      {gone && <LapsedClose edition={edition} asked={gone} />}
      {standing.settled.includes(stage.key)
        ? <SettledDates edition={edition} stage={stage} />
        : <DatesForm edition={edition} stage={stage} hasBegun={stage.opensAt <= now && standing.begun.includes(stage.key)} />}
    </Section>
  );
}

type DatesProps = Pick<StageDatesProps, "edition" | "stage">;

async function SettledDates({ edition, stage }: DatesProps) {
  const [t, locale] = await Promise.all([getTranslations("competition.timetable"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  return (
    <>
      <p>{t("span", { from: at(stage.opensAt), to: at(stage.closesAt) })}</p>
      <p className="text-ink-muted">{t("settled")}</p>
    </>
  );
}

async function DatesForm({ edition, stage, hasBegun }: DatesProps & { hasBegun: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("competition.timetable"), getLocale()]);
  const at = (moment: Date) => localOf(moment, edition.zone as Zone);
  const hidden = { slug: edition.slug, stageKey: stage.key, ...(hasBegun ? { opensAt: at(stage.opensAt) } : {}) };
  return (
    <ActionForm action={changeTimetable} hidden={hidden} keep={{ place: `tahap.${edition.slug}.${stage.key}`, basis: `${at(stage.opensAt)} ${at(stage.closesAt)}` }} fieldPrefix={stage.key} className="flex max-w-reading flex-col gap-6">
      {hasBegun ? <p>{t("begun", { from: formatDateTime(stage.opensAt, { locale, zone: edition.zone }) })}</p> : (
        <>
          <FormText name="opensAt" type="datetime-local" width="half" label={t("opens")} defaultValue={at(stage.opensAt)} />
          <FormCheckbox name="opensNow" label={t("opensNow")} />
        </>
      )}
      <FormText name="closesAt" type="datetime-local" width="half" label={t("closes")} hint={t("hint")} defaultValue={at(stage.closesAt)} />
      {edition.stages.some(({ position }) => position > stage.position) && <FormCheckbox name="shifts" label={t("shifts")} hint={t("shiftsHint")} />}
      <FormText name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} />
      <PlanShown title={t("plan")} before={t("before")} after={t("after")} />
      <FormActions>
        <SubmitButton variant="secondary" pendingLabel={t("pending")}>
          {t("submit", { stage: stage.name[locale] })}
        </SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
