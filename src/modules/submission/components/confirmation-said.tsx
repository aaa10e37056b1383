import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { UserLine } from "@/ui/user-text";
import type { ConfirmationKind } from "../domain/confirmation";
import type { Confirmation } from "../queries/confirmation";

/** Who of the agency confirmed it and how they know; or that nobody did yet. */
export async function ConfirmationSaid({ kind, confirmations, zone }: { kind: ConfirmationKind; confirmations: readonly Confirmation[]; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("filing.confirm"), getLocale()]);
  const given = confirmations.find((each) => each.kind === kind);
  if (!given) return <p className="text-sm">{t("notYet")}</p>;
  return <p className="text-sm">{t("by", { name: given.confirmedByName, at: formatDateTime(given.confirmedAt, { locale, zone }) })} <UserLine text={given.basis} /></p>;
}
