/**
 * Whether the kinds of agency that an edition and its groups name can file there at all, so that nobody is promised a place that
 * nobody can take. Our default.
 */
import type { AgencyKind, EditionRules, GroupRule } from "./edition-rules";
import { kindsThatFile, kindsThatWrite } from "./participants";
import { problemAt, type RulePath, type RuleProblem } from "./rule-problem";

/** Every kind that can never file or write, every group that nobody can enter, and every kind with two quotas. */
export function participantProblems({ participants, groups }: EditionRules): RuleProblem[] {
  const possible = kindsThatFile(participants);
  const filing = participants.kinds.length > 0 ? participants.kinds.filter((kind) => possible.includes(kind)) : possible;
  return [
    ...neverAmong(participants.kinds, possible, ["participants", "kinds"]),
    ...quotaProblems(participants, filing),
    // Where nobody can file, that is said once and not of every group.
    ...(filing.length === 0 ? [] : groups.flatMap((group, place) => groupProblems(group, filing, ["groups", place]))),
  ];
}

function neverAmong(kinds: readonly AgencyKind[] | undefined, possible: readonly AgencyKind[], path: RulePath): RuleProblem[] {
  return (kinds ?? []).flatMap((kind, place) =>
    possible.includes(kind) ? [] : [problemAt([...path, place], "kindNeverFiles", { kind, allowed: possible.join(", ") })],
  );
}

function quotaProblems({ quotas = [] }: EditionRules["participants"], filing: readonly AgencyKind[]): RuleProblem[] {
  const path = ["participants", "quotas"] as const;
  return quotas.flatMap(({ kinds }, place) => [
    ...neverAmong(kinds, filing, [...path, place, "kinds"]),
    ...quotas.slice(0, place).flatMap((earlier) => {
      const both = (kinds.length > 0 ? kinds : filing).find((kind) => earlier.kinds.length === 0 || earlier.kinds.includes(kind));
      return both ? [problemAt([...path, place, "kinds"], "kindInTwoQuotas", { kind: both })] : [];
    }),
  ]);
}

function groupProblems({ key, kinds = [], unitKinds }: GroupRule, filing: readonly AgencyKind[], path: RulePath): RuleProblem[] {
  const never = neverAmong(kinds, filing, [...path, "kinds"]);
  const own = kinds.length > 0 ? kinds.filter((kind) => filing.includes(kind)) : filing;
  if (own.length === 0) return [problemAt([...path, "kinds"], "groupWithoutKind", { group: key, allowed: filing.join(", ") })];
  const writing = kindsThatWrite(own);
  return [
    ...never,
    ...(unitKinds ?? []).flatMap((kind, place) =>
      writing.includes(kind) ? [] : [problemAt([...path, "unitKinds", place], "kindNeverWrites", { kind, allowed: writing.join(", ") })],
    ),
  ];
}
