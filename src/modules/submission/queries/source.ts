import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { holdsEvery } from "@/lib/search";
import { looksLikeCode } from "../domain/source";
import { type EditionContext, resultLabels, sourceInnovationIn } from "./eligibility";

/** An innovation of the public library that may be the source of an adaptation. */
export type FoundSource = { id: string; title: string; about: string };

export type SourceForm = { sourceText: string; sourceAgency: string; sourceYear: number | null; source: string };

export const NO_SOURCE: SourceForm = { sourceText: "", sourceAgency: "", sourceYear: null, source: "" };

/** What is stored of a source, what the library holds by its words, and whether one of these must still be chosen or put aside. */
export type SourceChoice = {
  kept: { sourceText: string; sourceInnovationId: string | null; sourceAgency: string; sourceYear: number | null };
  found: FoundSource[];
  isOpen: boolean;
};

const MOST_FOUND = 10;

/**
 * In: what a form says of the adapted innovation; `before`: what is stored of it, which holds while the words stay the same. Out:
 * the source by the choice, by a code in the words, or as described.
 */
export async function sourceChoice(form: SourceForm, edition: EditionContext, before?: { sourceText: string; sourceInnovationId: string | null }): Promise<SourceChoice> {
  const { sourceText, sourceAgency, sourceYear, source } = form;
  const described = { sourceText, sourceAgency, sourceYear };
  if (sourceText === "") return { kept: { ...described, sourceAgency: "", sourceYear: null, sourceInnovationId: null }, found: [], isOpen: false };
  const byCode = await sourceInnovationIn(sourceText);
  const asBefore = source === "" && before?.sourceText === sourceText ? before.sourceInnovationId : null;
  const known = byCode ?? asBefore;
  if (known) return { kept: { ...described, sourceInnovationId: known }, found: [], isOpen: false };

  const found = looksLikeCode(sourceText) ? [] : await foundSources(sourceText, edition);
  const chosen = found.find(({ id }) => id === source);
  return { kept: { ...described, sourceInnovationId: chosen?.id ?? null }, found, isOpen: found.length > 0 && !chosen && source !== "described" };
}

/** Innovations with a public result whose title and agency hold all the words. */
async function foundSources(text: string, edition: EditionContext): Promise<FoundSource[]> {
  const rows = await db.$queryRaw<{ id: string; code: string; title: string; agencyName: string }[]>`
    select i.id, i.code, i.title, coalesce(a.name, '') as "agencyName" from "Innovation" i left join "Agency" a on a.id = i."agencyId"
    where (exists (select 1 from "PastResult" p where p."innovationId" = i.id) or exists (select 1 from "PublicationEntry" e where e."innovationId" = i.id))
      and ${holdsEvery(Prisma.sql`i.title || ' ' || coalesce(a.name, '')`, text)}
    order by i.title, i.id limit ${MOST_FOUND}`;
  const labels = await resultLabels(rows.map(({ id }) => id), edition);
  return rows.map(({ id, code, title, agencyName }) => ({ id, title, about: [agencyName, ...(labels.get(id) ?? []), code].filter(Boolean).join(" · ") }));
}
