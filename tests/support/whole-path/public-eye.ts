import { resultFile, resultPage } from "@/modules/results/endpoints";
import { loadCompetitions, loadEdition, loadHome, loadInnovation, loadLibrary } from "@/modules/results/loaders";
import { askAs } from "../request";
import { fetchAnonymously } from "../results-builders";
import type { Of } from "./deciding";

/** Which of these titles and codes any public address tells about an edition with these results, as one list. */
export async function toldInPublic(slug: string, results: readonly string[], entries: readonly { title: string; code: string }[]): Promise<string[]> {
  const texts = [...(await Promise.all(results.map((result) => filesOf({ slug, result })))), await pagesOf(slug, entries)];
  const all = texts.flat().join("\n");
  return entries.flatMap(({ title, code }) => [title, code]).filter((secret) => all.includes(secret));
}

/** The published page in both languages and the two files of data, as an anonymous reader gets them. */
export async function publishedList({ slug, result }: Of) {
  const params = { slug, tahap: result };
  const [page, english, table, data] = [
    await fetchAnonymously(resultPage, params), await fetchAnonymously(resultPage, params, { locale: "en" }),
    await fetchAnonymously(resultFile, { ...params, berkas: "data.csv" }), await fetchAnonymously(resultFile, { ...params, berkas: "data.json" }),
  ];
  return { page, english, table, data };
}

/** The titles in the published data, level by level in the order of the page. */
export async function titlesIn(of: Of): Promise<string[]> {
  const { data } = await publishedList(of);
  const { levels } = JSON.parse(data.body) as { levels: { entries: { title: string }[] }[] };
  return levels.flatMap(({ entries }) => entries.map(({ title }) => title));
}

async function filesOf(of: Of): Promise<string[]> {
  return Object.values(await publishedList(of)).map(({ body }) => body);
}

async function pagesOf(slug: string, entries: readonly { title: string; code: string }[]): Promise<string[]> {
  askAs(null);
  const pages: unknown[] = [await loadHome({}), await loadCompetitions({}), await loadEdition({ slug }), await loadLibrary({})];
  for (const { title, code } of entries) pages.push((await loadLibrary({ cari: title })).library, await loadInnovation({ code }));
  return pages.map((page) => JSON.stringify(page));
}
