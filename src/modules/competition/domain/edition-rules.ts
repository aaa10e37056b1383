/**
 * What an edition's rules consist of. They are data: a file in `prisma/rules/` or one an organiser brings, checked by
 * `competition/schema.ts`, stored whole and never changed once an edition runs under them.
 *
 * Source: the rules of KIPP changed every year from 2014 to 2025 (groups, categories, questions, weights, list sizes);
 * the shape below is our own, cut so that each of those editions fits it.
 */
import { AGENCY_KINDS, type AgencyKind } from "@/modules/agencies/domain/agency-kinds";

export { AGENCY_KINDS, type AgencyKind };

/** A text people read, in both interface languages. */
export type LocalizedText = { id: string; en: string };

export const STAGE_KINDS = [
  "REGISTRATION", "ADMIN_SELECTION", "EVALUATION", "PRESENTATION", "FIELD_VISIT", "ANNOUNCEMENT", "AWARD",
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;
export type Zone = (typeof ZONES)[number];

export const PROVENANCE_MARKS = ["SURE", "ONE_SOURCE", "INFERRED", "PROPOSED", "PROPOSED_HOUR"] as const;
export type ProvenanceMark = (typeof PROVENANCE_MARKS)[number];

/** A group of the competition (general, replication, special) with its eligibility numbers. */
export type GroupRule = {
  key: string;
  name: LocalizedText;
  description: LocalizedText;
  /** Whole months between the start of implementation and the close of registration; null = no minimum. */
  minimumAgeMonths: number | null;
  /** Kinds of agency that may file in this group, and kinds of unit that may write for it; absent or empty = any that takes part. */
  kinds?: AgencyKind[] | undefined;
  unitKinds?: AgencyKind[] | undefined;
  /** How many submissions one agency may file in this group; null = no limit. */
  quotaPerAgency: number | null;
  /** Entry only by invitation of the organiser. */
  byInvitation: boolean;
  /** Earlier results, written `Top 45/2019`, that bar an innovation from this group. */
  barredBy: string[];
  /** The innovation must hold at least one of these earlier results; empty = none needed. */
  requiresOneOf: string[];
  /** How often it may have been in `level` before; null = not limited. */
  atMostBefore: { level: string; times: number } | null;
  /** The innovation adapts another one, which must be named and (where listed) hold one of these results. */
  source: { required: boolean; oneOf: string[] };
};

export type AgencyQuota = { kinds: AgencyKind[]; most: number };

export type CategoryRule = { key: string; name: LocalizedText };

/** One section of the proposal form; one page when writing. */
export type SectionRule = {
  key: string;
  name: LocalizedText;
  /** The question, shown as the heading of the page. */
  question: LocalizedText;
  /** What a good answer holds; shown under the question. */
  guidance: LocalizedText;
  maxWords: number;
  required: boolean;
  /** Group keys that answer it; null = every group. */
  groups: string[] | null;
};

export type StatementRule = {
  key: string;
  text: LocalizedText;
  signer: LocalizedText;
  /** Group keys that give it; absent or null = every group. */
  groups?: string[] | null | undefined;
};

export const MACHINE_CHECKS = ["AGE", "COMPLETENESS", "WORD_LIMITS", "DUPLICATE_TITLE", "STATEMENTS"] as const;
export type MachineCheck = (typeof MACHINE_CHECKS)[number];

export type SelectionRule = {
  /** The checklist of administrative selection. `machine` names the suggestion the system computes, if any. */
  checks: { key: string; text: LocalizedText; machine: MachineCheck | null; reason: string }[];
  /** Reason codes for a fail. */
  reasons: { key: string; text: LocalizedText }[];
  /** A fail stands only when a second selector agrees. */
  secondReaderForFail: boolean;
};

export type CriterionRule = {
  key: string;
  name: LocalizedText;
  description: LocalizedText;
  /** Whole points of 100. */
  weight: number;
  /** Keys of the form's sections a judge reads for this criterion. */
  sections: string[];
  anchors: { mark: number; text: LocalizedText }[];
};

export type RubricRule = {
  key: string;
  name: LocalizedText;
  scale: { min: number; max: number };
  /** A mark below / above these needs a remark; null = never. */
  remarkBelow: number | null;
  remarkAbove: number | null;
  criteria: CriterionRule[];
};

export const CONFLICT_GROUNDS = ["AGENCY", "REGION", "PROVINCE"] as const;
/** A judge's own agency, own regency or city, own province. */
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

export type StageRule = {
  key: string;
  kind: StageKind;
  name: LocalizedText;
  /** Local date and time in the edition's zone, `2020-04-26T23:59`. */
  opensAt: string;
  closesAt: string;
  /** Only for stages in which judges score. */
  scoring: null | {
    role: "EVALUATOR" | "PANELIST";
    rubric: string;
    perSubmission: number;
    avoid: ConflictGround[];
    /** How several judges' totals become one. */
    combineJudges: "MEAN" | "MEDIAN";
    /** Which submissions are scored: those that passed selection, or those published in an earlier result. */
    entrants: "PASSED_ADMIN" | { result: string };
  };
  /** Only for visits without points; `scoring` is null there. */
  verdict?: VerdictRule | undefined;
};

/**
 * A visit that confirms, doubts or disqualifies without points: some entries of a list, chosen by the secretariat. It counts in
 * no total; a doubt is decided by people.
 */
export type VerdictRule = {
  role: "EVALUATOR" | "PANELIST";
  /** Verifiers of each chosen entry. */
  perSubmission: number;
  avoid: ConflictGround[];
  /** From whom entries are chosen: those that passed selection, or those published in an earlier result. */
  entrants: "PASSED_ADMIN" | { result: string };
  /** What a verifier looks at; each is answered in words. */
  questions: { key: string; text: LocalizedText }[];
};

export type LevelRule = {
  key: string;
  name: LocalizedText;
  size: number;
  /** Groups that compete for this level. */
  groups: string[];
  /** A level of an earlier result that an entry must have reached; null = every entrant. */
  from: string | null;
  /** By how many entries it may grow so that equal ones at its line all come in; without it people decide. */
  growForTie?: number | undefined;
};

/** One published list: which stages count, with which weights, and the levels it names. */
export type ResultRule = {
  key: string;
  name: LocalizedText;
  /** The stage after whose close the ranking may be frozen. */
  afterStage: string;
  /** Whole points of 100. */
  combine: { stage: string; weight: number }[];
  levels: LevelRule[];
  tieBreaks: TieBreakRule[];
};

/** Comparators in order; what none of them separates is equal. Filing time only where an edition asks for it. */
export type TieBreakRule =
  | { by: "STAGE"; stage: string }
  | { by: "CRITERION"; stage: string; criterion: string }
  | { by: "EARLIER_FILING" };

export type EditionRules = {
  format: 1;
  edition: {
    slug: string;
    /** Typed by the publisher before publication, e.g. `KIPP-2020`. */
    code: string;
    name: LocalizedText;
    year: number;
    theme: LocalizedText | null;
    legalBasis: string[];
    zone: Zone;
  };
  competition: { slug: string; name: LocalizedText };
  /** Agency code of the organiser, and where it can be asked: a desk with its e-mail address and telephone, in one line. */
  organizer: { agency: string; contact?: string };
  /**
   * Who files: whole agencies of the country (`within` null), or the direct units of one agency (a regency that runs its
   * own competition). `kinds` limits the kinds of filing agency; empty = any. Within a province, `kinds` that name REGENCY,
   * CITY or REGIONAL_SOE let those of the province file too, each for itself. `quotas` are over all groups together: at most
   * so many from one agency of these kinds; no kinds = of any.
   */
  participants: { within: string | null; kinds: AgencyKind[]; quotas?: AgencyQuota[] | undefined };
  groups: GroupRule[];
  categories: CategoryRule[];
  /** `video`: the form asks for the address of a video, because a panel marks it. */
  form: { version: string; video?: boolean | undefined; sections: SectionRule[] };
  statements: StatementRule[];
  selection: SelectionRule;
  rubrics: RubricRule[];
  stages: StageRule[];
  results: ResultRule[];
  /** Whether people of an agency that takes part may select or judge: after a warning (the default), or not at all. */
  participantsAsJudges?: "WARN" | "FORBID" | undefined;
  /** Since when those who run the edition read marks and order: once the stage has closed (the default), or at any time. */
  organiserSeesMarks?: "AFTER_CLOSE" | "WHILE_OPEN" | undefined;
  /** Hours between the decision to close a stage earlier than announced and that close; 24 where it is not said. */
  earlierCloseNoticeHours?: number | undefined;
  /** What files with marks call the judges; pseudonyms where it is not said. */
  judgesInFiles?: "PSEUDONYMS" | "NAMES" | undefined;
  /** Where a value comes from; every value not sure is listed, with `PROPOSED` for our own defaults and `PROPOSED_HOUR` for a sure day. */
  provenance: { path: string; mark: ProvenanceMark; note: string }[];
};
