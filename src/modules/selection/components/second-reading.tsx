import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { confirmFail, sendFailBack } from "../actions";
import type { SelectionReading } from "../queries/reading";
import { NOTE_LENGTH } from "../schema";

/** The second selector agrees to a fail, or gives it back to the first with a note. */
export async function SecondReading({ reading: { code, decision } }: { reading: SelectionReading }) {
  const t = await getTranslations("selection.second");
  const hidden = { code, decidedAt: decision?.decidedAt?.toISOString() ?? "" };
  return (
    <Section title={t("title")} id="second">
      <p className="max-w-reading">{t("lead")}</p>
      <div className="grid gap-8 lg:grid-cols-2">
        <ActionForm action={confirmFail} hidden={hidden} className="flex flex-col items-start gap-3 rounded-card border border-line p-4 sm:p-5">
          <h3 className="text-lg font-semibold">{t("agreeTitle")}</h3>
          <p className="text-ink-muted">{t("agreeHint")}</p>
          <SubmitButton pendingLabel={t("agreeing")}>{t("agree")}</SubmitButton>
        </ActionForm>
        <ActionForm action={sendFailBack} hidden={hidden} keep={{ place: `kedua.${hidden.code}`, basis: hidden.decidedAt }} className="flex flex-col gap-3 rounded-card border border-line p-4 sm:p-5">
          <h3 className="text-lg font-semibold">{t("disagreeTitle")}</h3>
          <FormTextArea name="note" rows={4} label={t("note")} hint={t("noteHint")} maxLength={NOTE_LENGTH} />
          <div>
            <SubmitButton variant="secondary" pendingLabel={t("sendingBack")}>{t("sendBack")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
}
