import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/format";
import type { CriterionRule } from "@/modules/competition/domain/edition-rules";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { OutsideLink } from "@/ui/outside-link";
import { UserLine, UserText } from "@/ui/user-text";
import type { EntryText as Entry } from "../../queries/sheet";
import { fieldOf } from "./sheet-words";

/** The proposal, section by section in the order of its form; `criteria` are those that are being marked by it. */
export async function EntryText({ text, criteria }: { text: Entry; criteria: readonly CriterionRule[] }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  return (
    <div className="flex flex-col gap-6">
      <Facts
        look="compact"
        items={[
          { term: t("unit"), detail: <UserLine text={text.unitName} /> },
          { term: t("agency"), detail: <UserLine text={text.agencyName} /> },
          { term: t("group"), detail: text.groupName[locale] },
          { term: t("category"), detail: text.categoryName[locale] },
          { term: t("since"), detail: formatMonth(text.implementedSince, locale) },
          { term: t("source"), detail: text.sourceText ? <UserLine text={text.sourceText} /> : t("own") },
          { term: t("earlierResults"), detail: text.earlierResults.join(", ") || t("noEarlierResults") },
          ...(text.claimedResult ? [{ term: t("claimed"), detail: <UserLine text={text.claimedResult} /> }] : []),
          ...(text.videoUrl ? [{ term: t("video"), detail: <OutsideLink href={text.videoUrl} /> }] : []),
        ]}
      />
      <nav aria-label={t("sections")} className="print:hidden">
        <ol className="list-decimal ps-6 text-sm">
          {text.sections.map(({ key, name }) => <li key={key}><Link href={`#bagian-${key}`} className="inline-block py-1">{name[locale]}</Link></li>)}
        </ol>
      </nav>
      {text.sections.map(({ key, name, question, body }) => (
        <section key={key} aria-labelledby={`bagian-${key}`} className="group/section">
          <h2 id={`bagian-${key}`} className="scroll-mt-4 text-h3">{name[locale]}</h2>
          <p className="mb-2 text-sm text-ink-muted">{question[locale]}</p>
          {body.trim() === "" ? <p className="text-ink-muted">{t("unanswered")}</p> : <UserText text={body} />}
          <WayBack criteria={criteria.filter(({ sections }) => sections.includes(key))} />
        </section>
      ))}
    </div>
  );
}

/** Where the sheet follows the text: back from a section that was jumped to, to the boxes of the criteria that read it. */
async function WayBack({ criteria }: { criteria: readonly CriterionRule[] }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  if (criteria.length === 0) return null;
  return (
    <p className="mt-2 hidden flex-wrap items-baseline gap-x-3 text-sm group-has-[h2:target]/section:flex xl:hidden! print:hidden!">
      <span>{t("backToMark")}</span>
      {criteria.map(({ key, name }) => <Link key={key} href={`#${fieldOf("marks", key)}`} className="py-1">{name[locale]}</Link>)}
    </p>
  );
}
