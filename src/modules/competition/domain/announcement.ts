/**
 * When a result is to be announced. Source: the timetables of 2015, 2019 and 2020 name one day for the list of finalists and
 * another for the winners; that the days are told apart by what they come after is our default.
 */
import type { ResultRule } from "./edition-rules";
import type { StageRow } from "./stages";

/**
 * In: the timetable, the results in the order of the rules, the key of one. Out: the first announcement that opens after the
 * stage that the result is made from has closed and before the one of the next result has; null where the timetable has none.
 */
export function announcementOf<Stage extends StageRow>(
  stages: readonly Stage[],
  results: readonly Pick<ResultRule, "key" | "afterStage">[],
  key: string,
): Stage | null {
  const place = results.findIndex((result) => result.key === key);
  const closeOf = (result: (typeof results)[number] | undefined) => stages.find((stage) => stage.key === result?.afterStage)?.closesAt;
  const from = closeOf(results[place]);
  const until = closeOf(results[place + 1]);
  if (!from) return null;
  return stages.find(({ kind, opensAt }) => kind === "ANNOUNCEMENT" && opensAt > from && (!until || opensAt <= until)) ?? null;
}
