import { getTranslations } from "next-intl/server";
import { currentPath } from "@/lib/locale";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import type { Actor } from "../domain/roles";

/** What stands in the frame where there is no such page, or none for this account. */
export async function NotFoundPage({ viewer }: { viewer: Actor | null }) {
  const [t, path] = await Promise.all([getTranslations("common"), currentPath()]);
  return (
    <>
      <title>{t("notFound.title")}</title>
      <PageHeader
        title={t("notFound.title")}
        lead={t("notFound.body")}
        actions={
          <>
            {!viewer && <LinkButton href={paths.signIn(path)}>{t("action.signIn")}</LinkButton>}
            <LinkButton variant="secondary" href={paths.home()}>
              {t("notFound.home")}
            </LinkButton>
          </>
        }
      />
    </>
  );
}
