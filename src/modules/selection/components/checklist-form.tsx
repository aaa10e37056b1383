import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { StickyActions } from "@/ui/forms/form-actions";
import { FormRadio, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { giveProposalBack } from "../actions";
import { CHECK_VERDICTS } from "../domain/outcome";
import type { SelectionReading } from "../queries/reading";
import { NOTE_LENGTH } from "../schema";
import { MachineSuggestion } from "./machine-suggestion";

/** The lines of the edition's checklist. Nothing is chosen beforehand: a suggestion is read, not accepted. */
export async function ChecklistFields({ reading: { rules, checks, suggested } }: { reading: SelectionReading }) {
  const [t, locale] = await Promise.all([getTranslations("selection.checklist"), getLocale()]);
  return rules.selection.checks.map(({ key, text }) => {
    const suggestion = suggested[key];
    return (
      <div key={key} className="flex flex-col gap-3 border-b border-line pb-6">
        <FormRadio
          name={`verdicts.${key}`}
          label={text[locale]}
          hint={suggestion && <MachineSuggestion suggestion={suggestion} rules={rules} />}
          defaultValue={checks[key]?.verdict}
          choices={CHECK_VERDICTS.map((verdict) => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
          inline
        />
        <FormTextArea
          dense rows={2} name={`notes.${key}`} maxLength={NOTE_LENGTH} defaultValue={checks[key]?.note}
          label={<>{t("note")}<span className="sr-only">: {text[locale]}</span></>}
        />
      </div>
    );
  });
}

/** Saving in reach at any place of the proposal. */
export async function ChecklistActions({ reading: { rules, checks } }: { reading: SelectionReading }) {
  const t = await getTranslations("selection.checklist");
  const answered = rules.selection.checks.filter(({ key }) => checks[key]).length;
  return (
    <StickyActions label={t("actions")} status={t("progress", { answered, total: rules.selection.checks.length })}>
      <SubmitButton variant="secondary" size="dense" name="intent" value="stay" pendingLabel={t("saving")}>
        {t("save")}
      </SubmitButton>
      <SubmitButton size="dense" name="intent" value="decide" pendingLabel={t("saving")}>
        {t("saveAndDecide")}
      </SubmitButton>
    </StickyActions>
  );
}

/** Lets another selector have it. */
export async function GiveBackForm({ code }: { code: string }) {
  const t = await getTranslations("selection.checklist");
  return (
    <ActionForm action={giveProposalBack} hidden={{ code }} className="mt-8 flex flex-col items-start gap-2 border-t border-line pt-4">
      <p className="text-sm text-ink-muted">{t("giveBackHint")}</p>
      <SubmitButton variant="quiet" size="dense" pendingLabel={t("givingBack")}>
        {t("giveBack")}
      </SubmitButton>
    </ActionForm>
  );
}
