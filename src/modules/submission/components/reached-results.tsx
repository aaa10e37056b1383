import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import type { ReachedResult } from "../queries/reached";

/** What a proposal reached in each published result, with the page on which everybody reads it. */
export async function ReachedResults({ results, editionSlug }: { results: ReachedResult[]; editionSlug: string }) {
  if (results.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("submission.reached"), getLocale()]);
  return (
    <Notice tone={results.some(({ level }) => level) ? "ok" : "info"} title={t("title")}>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {results.map(({ key, name, level }) => (
          <li key={key}>
            {level ? t("level", { result: name[locale], level: level[locale] }) : t("none", { result: name[locale] })}{" "}
            <Link href={paths.result(editionSlug, key)}>{t("see", { result: name[locale] })}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
