import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { registerAgency } from "../actions";
import { ROOT_KINDS } from "../domain/root-codes";

export async function AddAgencyForm() {
  const t = await getTranslations("agencies");
  return (
    <Section title={t("agency.title")} id="add-agency">
      <ActionForm action={registerAgency} keep={{ place: "instansi-baru", basis: "" }} fieldPrefix="agency" className="flex max-w-reading flex-col gap-6">
        <FormText name="name" label={t("agency.name")} />
        <FormSelect
          name="kind"
          label={t("agency.kind")}
          placeholder={t("agency.kindPlaceholder")}
          options={ROOT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <FormText name="code" label={t("agency.code")} hint={t("agency.codeHint")} autoComplete="off" />
        <FormActions>
          <SubmitButton variant="secondary" pendingLabel={t("unit.pending")}>
            {t("agency.submit")}
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
