/**
 * The published page as one plain document: no script, one font, everything a reader needs to tell what the list is.
 *
 * Source: interim results carry their state, their time and what may change first, and a published fact has an address, a
 * date, a state and a hash. That rows are ordered by title and become cards on a telephone is our default.
 */

import { constant, html, type Markup } from "./markup";
import type { ListedEntry, ListedLevel } from "./listed";
import type { PublicationContent } from "./published-data";
import { STYLE } from "./published-style";

export type PageLocale = "id" | "en";

/** Every text of the page in one language, ready to be read. */
export type PageWords = {
  readonly product: string;
  readonly skip: string;
  readonly languages: string;
  readonly demoWord: string;
  readonly demo: string;
  /** Stands in the title and, while provisional, across each printed page. */
  readonly stateWord: string;
  readonly stateTitle: string;
  readonly stateBody: string;
  /** That this version puts another of its kind right; empty where it does not. */
  readonly corrected: string;
  readonly lead: string;
  /** By level key. */
  readonly captions: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<"title" | "unit" | "agency" | "province" | "group" | "category", string>>;
  readonly evidence: string;
  readonly published: { readonly term: string; readonly at: string };
  readonly version: { readonly term: string; readonly value: string; readonly latest: string };
  readonly earlier: { readonly term: string; readonly none: string; readonly labels: readonly string[] };
  /** What this version changes; null for the first. `same` is empty where anything has changed. */
  readonly changes: null | {
    readonly title: string;
    readonly reason: "" | { readonly term: string; readonly text: string };
    readonly same: string;
    readonly lists: readonly { readonly term: string; readonly entries: readonly ChangedEntry[] }[];
  };
  readonly ranking: { readonly term: string };
  readonly audit: { readonly term: string; readonly event: string | null };
  readonly table: { readonly term: string; readonly label: string };
  readonly data: { readonly term: string; readonly label: string };
  readonly sums: { readonly term: string; readonly label: string };
  readonly footer: string;
};

export type ChangedEntry = { readonly code: string; readonly title: string; readonly place: string; readonly level: string };

/** Addresses on the page, already in its language; `earlier` belongs to the labels of the same place. */
export type PageLinks = {
  readonly home: string;
  readonly edition: string;
  readonly self: string;
  readonly languages: readonly { readonly locale: PageLocale; readonly name: string; readonly href: string }[];
  readonly table: string;
  readonly data: string;
  readonly sums: string;
  readonly earlier: readonly string[];
  /** The page of an innovation, by its code. */
  readonly innovation: (code: string) => string;
};

export type PublishedPage = {
  readonly locale: PageLocale;
  readonly content: PublicationContent;
  readonly words: PageWords;
  readonly links: PageLinks;
  readonly sha256: { readonly table: string; readonly data: string };
};

/** The policy of the page, also in its own head: what is saved or copied stays as harmless as what is served. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The whole document of a publication. */
export function publishedPage(page: PublishedPage): string {
  const { locale, content, words } = page;
  const name = content.result.name[locale];
  return documentOf({
    locale,
    title: `${words.stateWord}: ${name} · ${content.edition.name[locale]}`,
    head: alternates(page),
    body: html`<a class="skip" href="#isi">${words.skip}</a>${header(page)}<main id="isi" class="w">${stateBanner(page)}<p class="over"><a href="${page.links.edition}">${content.edition.name[locale]}</a></p><h1>${name}</h1>${words.corrected && html`<p><strong>${words.corrected}</strong></p>`}<p class="lead">${words.lead}</p>${contents(page)}${changesSection(page)}${content.levels.map((level) => levelSection(level, page))}${evidence(page)}</main><footer><div class="w"><p>${words.footer}</p></div></footer>${content.state === "PROVISIONAL" && html`<p class="stamp" aria-hidden="true">${words.stateWord}</p>`}`,
  });
}

export type SmallPage = {
  readonly locale: PageLocale;
  readonly band: Band;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly label: string };
};

/** Whose page this is and the same page in the other language; `languages` names that choice. */
export type Band = Pick<PageWords, "product" | "languages"> & { readonly links: Pick<PageLinks, "home" | "languages"> };

