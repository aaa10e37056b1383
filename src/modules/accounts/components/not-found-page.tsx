import { getTranslations } from "next-intl/server";
import { currentPath } from "@/lib/locale";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import type { Actor } from "../domain/roles";

/** What stands in the frame where there is no such page, or none for this account. */
export async function NotFoundPage({ viewer }: { viewer: Actor | null }) {
  const [t, path] = await Promise.all([getTranslations("common"), currentPath()]);
  const hasChoice = viewer !== null && viewer.memberships.length > 1;
  return (
    <>
      <PageHeader
        title={t("notFound.title")}
        lead={t(viewer ? "notFound.signedIn" : "notFound.body")}
        actions={
          <>
            {!viewer && <LinkButton href={paths.signIn(path)}>{t("action.signIn")}</LinkButton>}
            {hasChoice && <LinkButton href={paths.workspaces(path)}>{t("action.switchWorkspace")}</LinkButton>}
            <LinkButton variant="secondary" href={paths.home()}>
              {t("notFound.home")}
            </LinkButton>
          </>
        }
      />
    </>
  );
}
