import { CODE_SPACE, codeFrom } from "@/modules/submission/domain/codes";
import type { EditionRules, GroupRule, SectionRule, StatementRule } from "@/modules/competition/domain/edition-rules";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { signedStatements, signersOf } from "@/modules/submission/domain/signers";
import type { AgencyRow } from "./agencies";
import { drawEntrants, entrantsInTurn } from "./entrants";
import type { Random } from "./random";
import { integerBetween, pick, randomFrom, seedOf, shuffled } from "./random";
import { DEMONSTRATION_MARK, paragraphs, title } from "./text";

export type GeneratedSubmission = {
  code: string;
  title: string;
  unitCode: string;
  agencyCode: string;
  group: string;
  category: string;
  /** ISO date. */
  implementedSince: string;
  /** One text for each section of the form that the group answers. */
  answers: Record<string, string>;
  /** All of the edition's statements, each with who signs it. */
  statements: { key: string; signer: string }[];
  /** Invented, on a host that can never exist; empty where the form asks for none, and for one in four that is asked. */
  videoUrl: string;
  /** The innovation it adapts, in words; empty where the group needs none. */
  sourceText: string;
  /** Whose it is, invented, and a year of the lists that the group takes sources from; "" and null where it needs none. */
  sourceAgency: string;
  sourceYear: number | null;
  /** Invented: `Inovator Peragaan 12`. */
  ownerName: string;
  signatory: string;
  /** Whole minutes from the opening of registration; always before it closes. */
  filedAfterMinutes: number;
  /** Joins it to `prisma/data/past-results.csv`; null for an invented innovation. */
  innovation: string | null;
};

export type GenerateOptions = {
  rules: EditionRules;
  agencies: readonly AgencyRow[];
  count: number;
  seed: number;
  /** Shares of the groups by key, in any unit; counts that sum to `count` are met exactly. */
  groupMix: Readonly<Record<string, number>>;
  /** Words in every answer, lowest and highest, instead of 40–90 % of each section's limit, which it then ignores. */
  wordsPerAnswer?: readonly [number, number];
  /** Units take turns, this many of them (2,000 for KIPP-3178), whatever the quotas; otherwise agencies differ in zeal. */
  unitsInTurn?: number;
  /** Entries that selection should find: a title used twice by one agency, an innovation that is too young. */
  flaws?: { duplicateTitles?: number; tooYoung?: number };
  /** Codes already given in that year. */
  takenCodes?: ReadonlySet<string>;
};

/**
 * `count` submissions from agencies that may take part, never more than an agency's quota in a group, with codes and titles
 * that differ (titles: except the flaws asked for). The same options give the same submissions.
 */
export function generateSubmissions(options: GenerateOptions): GeneratedSubmission[] {
  const { rules, count, seed } = options;
  const random = randomFrom(seedOf(seed, rules.edition.slug, "submissions"));
  const groups = shuffled(random, apportion(options.groupMix, count).map((key) => groupOf(rules, key)));
  const source = { rules, agencies: options.agencies, groups, random };
  const entrants = options.unitsInTurn === undefined ? drawEntrants(source) : entrantsInTurn(source, options.unitsInTurn);
  const tooYoung = new Set(shuffled(random, entrants.map((_, index) => index)).slice(0, options.flaws?.tooYoung ?? 0));

  const codes = codeGiver(rules, random, options.takenCodes);
  const titles = titleGiver(random);
  const submissions = entrants.map(({ group, ...entrant }, index): GeneratedSubmission => {
    const own = randomFrom(seedOf(seed, rules.edition.slug, "submission", index));
    return {
      code: codes(),
      title: titles(),
      ...entrant,
      group: group.key,
      category: pick(own, rules.categories).key,
      implementedSince: startDate(own, { rules, group, tooYoung: tooYoung.has(index) }),
      answers: answersOf(own, sectionsOf(rules, group), options.wordsPerAnswer),
      ...formalities(own, { rules, group, label: String(index + 1) }),
      innovation: null,
    };
  });
  return withDuplicateTitles(submissions, options.flaws?.duplicateTitles ?? 0);
}

/** What every filed submission carries beside its text; the label tells invented people apart. */
export function formalities(random: Random, entry: { rules: EditionRules; group: GroupRule; label: string }) {
  const { rules, group, label } = entry;
  const signatory = `Kepala Unit Peragaan ${label}`;
  return {
    statements: statementsSignedBy(statementsFor(rules, group.key), signatory, `Pimpinan Instansi Peragaan ${label}`),
    videoUrl: rules.form.video && seedOf("video", label) % 4 > 0 ? `https://video.example/${label.toLowerCase().replaceAll(" ", "-")}` : "",
    sourceText: group.source.required ? `${DEMONSTRATION_MARK} ${title(random)}` : "",
    sourceAgency: group.source.required ? "Instansi Peragaan" : "",
    sourceYear: group.source.required ? Number(group.source.oneOf[0]?.slice(-"2019".length) ?? 2018) : null,
    ownerName: `Inovator Peragaan ${label}`,
    signatory,
    filedAfterMinutes: filingMinute(random, rules),
  };
}

