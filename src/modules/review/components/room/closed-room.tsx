import { getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import type { loadClosedRoom } from "../../loaders";

/** In the place of an entry that its address no longer opens: why, and the way back to one's list. */
export async function ClosedRoom({ because }: Pick<Awaited<ReturnType<typeof loadClosedRoom>>["subject"], "because">) {
  const t = await getTranslations("review");
  return (
    <>
      <title>{t("closed.title")}</title>
      <PageHeader
        title={t("closed.title")}
        lead={await sentence(because)}
        actions={<LinkButton href={paths.judging()}>{t("room.list")}</LinkButton>}
      />
    </>
  );
}
