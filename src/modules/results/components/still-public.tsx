import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import type { StandingVersion } from "../queries/versions";

type Props = { edition: { slug: string }; result: { key: string }; published: StandingVersion | null };

/** A list that is public while the ranking below it counts no more: it stands until another replaces it. */
export async function StillPublic({ edition, result, published }: Props) {
  const t = await getTranslations("results.stillPublic");
  if (!published) return null;
  return (
    <Notice tone="warn" title={t("title", { version: published.version })}>
      <p>{t("body")}</p>
      <p>{t("next")}</p>
      <p><Link href={paths.result(edition.slug, result.key)}>{t("open", { version: published.version })}</Link></p>
    </Notice>
  );
}
