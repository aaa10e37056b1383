import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { recall } from "../actions/writing";
import { Deadline, type DeadlineOf } from "./deadline";

/** Taking a proposal back to improve it: what that means stands before the button, and nothing is lost by it. */
export async function RecallForm({ proposal, now }: { proposal: DeadlineOf & { version: number; agencyName: string }; now: Date }) {
  const { code, version, agencyName } = proposal;
  const t = await getTranslations("submission.recall");
  return (
    <ActionForm action={recall} hidden={{ code, version: String(version) }} className="flex max-w-reading flex-col items-start gap-4">
      <p>{t.rich("body", { agency: agencyName, at: () => <Deadline proposal={proposal} now={now} /> })}</p>
      <SubmitButton variant="secondary" pendingLabel={t("working")}>{t("button")}</SubmitButton>
    </ActionForm>
  );
}
