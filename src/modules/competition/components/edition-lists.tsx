import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import type { EditionDraft, PreparedEdition } from "../queries";

/** Drafts that one may go on with. */
export async function DraftList({ drafts }: { drafts: readonly EditionDraft[] }) {
  const [t, locale] = await Promise.all([getTranslations("competition.new"), getLocale()]);
  if (drafts.length === 0) return null;
  return (
    <Section title={t("drafts")} id="drafts">
      <p className="max-w-reading text-ink-muted">{t("draftsLead")}</p>
      <ul className="flex flex-col gap-1">
        {drafts.map(({ id, title, updatedAt }) => (
          <li key={id} className="flex flex-wrap gap-x-4">
            <Link href={paths.editionDraft(id)}>{title || t("untitled")}</Link>
            <span className="text-ink-muted">{t("keptAt", { at: formatDateTime(updatedAt, { locale, zone: "Asia/Jakarta" }) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Editions to begin from; those in which nothing was filed can get other rules or be taken back. */
export async function EditionList({ editions, opens }: { editions: readonly PreparedEdition[]; opens: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("competition.new"), getLocale()]);
  return (
    <Section title={t("existing")} id="existing">
      <ul className="flex flex-col gap-1">
        {editions.map(({ slug, name, isWithdrawn, isUnused }) => {
          const about = <span className="sr-only">{name[locale]}</span>;
          return (
            <li key={slug} className="flex flex-wrap gap-x-4">
              {isWithdrawn ? <span>{name[locale]} <Tag tone="warn">{t("isWithdrawn")}</Tag></span> : <Link href={paths.edition(slug)}>{name[locale]}</Link>}
              {!isWithdrawn && <Link href={paths.newEdition(slug)}>{t("copy")} {about}</Link>}
              {isUnused && <Link href={paths.replaceRules(slug)}>{t("replace")} {about}</Link>}
              {isUnused && opens && !isWithdrawn && <Link href={paths.withdrawEdition(slug)}>{t("withdraw")} {about}</Link>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
