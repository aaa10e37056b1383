/**
 * What keeps well-formed rules from being opened today, and what their maker should know before. Our default: an edition of the
 * past is loaded, never opened; a ground of conflict that would bar everybody is told with what counts instead.
 */
import type { EditionRules } from "./edition-rules";
import { groundsIn } from "./participants";
import { problemAt, type RulePath, type RuleProblem } from "./rule-problem";
import { hasClosed, isOpen, stageRows } from "./stages";

/** Stages that are over already at `now`. */
export function pastStages(rules: EditionRules, now: Date): RuleProblem[] {
  return stageRows(rules).flatMap((stage, place) =>
    hasClosed(stage, now) ? [problemAt(["stages", place, "closesAt"], "stagePast", { stage: stage.key })] : [],
  );
}

/** Stages that have begun at `now` and are not over: they run from the moment the edition opens. Remarks, not problems: a call may open late. */
export function begunStages(rules: EditionRules, now: Date): RuleProblem[] {
  return stageRows(rules).flatMap((stage, place) =>
    isOpen(stage, now) ? [problemAt(["stages", place, "opensAt"], "stageBegun", { stage: stage.key })] : [],
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
  /** Codes that the rules name and no agency has. */
  unknown: readonly string[];
  /** Those of its two names that another edition bears. */
  taken: readonly ("slug" | "code")[];
};

/** The codes of agencies that rules name: who organises, and within which agency all take part. */
export function namedAgencies({ organizer, participants: { within } }: EditionRules): string[] {
  return within === null ? [organizer.agency] : [organizer.agency, within];
}

/** Rules that name agencies nobody has registered, bear another edition's name, are not this person's to prepare, or not of the edition that they are to replace. */
export function belongingProblems(rules: EditionRules, { organizer: own, replaces, unknown, taken }: Belonging): RuleProblem[] {
  const { edition, organizer, participants: { within } } = rules;
  const wanted = replaces?.organizer ?? own;
  const unknownAt = (code: string | null, path: RulePath) => (code !== null && unknown.includes(code) ? [problemAt(path, "unknownAgency", { agency: code })] : []);
  return [
    ...unknownAt(organizer.agency, ["organizer", "agency"]),
    ...unknownAt(within, ["participants", "within"]),
    ...(wanted !== null && organizer.agency !== wanted ? [problemAt(["organizer", "agency"], "otherOrganizer", { agency: wanted })] : []),
    ...(["slug", "code"] as const).flatMap((name) =>
      replaces && edition[name] !== replaces[name] ? [problemAt(["edition", name], "otherEdition", { name: replaces[name] })] : [],
    ),
    ...(replaces ? [] : taken.map((name) => problemAt(["edition", name], "nameTaken", { name: edition[name] }))),
  ];
}
