import { getLocale, getTranslations } from "next-intl/server";
import { Card, CardGrid } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Tag } from "@/ui/tag";
import { chooseWorkspace } from "../actions";
import type { Membership } from "../domain/roles";

type WorkspaceListProps = { memberships: Membership[]; worn: string | null; back?: string };

export async function WorkspaceList({ memberships, worn, back }: WorkspaceListProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  if (memberships.length === 0) return <EmptyState title={t("workspace.none")} />;
  return (
    <CardGrid>
      {memberships.map((membership) => (
        <Card
          key={membership.id}
          level={2}
          title={t(`role.${membership.role}`)}
          meta={membership.editionName?.[locale] ?? membership.agencyName ?? t("workspace.system")}
          tags={membership.id === worn ? <Tag tone="info">{t("workspace.current")}</Tag> : undefined}
          footer={
            <ActionForm action={chooseWorkspace} hidden={{ membershipId: membership.id, ...(back ? { back } : {}) }}>
              <SubmitButton variant="secondary" pendingLabel={t("workspace.pending")}>
                {t("workspace.choose")}
              </SubmitButton>
            </ActionForm>
          }
        />
      ))}
    </CardGrid>
  );
}
