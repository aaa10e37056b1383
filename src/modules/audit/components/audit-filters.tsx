import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { Button, LinkButton } from "@/ui/button";
import { TextField } from "@/ui/forms/text-field";
import { type AuditQuery, SEARCH_LENGTH } from "../schema";

/** Kind of action, proposal and person, kept in the address; a plain form, so that it works everywhere. */
export async function AuditFilters({ query }: { query: AuditQuery }) {
  const [t, c, locale] = await Promise.all([getTranslations("audit.filter"), getTranslations("common.action"), getLocale()]);
  const fields = ["jenis", "kode", "oleh"] as const;
  return (
    <form method="get" action={localised(paths.audit(), locale)} role="search" aria-label={t("label")} className="flex flex-wrap items-end gap-4">
      {fields.map((name) => (
        <div key={name} className="min-w-0 grow sm:max-w-72">
          <TextField type="search" name={name} label={t(name)} defaultValue={query[name]} maxLength={SEARCH_LENGTH} />
        </div>
      ))}
      <Button type="submit" variant="secondary">{c("filter")}</Button>
      {fields.some((name) => query[name]) && <LinkButton variant="quiet" href={paths.audit()}>{c("clear")}</LinkButton>}
    </form>
  );
}
