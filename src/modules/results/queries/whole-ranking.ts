import type { Scope } from "@/lib/guard";
import type { RankingScope } from "../policy";
import type { RankingQuery } from "../schema";
import { frozenEntries, liveStandings, type FrozenEntry, type LiveStanding } from "./ranking";
import type { AskedRanking } from "./ranking-view";

/** Every entry of a ranking, in the order of the page. */
export type WholeRanking = { kind: "FROZEN"; rows: FrozenEntry[] } | { kind: "LIVE"; rows: LiveStanding[] };

/** All that the page would show after one another under the same filters, in one statement. */
export async function wholeRanking(
  scope: Scope<"ranking", RankingScope>,
  { frozen, ...found }: AskedRanking,
  { kelompok: group, kategori: category }: RankingQuery,
): Promise<WholeRanking> {
  const wanted = { group, category, portion: "WHOLE" } as const;
  if (!frozen) return { kind: "LIVE", rows: await liveStandings(scope, found, wanted) };
  return { kind: "FROZEN", rows: await frozenEntries(scope, { edition: found.edition, snapshotId: frozen.id }, wanted) };
}
