import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { changeTimetable } from "../actions";
import { localOf } from "../domain/local-time";
import type { Zone } from "../domain/edition-rules";
import type { EditionStage, EditionView } from "../queries";
import { LastChange } from "./last-change";

type StageDatesProps = { edition: EditionView; stage: EditionStage; isSettled: boolean };

/** The dates of one stage, in the edition's own zone. */
export async function StageDatesForm({ edition, stage, isSettled }: StageDatesProps) {
  const [t, locale] = await Promise.all([getTranslations("competition"), getLocale()]);
  const name = stage.name[locale];
  const zone = edition.zone as Zone;
  const at = (moment: Date) => formatDateTime(moment, { locale, zone });
  return (
    <Section title={name} id={`stage-${stage.key}`}>
      {stage.lastChange && <LastChange change={stage.lastChange} zone={zone} />}
      {isSettled ? (
        <>
          <p>{t("timetable.span", { from: at(stage.opensAt), to: at(stage.closesAt) })}</p>
          <p className="text-ink-muted">{t("timetable.settled")}</p>
        </>
      ) : (
        <ActionForm
          action={changeTimetable}
          hidden={{ slug: edition.slug, stageKey: stage.key }}
          fieldPrefix={stage.key}
          className="flex max-w-reading flex-col gap-6"
        >
          <FormText
            name="opensAt"
            type="datetime-local"
            width="half"
            label={t("timetable.opens")}
            defaultValue={localOf(stage.opensAt, zone)}
          />
          <FormText
            name="closesAt"
            type="datetime-local"
            width="half"
            label={t("timetable.closes")}
            hint={t("timetable.hint")}
            defaultValue={localOf(stage.closesAt, zone)}
          />
          <FormText name="reason" label={t("timetable.reason")} hint={t("timetable.reasonHint")} maxLength={500} />
          <FormActions>
            <SubmitButton variant="secondary" pendingLabel={t("timetable.pending")}>
              {t("timetable.submit", { stage: name })}
            </SubmitButton>
          </FormActions>
        </ActionForm>
      )}
    </Section>
  );
}
