import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/forms/text-field";
import { PIN_LENGTH } from "../schema";

/** A head of the chain that somebody holds outside of the portal, to be compared with the trail. */
export async function AnchorForm({ typed }: { typed: string }) {
  const [t, locale] = await Promise.all([getTranslations("audit.chain"), getLocale()]);
  return (
    <form method="get" action={localised(paths.audit(), locale)} className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="rantai" value="1" />
      <div className="min-w-0 grow sm:max-w-xl">
        <TextField name="patokan" label={t("pin")} hint={t("pinHint")} defaultValue={typed} maxLength={PIN_LENGTH} />
      </div>
      <Button type="submit" variant="secondary">{t("pinCheck")}</Button>
    </form>
  );
}
