import { compose, declareReady, freeze, moveEntry, publish } from "@/modules/results/actions";
import { loadDecision, loadPublishing, loadRanking } from "@/modules/results/loaders";
import { see, send, type Visitor } from "./at-doors";

/** A result of an edition. */
export type Of = { slug: string; result: string };

/** Freezes the ranking; gives its lines in the order of their ranks. */
export async function freezeRanking(secretary: Visitor, of: Of, editionCode: string) {
  await send(secretary, freeze, { ...of, editionCode });
  const { ranking } = await see(secretary, loadRanking, { slug: of.slug, query: { hasil: of.result } });
  if (ranking.kind !== "FROZEN") throw new Error(`${of.result} is not frozen.`);
  return ranking.rows;
}

export async function beginComposing(secretary: Visitor, of: Of): Promise<void> {
  await send(secretary, compose, of);
}

export type Exchange = { level: string; out: string; in: string; reason: string };

/** One entry leaves the level, another comes in; both by code and with the same reason. */
export async function exchange(secretary: Visitor, of: Of, { level, reason, ...codes }: Exchange): Promise<void> {
  for (const direction of ["OUT", "IN"] as const) {
    const code = direction === "OUT" ? codes.out : codes.in;
    await send(secretary, moveEntry, { ...of, version: await versionOf(secretary, of), code, level, direction, reason });
  }
}

export async function finishComposing(secretary: Visitor, of: Of): Promise<void> {
  await send(secretary, declareReady, { ...of, version: await versionOf(secretary, of) });
}

/** The other person reads the page with its checks, types the edition's code and publishes. */
export async function publishList(publisher: Visitor, of: Of, editionCode: string): Promise<void> {
  const { publishable } = await see(publisher, loadPublishing, of);
  const unmet = publishable!.checks.filter(({ met }) => !met);
  if (unmet.length > 0) throw new Error(`Not to be published: ${JSON.stringify(unmet)}`);
  const decree = { decreeNumber: "15 Tahun 2026", decreeDate: "2026-04-12" };
  await send(publisher, publish, { ...of, version: String(publishable!.set.version), editionCode, ...decree });
}

export async function versionOf(secretary: Visitor, of: Of): Promise<string> {
  const { composed } = await see(secretary, loadDecision, { ...of, query: {} });
  return String(composed!.set.version);
}
