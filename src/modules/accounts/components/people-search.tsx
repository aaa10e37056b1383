import { getTranslations } from "next-intl/server";
import { SearchForm } from "@/ui/forms/search-form";

/** Finds people and open invitations in the lists of one page. */
export async function PeopleSearch({ action, value }: { action: string; value: string }) {
  const t = await getTranslations();
  return (
    <div className="mb-6">
      <SearchForm action={action} name="cari" label={t("accounts.people.search")} value={value} submit={t("common.action.search")} />
    </div>
  );
}
