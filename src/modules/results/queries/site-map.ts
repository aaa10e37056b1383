import { localised, LOCALES, paths } from "@/lib/paths";
import { namedEditions } from "@/modules/competition/queries";
import { FILES } from "../domain/published-files";
import { publishedResults } from "./public-results";

/** Every public address that does not depend on a search: pages in both languages, and the data of what was published. */
export async function publicAddresses(): Promise<string[]> {
  const [editions, published] = await Promise.all([namedEditions(), publishedResults()]);
  const results = published.flatMap(({ editionId, resultKey }) => {
    const edition = editions.find(({ id }) => id === editionId);
    return edition ? [{ slug: edition.slug, resultKey }] : [];
  });
  const pages = [
    paths.home(), paths.competitions(), paths.innovations(),
    ...editions.map(({ slug }) => paths.edition(slug)),
    ...results.map(({ slug, resultKey }) => paths.result(slug, resultKey)),
  ];
  const files = results.flatMap(({ slug, resultKey }) => Object.values(FILES).map((file) => paths.resultFile(slug, resultKey, file)));
  return [...LOCALES.flatMap((locale) => pages.map((page) => localised(page, locale))), ...files];
}
