import { getTranslations } from "next-intl/server";
import { UserLine } from "./user-text";

type Source = { sourceText: string; sourceInnovationId: string | null; sourceAgency: string; sourceYear: number | null };

/** The adapted innovation as its writers name it, and whether it is on record here. */
export async function SourceDetail({ source: { sourceText, sourceInnovationId, sourceAgency, sourceYear } }: { source: Source }) {
  const t = await getTranslations("common.said");
  return (
    <>
      <UserLine text={sourceText} />
      <span className="block text-sm text-ink-muted">
        {sourceInnovationId ? t("onRecord") : <>{t("claimed")} {sourceAgency && <UserLine text={[sourceAgency, sourceYear].filter(Boolean).join(", ")} />}</>}
      </span>
    </>
  );
}
