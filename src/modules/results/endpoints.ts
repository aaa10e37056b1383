import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { guardedFile, type FileAddress } from "@/lib/guarded-file";
import { currentLocale } from "@/lib/locale";
import { openFile } from "@/lib/open-door";
import { localised, paths } from "@/lib/paths";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { fileName } from "./domain/published-data";
import type { PublicationState } from "./domain/publication";
import { askedFile, EXTENSIONS } from "./domain/published-files";
import { PAGE_POLICY, smallPage, type PageLocale } from "./domain/published-page";
import { replacedPage } from "./domain/replaced-page";
import { siteMap } from "./domain/site-map";
import { notAnnouncedPage, notFoundPage, replacedWords } from "./notices/page-words";
import { holdsMarks, RANKING_FILES, rankingFileOf } from "./notices/ranking-files";
import { TABLE_TYPE } from "./notices/table-file";
import { mayReadScores, rankingVisibleTo } from "./policy";
import { announcementDue, editionResult, namedEdition } from "./queries/edition-result";
import { publishedFile, publishedHashes, versionsAfter, type PublishedFile } from "./queries/public-results";
import { frozenRanking } from "./queries/ranking";
import { askedRanking } from "./queries/ranking-view";
import { publicAddresses } from "./queries/site-map";
import { snapshotText } from "./queries/supersession";
import { wholeMarks, wholeRanking } from "./queries/whole-ranking";
import { recordDownload, recordRecordTaken } from "./repository/download";
import { rankingQuerySchema, recordQuerySchema, versionQuerySchema } from "./schema";

type ResultParams = { slug: string; tahap: string };

/** The published page: the stored bytes, or the words that nothing has been announced. */
export const resultPage = openFile({
  name: "results.publishedPage",
  respond: async ({ slug, tahap }: ResultParams, request) => {
    const locale = await currentLocale();
    const named = await namedResult(slug, tahap);
    if (!named) return page(404, smallPage(notFoundPage(locale)));

    const version = askedVersion(request);
    const file = await publishedFile({ ...named, version }, locale === "en" ? "HTML_EN" : "HTML_ID");
    if (file) return stored(request, { ...(await asItStands(file, named, locale)), type: PAGE_TYPE });
    if (version !== null) return page(404, smallPage(notFoundPage(locale)));
    const { edition, resultName } = named;
    const due = await announcementDue(edition, tahap);
    const at = due && formatDate(due, { locale, zone: edition.zone });
    return page(200, smallPage(notAnnouncedPage({ edition: edition.name[locale], result: resultName[locale], slug, key: tahap, at }, locale)));
  },
});

const PAGE_TYPE = "text/html; charset=utf-8";
const TYPES = { table: TABLE_TYPE, data: "application/json; charset=utf-8", pageId: PAGE_TYPE, pageEn: PAGE_TYPE } as const;
const KINDS = { table: "CSV", data: "JSON", pageId: "HTML_ID", pageEn: "HTML_EN" } as const;

/** The data of a publication and the list of hashes. Before it there is nothing here. */
export const resultFile = openFile({
  name: "results.publishedFile",
  respond: async ({ slug, tahap, berkas }: ResultParams & { berkas: string }, request) => {
    const asked = askedFile(berkas);
    const named = asked && (await namedResult(slug, tahap));
    if (!asked || !named) return page(404, smallPage(notFoundPage(await currentLocale())));

    const version = asked.version ?? askedVersion(request);
    if (asked.file === "sums") return sums(request, { ...named, version });
    const file = await publishedFile({ ...named, version }, KINDS[asked.file]);
    const saved = file && nameOf(named, file, asked.file);
    if (!file || (asked.wholeName !== null && asked.wholeName !== saved)) return page(404, smallPage(notFoundPage(await currentLocale())));
    return stored(request, { ...file, type: TYPES[asked.file], disposition: `${asked.file === "data" ? "inline" : "attachment"}; filename="${saved}"` });
  },
});

/** The ranking page as files: every entry that its filters leave, for those who may read its scores; each is recorded. */
export const rankingFile = guardedFile({
  name: "results.rankingFile",
  load: async (address: FileAddress<{ slug: string; berkas?: string }>, { now }) => {
    const query = rankingQuerySchema.parse(address.query);
    const file = RANKING_FILES.find((name) => name === (address.params.berkas ?? "data.csv"));
    const found = file && (await askedRanking({ slug: address.params.slug, query, now }));
    return found ? { ...found, query, file } : null;
  },
  policy: mayReadScores,
  respond: async ({ subject: { query, file, ...found }, actor, now }) => {
    const ranking = await wholeRanking(rankingVisibleTo(actor), found, query);
    await recordDownload({ ...found, ranking, query, file, actorId: actor.userId });
    const marks = holdsMarks(file) ? await wholeMarks(found, ranking) : [];
    return rankingFileOf({ file, ranking, marks, found, now, locale: await currentLocale() });
  },
});

