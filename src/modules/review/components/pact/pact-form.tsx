import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";
import { acceptPact } from "../../actions";
import { AFFILIATION_LENGTH } from "../../schema";
import type { PactPageData } from "./pact-page";

/** The statement with the choice made above; only this stores anything. */
export async function PactForm({ page }: { page: PactPageData }) {
  const t = await getTranslations("review.pact");
  const { pact, grounds, chosenAgencies, chosenProvinces } = page;
  const chosen = [...chosenAgencies, ...chosenProvinces];
  return (
    <ActionForm action={acceptPact} className="flex flex-col gap-6">
      {chosenAgencies.map(({ code }) => <input key={code} type="hidden" name="agencies[]" value={code} />)}
      {chosenProvinces.map(({ code }) => <input key={code} type="hidden" name="provinces[]" value={code} />)}
      <div>
        <h3>{t("summary")}</h3>
        {chosen.length === 0 ? (
          <p className="text-ink-muted">{t("none")}</p>
        ) : (
          <ul className="mt-2 list-disc ps-6">
            {chosen.map(({ code, name }) => <li key={code}><UserLine text={name} /></li>)}
          </ul>
        )}
      </div>
      <FormText
        name="affiliation" label={t("affiliation")} hint={t("affiliationHint")} defaultValue={pact.affiliation}
        maxLength={AFFILIATION_LENGTH} autoComplete="organization-title" required
      />
      <blockquote className="border-s-4 border-line ps-4">{t("text", { grounds })}</blockquote>
      <FormCheckbox name="agreed" value="1" label={t("agree")} defaultChecked={pact.acceptedAt !== null} required />
      {pact.acceptedAt && <Notice tone="warn" title={t("warning")} level={3} />}
      <FormActions>
        <SubmitButton pendingLabel={t("pending")}>{pact.acceptedAt ? t("resubmit") : t("submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
