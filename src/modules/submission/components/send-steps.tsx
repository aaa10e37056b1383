import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { Notice } from "@/ui/notice";
import { isUnchanged } from "../domain/returned";
import type { Proposal } from "../queries/proposal";

/** Who receives it, what happens next and until when, before the button is pressed. */
export async function SendSteps({ proposal }: { proposal: Proposal & { returned: { movedAt: Date } | null } }) {
  const [t, locale] = await Promise.all([getTranslations("submission.send"), getLocale()]);
  const { agencyName, registration, zone, localZone, status, returned } = proposal;
  const deadline = registration ? formatDeadline(registration.closesAt, { locale, zone }) : "";
  const unchangedSince = status === "RETURNED" && returned && isUnchanged(proposal, returned.movedAt) ? returned.movedAt : null;
  return (
    <Notice title={t("receiver", { agency: agencyName })}>
      <p>{t("next", { deadline })}</p>
      <p>{t("afterSending")}</p>
      {unchangedSince && <p className="font-semibold">{t("unchanged", { at: formatDateTime(unchangedSince, { locale, zone: localZone }) })}</p>}
    </Notice>
  );
}
