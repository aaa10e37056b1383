import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import type { PastPublication } from "../../queries/decision";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";

/** What is public already, and what may still follow. */
export async function PublishedNotice({ view, publishable, last }: { view: PublishingView; publishable: PublishableSet; last: PastPublication }) {
  const [t, locale] = await Promise.all([getTranslations("results.publish"), getLocale()]);
  const { edition, result } = view;
  const address = paths.result(edition.slug, result.key);
  return (
    <Notice tone="ok" title={t(`done.${last.state}`)}>
      <p>{t("doneBody", { version: last.version, at: formatDateTime(last.publishedAt, { locale, zone: edition.zone }) })}</p>
      {publishable.set.reopening ? <p>{t("reopened")}</p> : last.state === "PROVISIONAL" && <p>{t("doneNext")}</p>}
      <p><Link href={address}>{t("openPublic")}</Link></p>
      {publishable.set.publications.length > 1 && (
        <p>
          {t("versions")}:{" "}
          {publishable.set.publications.map(({ version }) => (
            <Link key={version} href={withQuery(address, { versi: version })} className="me-3">{t("version", { version })}</Link>
          ))}
        </p>
      )}
    </Notice>
  );
}