/** A frozen ranking as it was hashed, one that counts no more too. */
export const snapshotFile = guardedFile({
  name: "results.snapshotFile",
  load: async (address: FileAddress<{ slug: string }>) => {
    const { hasil, versi } = recordQuerySchema.parse(address.query);
    const found = await editionResult(address.params.slug, hasil);
    const text = found && (await snapshotText(found, versi));
    return found && text && { ...found, text, version: versi, frozen: await frozenRanking(found) };
  },
  policy: mayReadScores,
  respond: async ({ subject: { edition, result, text, version }, actor }) => {
    await recordRecordTaken({ edition, result, version, sha256: text.sha256, actorId: actor.userId });
    return { body: text.body, type: TYPES.data, fileName: `${edition.slug}-${result.key}-peringkat-v${version}.json` };
  },
});

/** The addresses of all that is public, for search engines and archives. */
export const siteMapFile = openFile({
  name: "results.siteMap",
  respond: async () => {
    const headers = { ...SAFE, "cache-control": "public, max-age=600", "content-type": "application/xml; charset=utf-8" };
    return new Response(siteMap(env().NEXTAUTH_URL, await publicAddresses()), { headers });
  },
});

/** In the form that `sha256sum --check` reads, for files saved under their own names. */
async function sums(request: Request, wanted: Named & { version: number | null }): Promise<Response> {
  const published = await publishedHashes(wanted);
  if (!published) return page(404, smallPage(notFoundPage(await currentLocale())));
  const { hashes } = published;
  const files = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const body = files.map((file) => `${hashes[KINDS[file]]}  ${nameOf(wanted, published, file)}\n`).join("");
  return stored(request, { body, sha256: `${hashes.HTML_ID.slice(0, 32)}-sums`, type: "text/plain; charset=utf-8" });
}

type Named = { edition: NonNullable<Awaited<ReturnType<typeof namedEdition>>>; editionId: string; resultKey: string; resultName: LocalizedText };

/** The name under which a file of a publication is saved and listed. */
const nameOf = ({ edition, resultKey, resultName }: Named, of: { version: number; state: PublicationState }, file: keyof typeof KINDS) =>
  fileName({ edition, result: { key: resultKey, name: resultName }, ...of }, EXTENSIONS[file]);

/** The frozen page as it is, or, once another version has replaced it, under a notice that says so. */
async function asItStands(file: PublishedFile, named: Named, locale: PageLocale): Promise<{ body: string; sha256: string; isOld?: true }> {
  const following = await versionsAfter({ ...named, version: file.version });
  const [by] = following;
  const latest = following.at(-1)?.version;
  if (!by || latest === undefined) return file;
  const address = localised(paths.result(named.edition.slug, named.resultKey), locale);
  const words = replacedWords({ version: file.version, by, latest, zone: named.edition.zone }, locale);
  const original = paths.resultFile(named.edition.slug, named.resultKey, nameOf(named, file, locale === "en" ? "pageEn" : "pageId"));
  return { body: replacedPage(file.body, words, { latest: address, original }), sha256: `${file.sha256}-${by.version}-${latest}`, isOld: true };
}

async function namedResult(slug: string, resultKey: string): Promise<Named | null> {
  const edition = await namedEdition(slug);
  const result = edition?.rules.results.find(({ key }) => key === resultKey);
  return edition && result ? { edition, editionId: edition.id, resultKey, resultName: result.name } : null;
}

/** Null asks for the last one; anything that is no version is one that does not exist. */
function askedVersion(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get("versi");
  return asked === null ? null : versionQuerySchema.parse(asked);
}

const SAFE = { "x-content-type-options": "nosniff", "content-security-policy": PAGE_POLICY };

/** Bytes that were published: the same for everybody. A reader's browser asks each time whether they are the last; caches on the way keep them for a moment, and while we are away. */
function stored(request: Request, file: { body: string; sha256: string; type: string; disposition?: string; isOld?: true }): Response {
  const headers = {
    ...SAFE,
    etag: `"${file.sha256}"`,
    "cache-control": "public, max-age=0, s-maxage=10, stale-if-error=86400",
    "content-type": file.type,
    ...(file.isOld ? { "x-robots-tag": "noindex" } : {}),
    ...(file.disposition ? { "content-disposition": file.disposition } : {}),
  };
  const known = request.headers.get("if-none-match")?.includes(headers.etag);
  return known ? new Response(null, { status: 304, headers }) : new Response(file.body, { headers });
}

function page(status: number, body: string): Response {
  return new Response(body, { status, headers: { ...SAFE, "cache-control": "no-store", "content-type": "text/html; charset=utf-8" } });
}
