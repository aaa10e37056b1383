import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { openEdition, prepareEdition, withdrawEdition } from "../actions";
import type { EditionDraft } from "../queries";
import { LineProblems } from "./line-problems";

type Drafted = { draft: EditionDraft };

/** The last step of a draft: open it as it was kept, or say who does. */
export async function OpenDraft({ draft, isReady, opens, replaces }: Drafted & { isReady: boolean; opens: boolean; replaces: boolean }) {
  const t = await getTranslations("competition");
  return (
    <Section title={t(replaces ? "draft.replaceTitle" : "draft.openTitle")} id="open">
      {!isReady && <p>{t("draft.notReady")}</p>}
      {!opens && <p>{t("draft.whoOpens")}</p>}
      {isReady && opens && (
        <ActionForm action={openEdition} fieldPrefix="open" keep={{ place: `buka-edisi.${draft.id}`, basis: String(draft.version) }} hidden={{ draft: draft.id, version: String(draft.version) }} className="flex max-w-reading flex-col gap-6">
          <LineProblems title={t("new.problems")} remarks={t("new.remarks")} lineLabel={t("new.line", { line: "{line}" })} />
          <p>{t(replaces ? "draft.replaceLead" : "draft.openLead")}</p>
          {replaces && <FormText name="reason" label={t("draft.reason")} hint={t("timetable.reasonHint")} />}
          <FormActions>
            <SubmitButton pendingLabel={t("new.pending")}>{t(replaces ? "draft.replace" : "draft.open")}</SubmitButton>
          </FormActions>
        </ActionForm>
      )}
    </Section>
  );
}

/** Throws the draft away. */
export async function DiscardDraft({ draft }: Drafted) {
  const t = await getTranslations("competition");
  const hidden = { draft: draft.id, version: String(draft.version), rules: "", step: "discard" };
  return (
    <ActionForm action={prepareEdition} fieldPrefix="discard" hidden={hidden} className="mt-8 flex max-w-reading flex-col gap-4">
      <FormCheckbox data-confirms name="understood" value="yes" label={t("draft.understood")} />
      <FormActions><SubmitButton variant="secondary" pendingLabel={t("new.pending")}>{t("draft.discard")}</SubmitButton></FormActions>
    </ActionForm>
  );
}

/** Takes an opened edition back, with the reason. */
export async function WithdrawEdition({ slug }: { slug: string }) {
  const t = await getTranslations("competition");
  return (
    <ActionForm action={withdrawEdition} hidden={{ slug }} keep={{ place: `tarik-edisi.${slug}`, basis: "" }} className="flex max-w-reading flex-col gap-6">
      <FormTextArea name="reason" label={t("withdraw.reason")} hint={t("withdraw.reasonHint")} rows={3} />
      <FormActions>
        <SubmitButton pendingLabel={t("withdraw.pending")}>{t("withdraw.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
