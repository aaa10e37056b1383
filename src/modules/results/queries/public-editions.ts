import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { agencyName, allEditions, type EditionStage, type EditionView } from "@/modules/competition/queries";
import { currentStage, nextStage, stageRows, stageState, type StageState } from "@/modules/competition/domain/stages";
import { namedEdition } from "./edition-result";
import { publishedResults, releasedSelection, type PublishedResult, type ReleasedSelection } from "./public-results";

export type PublicStage = EditionStage & { state: StageState };

/** An edition in a list: where it stands, and what of it has been published. */
export type PublicEditionLine = {
  edition: EditionView;
  current: EditionStage | null;
  next: EditionStage | null;
  /** Newest first. */
  published: PublishedResult[];
};

/** A published result with the edition it belongs to. */
export type PublishedLine = { edition: EditionView; published: PublishedResult };

/** Every edition, newest first. */
export async function publicEditions(now: Date): Promise<PublicEditionLine[]> {
  const [editions, published] = await Promise.all([allEditions(), publishedResults()]);
  return editions.map((edition) => lineOf(withoutNotes(edition), published, now));
}

export type PublicHome = { running: PublicEditionLine[]; newest: PublishedLine[] };

const NEWEST = 4;

/** Editions in which something is still to come, and the newest published results. */
export async function publicHome(now: Date): Promise<PublicHome> {
  const lines = await publicEditions(now);
  const newest = lines
    .flatMap(({ edition, published }) => published.map((result) => ({ edition, published: result })))
    .sort((left, right) => right.published.publishedAt.getTime() - left.published.publishedAt.getTime());
  return { running: lines.filter(({ current, next }) => current || next), newest: newest.slice(0, NEWEST) };
}

export type PublicEdition = PublicEditionLine & { stages: PublicStage[]; selection: ReleasedSelection | null };

/** Null where there is no such edition. */
export async function publicEdition(slug: string, now: Date): Promise<PublicEdition | null> {
  const named = await namedEdition(slug);
  if (!named) return null;
  const edition = withoutNotes(named);
  const [published, selection] = await Promise.all([publishedResults(), releasedSelection(edition.id)]);
  const stages = edition.stages.map((stage) => ({ ...stage, state: stageState(stage, now) }));
  return { ...lineOf(edition, published, now), stages, selection };
}

/** Notes on sources are for the organiser's eyes: no public page gets them. */
const withoutNotes = (edition: EditionView): EditionView => ({ ...edition, rules: { ...edition.rules, provenance: [] } });

function lineOf(edition: EditionView, published: readonly PublishedResult[], now: Date): PublicEditionLine {
  return {
    edition,
    current: currentStage(edition.stages, now),
    next: nextStage(edition.stages, now),
    published: published.filter(({ editionId }) => editionId === edition.id),
  };
}

/** The public page of rules that are not opened yet, as it would be now. */
export async function previewOf(rules: EditionRules, now: Date): Promise<PublicEdition> {
  const { agency, contact = "" } = rules.organizer;
  const { slug, code, year, name, zone } = rules.edition;
  const organizer = { name: await agencyName(agency), agencyCode: agency, contact };
  const stages = stageRows(rules).map((row) => ({ ...row, id: row.key, changes: [], state: stageState(row, now) }));
  const edition: EditionView = {
    id: "", organizerId: "", organizer, competitionSlug: rules.competition.slug, slug, code, year, name, zone, isDemo: false,
    rulesVersionId: "", rulesSha256: "", rules, stages,
  };
  return { ...lineOf(edition, [], now), stages, selection: null };
}
