import { db, type Transaction } from "@/lib/db";
import { gravest } from "@/modules/review/domain/verdict";
import { visitStagesOf } from "@/modules/review/queries/stage";
import { givenVerdicts, type GivenVerdict } from "@/modules/review/queries/visit";
import type { EditionResult } from "./edition-result";

/** What visits that are over when a result is ranked said against entries; confirmations and entries not visited are not in it. */
export async function visitDoubts({ edition, result }: Pick<EditionResult, "edition" | "result">, tx: Transaction = db): Promise<GivenVerdict[]> {
  const closing = edition.stages.find(({ key }) => key === result.afterStage);
  const stages = visitStagesOf(edition).filter(({ closesAt }) => closing !== undefined && closesAt <= closing.closesAt).map(({ key }) => key);
  if (stages.length === 0) return [];
  const given = await givenVerdicts(edition, { stages }, tx);
  return given.filter(({ code }) => gravest(given.filter((each) => each.code === code).map(({ outcome }) => outcome)) !== "CONFIRMED");
}

/** The entries that they are about, ascending by code. */
export const doubtedCodes = (doubts: readonly GivenVerdict[]): string[] => [...new Set(doubts.map(({ code }) => code))];
