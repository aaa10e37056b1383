import { getLocale, getTranslations } from "next-intl/server";
import type { RulesNews } from "@/modules/competition/domain/rules-news";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";

/** What became of the edition under a proposal: other rules since it was begun, or taken back altogether. */
export async function RulesChanged({ news, withdrawn }: { news: readonly RulesNews[] | null; withdrawn: string | null }) {
  const [t, locale] = await Promise.all([getTranslations("submission.rulesChanged"), getLocale()]);
  return (
    <>
      {withdrawn !== null && <Notice tone="warn" title={t("withdrawn")}><UserLine text={withdrawn} /></Notice>}
      {news && withdrawn === null && (
        <Notice tone="warn" title={t("title")}>
          <p>{t(news.length > 0 ? "lead" : "nothing")}</p>
          <ul className="list-disc ps-5">
            {news.map((each, place) => <li key={place}>{t(each.kind, { name: "name" in each ? each.name[locale] : "" })}</li>)}
          </ul>
        </Notice>
      )}
    </>
  );
}
