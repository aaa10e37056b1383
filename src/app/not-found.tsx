import { getTranslations } from "next-intl/server";
import { currentPath } from "@/lib/locale";
import { paths } from "@/lib/paths";
import { WorkspaceFrame } from "@/modules/accounts/components/workspace-frame";
import { loadViewer } from "@/modules/accounts/loaders";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";

export default async function NotFound() {
  const [t, viewer, path] = await Promise.all([getTranslations("common"), loadViewer({}), currentPath()]);
  return (
    <WorkspaceFrame viewer={viewer}>
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
    </WorkspaceFrame>
  );
}
