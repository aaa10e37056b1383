import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserLine } from "./user-text";

type Confirmation = { kind: string; basis: string; confirmedByName: string; confirmedAt: Date };

/** Who of the agency confirmed it and how they know; or that nobody did yet. */
export async function ConfirmationSaid({ kind, confirmations, zone }: { kind: "SIGNATURES" | "OTHER_UNIT"; confirmations: readonly Confirmation[]; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("common.said"), getLocale()]);
  const given = confirmations.find((each) => each.kind === kind);
  if (!given) return <p className="text-sm">{t("notConfirmed")}</p>;
  return <p className="text-sm">{t("confirmedBy", { name: given.confirmedByName, at: formatDateTime(given.confirmedAt, { locale, zone }) })} <UserLine text={given.basis} /></p>;
}
