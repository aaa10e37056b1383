import { getTranslations } from "next-intl/server";
import { Details } from "@/ui/details";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { withdraw } from "../actions/writing";

/** Taking a proposal back is for good, so it waits behind its own words. */
export async function WithdrawForm({ code, version }: { code: string; version: number }) {
  const t = await getTranslations("submission.withdraw");
  return (
    <Details summary={t("summary")}>
      <ActionForm action={withdraw} hidden={{ code, version: String(version) }} className="flex max-w-reading flex-col items-start gap-4">
        <p>{t("body")}</p>
        <SubmitButton variant="destructive" pendingLabel={t("working")}>{t("button")}</SubmitButton>
      </ActionForm>
    </Details>
  );
}
