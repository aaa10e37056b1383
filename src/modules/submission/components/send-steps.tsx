import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { Notice } from "@/ui/notice";
import type { Proposal } from "../queries/proposal";

/** Who receives it, what happens next and until when, before the button is pressed. */
export async function SendSteps({ proposal: { agencyName, registration, zone } }: { proposal: Proposal }) {
  const [t, locale] = await Promise.all([getTranslations("submission.send"), getLocale()]);
  const deadline = registration ? formatDeadline(registration.closesAt, { locale, zone }) : "";
  return (
    <Notice title={t("receiver", { agency: agencyName })}>
      <p>{t("next", { deadline })}</p>
      <p>{t("afterSending")}</p>
    </Notice>
  );
}
