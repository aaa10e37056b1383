/**
 * What keeps well-formed rules from being opened today, and what their maker should know before. Our default: an edition of the
 * past is loaded, never opened; a ground of conflict that would bar everybody is told with what counts instead.
 */
import type { EditionRules } from "./edition-rules";
import { groundsIn } from "./participants";
import { problemAt, type RuleProblem } from "./rule-problem";
import { hasClosed, stageRows } from "./stages";

/** Stages that are over already at `now`. */
export function pastStages(rules: EditionRules, now: Date): RuleProblem[] {
  return stageRows(rules).flatMap((stage, place) =>
    hasClosed(stage, now) ? [problemAt(["stages", place, "closesAt"], "stagePast", { stage: stage.key })] : [],
  );
}

/** Grounds that count as a narrower one, because all participants come from one place. */
export function narrowedGrounds({ participants, stages }: EditionRules): RuleProblem[] {
  return stages.flatMap(({ key, scoring }, place) =>
    (scoring?.avoid ?? []).flatMap((ground, index) => {
      const [counts] = groundsIn(participants, [ground]);
      const values = { stage: key, ground, counts: counts ?? ground };
      return counts === ground ? [] : [problemAt(["stages", place, "scoring", "avoid", index], "groundNarrowed", values)];
    }),
  );
}

export type Belonging = {
  /** The agency that must organise it; null = any. */
  organizer: string | null;
  /** The edition whose rules these are to become; null = a new one. */
  replaces: { slug: string; code: string; organizer: string } | null;
};

/** Rules that are not this person's to prepare, or not of the edition that they are to replace. */
export function belongingProblems({ edition, organizer }: EditionRules, { organizer: own, replaces }: Belonging): RuleProblem[] {
  const wanted = replaces?.organizer ?? own;
  return [
    ...(wanted !== null && organizer.agency !== wanted ? [problemAt(["organizer", "agency"], "otherOrganizer", { agency: wanted })] : []),
    ...(["slug", "code"] as const).flatMap((name) =>
      replaces && edition[name] !== replaces[name] ? [problemAt(["edition", name], "otherEdition", { name: replaces[name] })] : [],
    ),
  ];
}