/** A page of one heading and a few sentences: nothing announced yet, or nothing here. */
export function smallPage({ locale, band, title, lines, link }: SmallPage): string {
  return documentOf({
    locale,
    title,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<header>${bandOf(band, locale)}</header><main class="w"><h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}<p><a href="${link.href}">${link.label}</a></p></main>`,
  });
}

function documentOf({ locale, title, head, body }: { locale: PageLocale; title: string; head: Markup; body: Markup }): string {
  return html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="preload" href="/fonts/source-sans-3-latin.woff2" as="font" type="font/woff2" crossorigin>${head}<style>${constant(STYLE)}</style></head><body>${body}</body></html>`.text;
}

function alternates({ links, words }: PublishedPage): Markup {
  return html`<meta name="description" content="${words.stateTitle} ${words.lead}">${links.languages.map(({ locale, href }) => html`<link rel="alternate" hreflang="${locale}" href="${href}">`)}`;
}

function header({ content, words, links, locale }: PublishedPage): Markup {
  return html`<header>${content.isDemo && html`<div class="demo"><div class="w"><p><strong>${words.demoWord}</strong> ${words.demo}</p></div></div>`}${bandOf({ ...words, links }, locale)}</header>`;
}

function bandOf({ product, languages, links }: Band, locale: PageLocale): Markup {
  const others = links.languages.filter((language) => language.locale !== locale);
  return html`<div class="band"><div class="w"><a href="${links.home}">${product}</a><nav aria-label="${languages}">${others.map((language) => html`<a href="${language.href}" lang="${language.locale}" hreflang="${language.locale}">${language.name}</a>`)}</nav></div></div>`;
}

function stateBanner({ content, words }: PublishedPage): Markup {
  return html`<div class="state ${content.state}"><strong>${words.stateTitle}</strong><p>${words.stateBody}</p></div>`;
}

/** Straight to a level or to the files: on a telephone a list of ninety-nine is long. */
function contents({ content, words, locale }: PublishedPage): Markup {
  const levels = content.levels.map(({ key, name }) => html`<li><a href="#level-${key}">${name[locale]}</a></li>`);
  return html`<ul class="jump">${levels}<li><a href="#berkas">${words.evidence}</a></li></ul>`;
}

function changesSection({ words: { changes } }: PublishedPage): Markup | null {
  if (!changes) return null;
  const { title, reason, same, lists } = changes;
  const entry = ({ code, title: name, place, level }: ChangedEntry) =>
    html`<li><bdi>${name}</bdi><br><span class="meta">${code}. <bdi>${place}</bdi>. ${level}</span></li>`;
  return html`<section aria-labelledby="perubahan"><h2 id="perubahan">${title}</h2>${same && html`<p>${same}</p>`}<dl>${[
    ...(reason ? [fact(reason.term, html`<bdi>${reason.text}</bdi>`)] : []),
    ...lists.map(({ term, entries }) => fact(term, html`<ul class="plain">${entries.map(entry)}</ul>`)),
  ]}</dl></section>`;
}

function levelSection({ key, name, entries }: ListedLevel, page: PublishedPage): Markup {
  const { words, locale } = page;
  const { title, unit, agency, province, group, category } = words.columns;
  const headings = [title, unit, agency, province, group, category].map((word) => html`<th role="columnheader" scope="col">${word}</th>`);
  return html`<section aria-labelledby="level-${key}"><h2 id="level-${key}">${name[locale]}</h2><table role="table"><caption>${words.captions[key] ?? ""}</caption><thead role="rowgroup"><tr role="row">${headings}</tr></thead><tbody role="rowgroup">${entries.map((entry) => entryRow(entry, page))}</tbody></table></section>`;
}

function entryRow(entry: ListedEntry, { words, links, locale }: PublishedPage): Markup {
  const { unit, agency, province, group, category } = words.columns;
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${links.innovation(entry.innovationCode)}"><bdi>${entry.title}</bdi></a></th>${[
    cell(unit, entry.unitName), cell(agency, entry.agencyName), cell(province, entry.province),
    cell(group, entry.group[locale]), cell(category, entry.category[locale]),
  ]}</tr>`;
}

function cell(label: string, value: string): Markup {
  return value === "" ? html`<td role="cell"></td>` : html`<td role="cell" data-l="${label}"><bdi>${value}</bdi></td>`;
}

function evidence({ content, words, links, sha256 }: PublishedPage): Markup {
  const earlier = links.earlier.map((href, place) => html`<a href="${href}">${words.earlier.labels[place] ?? ""}</a> `);
  return html`<section aria-labelledby="berkas"><h2 id="berkas">${words.evidence}</h2><dl>${[
    fact(words.published.term, html`<time datetime="${content.publishedAt}">${words.published.at}</time>`),
    fact(words.version.term, html`${words.version.value} <a href="${links.self}">${words.version.latest}</a>`),
    fact(words.earlier.term, earlier.length > 0 ? html`${earlier}` : html`${words.earlier.none}`),
    fact(words.ranking.term, html`<span class="meta">SHA-256 <code>${content.snapshotSha256}</code></span>`),
    ...(words.audit.event && content.auditHead ? [fact(words.audit.term, html`${words.audit.event}<br><span class="meta">SHA-256 <code>${content.auditHead.hash}</code></span>`)] : []),
    fact(words.table.term, html`<a href="${links.table}">${words.table.label}</a><br><span class="meta">SHA-256 <code>${sha256.table}</code></span>`),
    fact(words.data.term, html`<a href="${links.data}">${words.data.label}</a><br><span class="meta">SHA-256 <code>${sha256.data}</code></span>`),
    fact(words.sums.term, html`<a href="${links.sums}">${words.sums.label}</a>`),
  ]}</dl></section>`;
}

function fact(term: string, detail: Markup): Markup {
  return html`<div><dt>${term}</dt><dd>${detail}</dd></div>`;
}
