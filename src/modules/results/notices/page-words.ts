import { createTranslator } from "next-intl";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import { localised, paths, withQuery } from "@/lib/paths";
import { messagesOf } from "@/messages/catalogue";
import { isUnchanged } from "../domain/publication-changes";
import { countOf, type PublicationContent } from "../domain/published-data";
import { FILES, versioned } from "../domain/published-files";
import type { PageLinks, PageLocale, PageWords, SmallPage } from "../domain/published-page";
import type { ReplacedWords } from "../domain/replaced-page";

/** What the public page says beside the entries, in one language. */
export function pageWords(content: PublicationContent, { locale, zone }: { locale: PageLocale; zone: string }): PageWords {
  const t = words(locale);
  const { state, version, decree, organizer, levels } = content;
  const decreeDate = decree.date ? formatDate(new Date(`${decree.date}T00:00:00Z`), { locale, zone: "UTC" }) : "";
  return {
    product: productName(locale),
    skip: t("skip"),
    languages: t("languages"),
    demoWord: t("demoWord"),
    demo: t("demo"),
    stateWord: t(`${state}.word`),
    stateTitle: t(`${state}.title`, { number: decree.number, date: decreeDate }),
    stateBody: t(`${state}.body`),
    corrected: content.replaces?.state === state ? t(`corrected.${state}`, { version: formatNumber(version, locale) }) : "",
    lead: t("lead", { count: countOf(levels), organizer }),
    captions: Object.fromEntries(levels.map(({ key, entries }) => [key, t("caption", { count: entries.length })])),
    columns: {
      title: t("column.title"), unit: t("column.unit"), agency: t("column.agency"), province: t("column.province"),
      group: t("column.group"), category: t("column.category"),
    },
    evidence: t("evidence"),
    published: { term: t("published"), at: formatDateTime(new Date(content.publishedAt), { locale, zone }) },
    version: { term: t("version"), value: t("versionValue", { version: formatNumber(version, locale) }), latest: t("latest") },
    earlier: { term: t("earlier"), none: t("noEarlier"), labels: versionsBefore(version).map((number) => t("versionLink", { version: number })) },
    changes: changeWords(content, locale),
    ranking: { term: t("ranking") },
    audit: { term: t("audit"), event: content.auditHead && t("auditEvent", { seq: String(content.auditHead.seq) }) },
    table: { term: t("table"), label: t("download", { file: versioned(FILES.table, version) }) },
    data: { term: t("data"), label: t("download", { file: versioned(FILES.data, version) }) },
    sums: { term: t("sums"), label: t("download", { file: versioned(FILES.sums, version) }) },
    footer: t("footer"),
  };
}

function changeWords({ replaces }: PublicationContent, locale: PageLocale): PageWords["changes"] {
  if (!replaces) return null;
  const t = words(locale);
  const { version, reason, changes } = replaces;
  const place = (unit: string, agency: string) => [unit, agency].filter(Boolean).join(", ");
  return {
    title: t("changes.title", { version }),
    reason: reason && { term: t("changes.reason"), text: reason },
    same: isUnchanged(changes) ? t("changes.same", { version }) : "",
    lists: [
      { term: t("changes.entered"), entries: changes.entered.map((entry) => ({ ...entry, place: place(entry.unitName, entry.agencyName), level: entry.level[locale] })) },
      { term: t("changes.left"), entries: changes.left.map((entry) => ({ ...entry, place: place(entry.unitName, entry.agencyName), level: entry.level[locale] })) },
      {
        term: t("changes.moved"),
        entries: changes.moved.map((entry) => ({
          ...entry, place: place(entry.unitName, entry.agencyName), level: t("changes.levels", { before: entry.before[locale], now: entry.level[locale] }),
        })),
      },
    ].filter(({ entries }) => entries.length > 0),
  };
}

/** What stands above an earlier version that has been replaced. */
export function replacedWords(
  { version, by, latest, zone }: { version: number; by: { version: number; publishedAt: Date; reason: string }; latest: number; zone: string },
  locale: PageLocale,
): ReplacedWords {
  const t = words(locale);
  const at = formatDateTime(by.publishedAt, { locale, zone });
  return {
    mark: t("replaced.word"),
    title: t("replaced.title", { version, by: by.version, at }),
    reason: by.reason ? t("replaced.reason", { reason: by.reason }) : t("replaced.noReason", { by: by.version }),
    latest: t("replaced.latest", { latest }),
    original: t("replaced.original"),
  };
}

/** Every address on the page; the files name their version, so that an earlier page keeps leading to its own. */
export function pageLinks({ edition, result, version }: PublicationContent, locale: PageLocale): PageLinks {
  const self = paths.result(edition.slug, result.key);
  const file = (name: string) => paths.resultFile(edition.slug, result.key, versioned(name, version));
  return {
    home: localised(paths.home(), locale),
    edition: localised(paths.edition(edition.slug), locale),
    self: localised(self, locale),
    languages: inEachLanguage(self),
    table: file(FILES.table),
    data: file(FILES.data),
    sums: file(FILES.sums),
    earlier: versionsBefore(version).map((number) => localised(withQuery(self, { versi: number }), locale)),
    innovation: (code) => localised(paths.innovation(code), locale),
  };
}

/** Before a publication: the same words whatever has been decided. */
export function notAnnouncedPage(named: { edition: string; result: string; slug: string; key: string; at: string | null }, locale: PageLocale): SmallPage {
  const t = words(locale);
  return {
    locale,
    band: bandOf(paths.result(named.slug, named.key), locale),
    title: t("notAnnounced.title", { result: named.result }),
    lines: [
      named.at ? t("notAnnounced.due", { edition: named.edition, at: named.at }) : t("notAnnounced.when", { edition: named.edition }),
      t("notAnnounced.body"),
    ],
    link: { href: localised(paths.edition(named.slug), locale), label: t("notAnnounced.link", { edition: named.edition }) },
  };
}

export function notFoundPage(locale: PageLocale): SmallPage {
  const t = words(locale);
  return {
    locale,
    band: bandOf(paths.competitions(), locale),
    title: t("notFound.title"),
    lines: [t("notFound.body")],
    link: { href: localised(paths.competitions(), locale), label: t("notFound.link") },
  };
}

const bandOf = (self: string, locale: PageLocale): SmallPage["band"] => ({
  product: productName(locale),
  languages: words(locale)("languages"),
  links: { home: localised(paths.home(), locale), languages: inEachLanguage(self) },
});

const inEachLanguage = (path: string) => (["id", "en"] as const).map((code) => ({ locale: code, name: words(code)("ownName"), href: localised(path, code) }));

const productName = (locale: PageLocale) => createTranslator({ locale, messages: messagesOf(locale), namespace: "common" })("product");

const words = (locale: PageLocale) => createTranslator({ locale, messages: messagesOf(locale), namespace: "results.page" });

const versionsBefore = (version: number) => Array.from({ length: version - 1 }, (_, index) => index + 1);