function statementsSignedBy(statements: StatementRule[], unitHead: string, agencyHead: string): GeneratedSubmission["statements"] {
  const names = signersOf(statements).map(({ key }, place) => [key, place === 0 ? unitHead : agencyHead] as const);
  const signed = signedStatements(statements, Object.fromEntries(names));
  if (!signed.ok) throw new Error("A statement has nobody to sign it.");
  return signed.value;
}

/** Gives out codes of the edition's year that nobody holds yet. */
export function codeGiver(rules: EditionRules, random: Random, taken: ReadonlySet<string> = new Set()): () => string {
  const given = new Set(taken);
  return () => {
    for (;;) {
      const code = codeFrom("INV", rules.edition.year, Math.floor(random() * CODE_SPACE));
      if (given.has(code)) continue;
      given.add(code);
      return code;
    }
  };
}

/** The rule of a group; a key that the edition does not know is a bug and throws. */
export function groupOf(rules: EditionRules, key: string): GroupRule {
  const group = rules.groups.find((candidate) => candidate.key === key);
  if (!group) throw new RangeError(`${rules.edition.slug} has no group ${key}`);
  return group;
}

/** The sections of the form that a group answers. */
export function sectionsOf(rules: EditionRules, group: GroupRule): SectionRule[] {
  return rules.form.sections.filter((section) => section.groups === null || section.groups.includes(group.key));
}

function titleGiver(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const next = title(random);
      if (given.has(next)) continue;
      given.add(next);
      return next;
    }
  };
}

/** `count` keys in the shares of `mix`; what rounding leaves goes to the largest remainders, then to the first named. */
function apportion(mix: Readonly<Record<string, number>>, count: number): string[] {
  const total = Object.values(mix).reduce((sum, share) => sum + share, 0);
  const parts = Object.entries(mix).map(([key, share], order) => {
    const exact = share * count;
    return { key, order, whole: Math.floor(exact / total), remainder: exact % total };
  });
  const missing = count - parts.reduce((sum, part) => sum + part.whole, 0);
  const rounded = [...parts].sort((a, b) => b.remainder - a.remainder || a.order - b.order).slice(0, missing);
  return parts.flatMap((part) => Array.from({ length: part.whole + (rounded.includes(part) ? 1 : 0) }, () => part.key));
}

function answersOf(
  random: Random, sections: readonly SectionRule[], words: GenerateOptions["wordsPerAnswer"],
): Record<string, string> {
  return Object.fromEntries(sections.map(({ key, maxWords }) => {
    const [least, most] = words ?? [Math.ceil(maxWords * 0.4), Math.floor(maxWords * 0.9)];
    return [key, paragraphs(random, integerBetween(random, least, most))];
  }));
}

/** A start that is old enough by the group's rule, or plainly not; up to four years older than needed. */
function startDate(random: Random, wanted: { rules: EditionRules; group: GroupRule; tooYoung: boolean }): string {
  const least = wanted.group.minimumAgeMonths ?? 0;
  const months = wanted.tooYoung && least > 2 ? integerBetween(random, 1, least - 2) : least + integerBetween(random, 1, 48);
  const [year = 0, month = 0] = registration(wanted.rules).closesAt.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, integerBetween(random, 1, 28))).toISOString().slice(0, 10);
}

/** Most file in the last days: half of all in the last fifth of the time. */
function filingMinute(random: Random, rules: EditionRules): number {
  const { opensAt, closesAt } = registration(rules);
  const minutes = (Date.parse(`${closesAt}Z`) - Date.parse(`${opensAt}Z`)) / 60_000;
  const left = random();
  return Math.floor((1 - left * left * left) * minutes * 0.999);
}

function registration(rules: EditionRules): { opensAt: string; closesAt: string } {
  const stage = rules.stages.find((candidate) => candidate.kind === "REGISTRATION");
  if (!stage) throw new RangeError(`${rules.edition.slug} has no registration`);
  return stage;
}

/** Later submissions of an agency take the title of its first, until `wanted` have done so. */
function withDuplicateTitles(submissions: GeneratedSubmission[], wanted: number): GeneratedSubmission[] {
  const firstOf = new Map<string, GeneratedSubmission>();
  let left = wanted;
  return submissions.map((submission) => {
    const first = firstOf.get(submission.agencyCode);
    if (!first) firstOf.set(submission.agencyCode, submission);
    if (!first || left === 0) return submission;
    left -= 1;
    return { ...submission, title: first.title };
  });
}
