import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { recall } from "../actions/writing";

/** Taking a proposal back to improve it: what that means stands before the button, and nothing is lost by it. */
export async function RecallForm({ code, version, agencyName }: { code: string; version: number; agencyName: string }) {
  const t = await getTranslations("submission.recall");
  return (
    <ActionForm action={recall} hidden={{ code, version: String(version) }} className="flex max-w-reading flex-col items-start gap-4">
      <p>{t("body", { agency: agencyName })}</p>
      <SubmitButton variant="secondary" pendingLabel={t("working")}>{t("button")}</SubmitButton>
    </ActionForm>
  );
}
