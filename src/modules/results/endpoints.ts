import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { guardedFile, type FileAddress } from "@/lib/guarded-file";
import { currentLocale } from "@/lib/locale";
import { openFile } from "@/lib/open-door";
import { fileName } from "./domain/published-data";
import { askedFile, FILES, versioned } from "./domain/published-files";
import { PAGE_POLICY, smallPage } from "./domain/published-page";
import { siteMap } from "./domain/site-map";
import { notAnnouncedPage, notFoundPage } from "./notices/page-words";
import { rankingFileName, rankingTable } from "./notices/ranking-file";
import { TABLE_TYPE } from "./notices/table-file";
import { mayReadScores, rankingVisibleTo } from "./policy";
import { announcementDue, namedEdition } from "./queries/edition-result";
import { publishedFile, publishedHashes } from "./queries/public-results";
import { askedRanking } from "./queries/ranking-view";
import { publicAddresses } from "./queries/site-map";
import { wholeRanking } from "./queries/whole-ranking";
import { recordDownload } from "./repository/download";
import { rankingQuerySchema, versionQuerySchema } from "./schema";

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
    if (file) return stored(request, { ...file, type: "text/html; charset=utf-8" });
    if (version !== null) return page(404, smallPage(notFoundPage(locale)));
    const { edition, resultName } = named;
    const due = await announcementDue(edition, tahap);
    const at = due && formatDate(due, { locale, zone: edition.zone });
    return page(200, smallPage(notAnnouncedPage({ edition: edition.name[locale], result: resultName[locale], slug, key: tahap, at }, locale)));
  },
});

const TYPES = { table: TABLE_TYPE, data: "application/json; charset=utf-8" } as const;

/** The data of a publication and the list of hashes. Before it there is nothing here. */
export const resultFile = openFile({
  name: "results.publishedFile",
  respond: async ({ slug, tahap, berkas }: ResultParams & { berkas: string }, request) => {
    const asked = askedFile(berkas);
    const named = asked && (await namedResult(slug, tahap));
    if (!asked || !named) return page(404, smallPage(notFoundPage(await currentLocale())));

    const version = asked.version ?? askedVersion(request);
    if (asked.file === "sums") return sums(request, { ...named, version });
    const file = await publishedFile({ ...named, version }, asked.file === "table" ? "CSV" : "JSON");
    if (!file) return page(404, smallPage(notFoundPage(await currentLocale())));
    const saved = fileName({ edition: named.edition, result: { key: tahap, name: named.resultName }, ...file }, asked.file === "table" ? "csv" : "json");
    return stored(request, { ...file, type: TYPES[asked.file], disposition: `${asked.file === "table" ? "attachment" : "inline"}; filename="${saved}"` });
  },
});

/** The ranking page as one table: every entry that its filters leave, for those who may read its scores. */
export const rankingFile = guardedFile({
  name: "results.rankingFile",
  load: async (address: FileAddress<{ slug: string }>, { now }) => {
    const query = rankingQuerySchema.parse(address.query);
    const found = await askedRanking({ ...address.params, query, now });
    return found && { ...found, query };
  },
  policy: mayReadScores,
  respond: async ({ subject: { query, ...found }, actor, now }) => {
    const ranking = await wholeRanking(rankingVisibleTo(actor), found, query);
    await recordDownload({ ...found, ranking, query, actorId: actor.userId });
    return { body: rankingTable(ranking, found), type: TABLE_TYPE, fileName: rankingFileName(found, ranking.kind, now) };
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
async function sums(request: Request, wanted: { editionId: string; resultKey: string; version: number | null }): Promise<Response> {
  const published = await publishedHashes(wanted);
  if (!published) return page(404, smallPage(notFoundPage(await currentLocale())));
  const { hashes, version } = published;
  const lines = [
    [hashes.CSV, versioned(FILES.table, version)], [hashes.JSON, versioned(FILES.data, version)],
    [hashes.HTML_ID, versioned("id.html", version)], [hashes.HTML_EN, versioned("en.html", version)],
  ];
  const body = lines.map(([hash, name]) => `${hash}  ${name}\n`).join("");
  return stored(request, { body, sha256: `${hashes.HTML_ID.slice(0, 32)}-sums`, type: "text/plain; charset=utf-8" });
}

async function namedResult(slug: string, resultKey: string) {
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

/** Bytes that were published: the same for everybody, kept by caches for a moment and while we are away. */
function stored(request: Request, file: { body: string; sha256: string; type: string; disposition?: string }): Response {
  const headers = {
    ...SAFE,
    etag: `"${file.sha256}"`,
    "cache-control": "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400",
    "content-type": file.type,
    ...(file.disposition ? { "content-disposition": file.disposition } : {}),
  };
  const known = request.headers.get("if-none-match")?.includes(headers.etag);
  return known ? new Response(null, { status: 304, headers }) : new Response(file.body, { headers });
}

function page(status: number, body: string): Response {
  return new Response(body, { status, headers: { ...SAFE, "cache-control": "no-store", "content-type": "text/html; charset=utf-8" } });
}
