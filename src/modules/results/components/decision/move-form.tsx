import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormRadio, FormSelect, FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { moveEntry } from "../../actions";
import { LEAST_REASON_LENGTH } from "../../domain/composition";
import type { DecisionSetRow } from "../../queries/decision";
import type { DecisionPageView } from "./decision-page";
import { MOVE_FORM } from "./prepared-move";

/** One change with its reason; a link on the page may have filled in the rest. */
export async function MoveForm({ view, set }: { view: DecisionPageView; set: DecisionSetRow }) {
  const [t, locale] = await Promise.all([getTranslations("results.move"), getLocale()]);
  const { edition, result, prepared } = view;
  const levels = result.levels.map(({ key, name }) => ({ value: key, label: name[locale] }));
  return (
    <Section id={MOVE_FORM} title={t("title")}>
      <p className="max-w-reading">{t("lead")}</p>
      <ActionForm
        action={moveEntry}
        hidden={{ slug: edition.slug, result: result.key, version: String(set.version) }}
        keep={{ place: `pindah.${edition.slug}.${result.key}`, basis: `${set.version} ${prepared.kode ?? ""}` }}
        className="flex max-w-reading flex-col gap-6"
      >
        <FormText name="code" label={t("code.label")} hint={t("code.hint")} defaultValue={prepared.kode} width="half" autoComplete="off" />
        <FormSelect name="level" label={t("level")} options={levels} defaultValue={prepared.tingkat ?? levels[0]?.value} width="half" />
        <FormRadio
          name="direction"
          label={t("direction.label")}
          choices={(["IN", "OUT"] as const).map((direction) => ({ value: direction, label: t(`direction.${direction}`) }))}
          defaultValue={prepared.arah}
        />
        <FormTextArea name="reason" label={t("reason.label")} hint={t("reason.hint", { least: LEAST_REASON_LENGTH })} rows={3} />
        <FormActions>
          <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
