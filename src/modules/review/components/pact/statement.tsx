import { getTranslations } from "next-intl/server";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { AFFILIATION_LENGTH } from "../../schema";
import type { PactPageData } from "./pact-page";

/** The statement, and the one button that stores it with every tick above. */
export async function Statement({ page }: { page: PactPageData }) {
  const t = await getTranslations("review.pact");
  const { pact, grounds, affiliation } = page;
  return (
    <div className="flex flex-col gap-6">
      <FormText
        name="affiliation" label={t("affiliation")} hint={t("affiliationHint")} defaultValue={affiliation}
        maxLength={AFFILIATION_LENGTH} autoComplete="organization-title" required
      />
      <blockquote className="border-s-4 border-line ps-4">{t("text", { grounds })}</blockquote>
      <p>{t("summary", { grounds })}</p>
      <FormCheckbox name="agreed" value="1" label={t("agree")} defaultChecked={pact.acceptedAt !== null} required />
      {pact.acceptedAt && <Notice tone="warn" title={t("warning")} level={3} />}
      <FormActions>
        <SubmitButton name="intent" value="sign" pendingLabel={t("pending")}>{pact.acceptedAt ? t("resubmit") : t("submit")}</SubmitButton>
      </FormActions>
    </div>
  );
}
