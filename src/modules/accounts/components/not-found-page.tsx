import { getTranslations } from "next-intl/server";
import { currentPath } from "@/lib/locale";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import type { Actor } from "../domain/roles";

/**
 * A proposal's address, whether or not there is such a proposal: a writer who follows a link to their own without a session is
 * not told that it is gone, and a stranger learns nothing.
 */
export const isOfProposal = (path: string) => /\/INV-[0-9A-Z-]+(?=[/?]|$)/i.test(path);

/** What stands in the frame where there is no such page, or none for this account. */
export async function NotFoundPage({ viewer }: { viewer: Actor | null }) {
  const [t, path] = await Promise.all([getTranslations("common"), currentPath()]);
  const asksToSignIn = viewer === null && isOfProposal(path);
  const hasChoice = viewer !== null && viewer.memberships.length > 1;
  return (
    <>
      <PageHeader
        title={t(asksToSignIn ? "notFound.perhapsSignIn" : "notFound.title")}
        lead={t(viewer ? "notFound.signedIn" : asksToSignIn ? "notFound.perhapsSignInBody" : "notFound.body")}
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
