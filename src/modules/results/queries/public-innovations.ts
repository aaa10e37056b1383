import { editionBySlug } from "@/modules/competition/queries";
import type { LibraryQuery } from "../schema";
import { innovationPage, libraryChoices, libraryPage, type InnovationPage, type Library, type LibraryChoices } from "./public-library";
import { publishedAnswer } from "./published-answer";

export type PublicLibrary = { query: LibraryQuery; library: Library; choices: LibraryChoices };

export async function publicLibrary(query: LibraryQuery): Promise<PublicLibrary> {
  const [library, choices] = await Promise.all([libraryPage(query), libraryChoices()]);
  return { query, library, choices };
}

/** `summary` is the first section of its newest published proposal, empty where there is none. */
export type PublicInnovation = InnovationPage & { summary: { text: string; section: { id: string; en: string } } | null };

const CODE = /^[A-Z0-9-]{1,40}$/;

/** Null for anything that is not public. */
export async function publicInnovation(code: string): Promise<PublicInnovation | null> {
  const wanted = code.toUpperCase();
  const page = CODE.test(wanted) ? await innovationPage(wanted) : null;
  return page && { ...page, summary: await summaryOf(page) };
}

async function summaryOf({ reached }: InnovationPage): Promise<PublicInnovation["summary"]> {
  const published = reached.find((line) => line.published)?.published;
  const edition = published && (await editionBySlug(published.editionSlug));
  const section = edition?.rules.form.sections[0];
  if (!published || !section) return null;
  const text = await publishedAnswer({ editionId: edition.id, code: published.code, sectionKey: section.key });
  return text === "" ? null : { text, section: section.name };
}
