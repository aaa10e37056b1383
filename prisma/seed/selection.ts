import { comparableTitle } from "@/modules/submission/domain/completeness";
import { unmetRequirements } from "@/modules/submission/domain/eligibility";
import { randomFrom, seedOf, shuffled } from "../generate/random";
import type { EditionContext, Period } from "./context";
import { momentIn, periodOf } from "./context";
import type { Entry } from "./entries";
import type { Person, Staff } from "./people";
import { insertRows } from "./rows";

export type SelectionLoad = {
  staff: Staff;
  /** How many fail; those with a flaw first. */
  failing: number;
  /** Without: all are decided and the outcome is released. */
  midway?: { decided: number; awaitingSecond: number; taken: number };
};

type Stage = "TAKEN" | "AWAITING_SECOND" | "DECIDED";
type Judged = { entry: Entry; stage: Stage; fails: boolean; reason: string | null; share: number };

/** Writes what the selectors did. Out: the entries that passed; before the release nobody has. */
export async function writeSelection(context: EditionContext, entries: readonly Entry[], load: SelectionLoad): Promise<Entry[]> {
  const judged = load.midway ? judgedMidway(context, entries, { ...load, midway: load.midway }) : judgedAll(context, entries, load);
  const period = periodOf(context, "ADMIN_SELECTION");
  await insertRows(context.tx, "SelectionDecision", { rows: judged.map((each) => decisionRow(context, each, { load, period })) });
  await insertRows(context.tx, "SelectionCheck", {
    rows: judged.filter(({ stage }) => stage !== "TAKEN").flatMap((each) => checkRows(context, each, { load, period })),
  });
  if (load.midway) return [];

  const passed = judged.filter(({ fails }) => !fails).map(({ entry }) => entry);
  await context.tx.selectionRelease.create({
    data: {
      organizerId: context.organizerId, editionId: context.editionId, releasedById: load.staff.secretariat.id,
      releasedAt: period.until, passed: passed.length, failed: entries.length - passed.length,
    },
  });
  return passed;
}

function judgedAll(context: EditionContext, entries: readonly Entry[], { failing }: SelectionLoad): Judged[] {
  const failed = new Map(failingOf(context, entries).slice(0, failing).map(({ entry, reason }) => [entry.id, reason]));
  return entries.map((entry, place) => ({
    entry, stage: "DECIDED", fails: failed.has(entry.id), reason: failed.get(entry.id) ?? null, share: (place + 1) / (entries.length + 1),
  }));
}

/** Some fail and stand, some fails wait for the second reader, some pass, some are on a desk; most have not been opened. */
function judgedMidway(
  context: EditionContext, entries: readonly Entry[], { failing, midway }: SelectionLoad & Required<Pick<SelectionLoad, "midway">>,
): Judged[] {
  const { decided, awaitingSecond, taken } = midway;
  const fails = failingOf(context, entries).slice(0, failing + awaitingSecond);
  const failIds = new Set(fails.map(({ entry }) => entry.id));
  const others = shuffled(randomFrom(seedOf(context.seed, "selection")), entries.filter(({ id }) => !failIds.has(id)));
  const share = (place: number) => (place + 1) / (decided + awaitingSecond + taken + 1);
  return [
    ...fails.map(({ entry, reason }, place): Judged => ({
      entry, reason, fails: true, stage: place < failing ? "DECIDED" : "AWAITING_SECOND", share: share(place),
    })),
    ...others.slice(0, decided - failing + taken).map((entry, place): Judged => ({
      entry, reason: null, fails: false, stage: place < decided - failing ? "DECIDED" : "TAKEN", share: share(fails.length + place),
    })),
  ];
}

/** Entries in the order in which they should fail, each with its reason: a real flaw first, then chance. Real entries never. */
function failingOf(context: EditionContext, entries: readonly Entry[]): { entry: Entry; reason: string }[] {
  const { checks } = context.rules.selection;
  const reasonOf = (machine: string | null) => checks.find((check) => check.machine === machine)?.reason ?? checks[0]!.reason;
  const isTwice = titlesTwice(entries);
  const invented = shuffled(randomFrom(seedOf(context.seed, "fails")), entries.filter(({ submission }) => submission.innovation === null));
  const young = invented.filter((entry) => isTooYoung(context, entry));
  const twice = invented.filter((entry) => isTwice(entry) && !young.includes(entry));
  const others = invented.filter((entry) => !young.includes(entry) && !twice.includes(entry));
  return [
    ...young.map((entry) => ({ entry, reason: reasonOf("AGE") })),
    ...twice.map((entry) => ({ entry, reason: reasonOf("DUPLICATE_TITLE") })),
    ...others.map((entry) => ({ entry, reason: reasonOf(null) })),
  ];
}

/** A title used before in the edition: the later entry is the one at fault. */
function titlesTwice(entries: readonly Entry[]): (entry: Entry) => boolean {
  const first = new Map<string, string>();
  for (const { submission } of entries) {
    const title = comparableTitle(submission.title);
    if (!first.has(title)) first.set(title, submission.code);
  }
  return ({ submission }) => first.get(comparableTitle(submission.title)) !== submission.code;
}

function isTooYoung({ rules, periods, agencies }: EditionContext, { submission }: Entry): boolean {
  const group = rules.groups.find(({ key }) => key === submission.group)!;
  const registration = periods.find(({ kind }) => kind === "REGISTRATION")!;
  const kinds = { agency: agencies.get(submission.agencyCode)!.kind, unit: agencies.get(submission.unitCode)!.kind };
  const entrant = { implementedSince: new Date(submission.implementedSince), pastResults: [], kinds, invitedTo: [group.key], source: null };
  return unmetRequirements(entrant, group, { closesAt: registration.until, zone: rules.edition.zone })
    .some(({ reason }) => reason === "TOO_YOUNG");
}

type Act = { load: SelectionLoad; period: Period };

function decisionRow({ organizerId, editionId, now }: EditionContext, { entry, stage, fails, reason, share }: Judged, { load, period }: Act) {
  const isSecond = fails && stage === "DECIDED";
  const first = selectorOf(entry, { load, stage });
  const second = load.staff.selectors.find(({ id }) => id !== first.id)!;
  return {
    organizerId, submissionId: entry.id, editionId, takenById: first.id,
    takenAt: stage === "TAKEN" ? new Date(now.getTime() - 20 * 60_000) : momentIn(period, share * 0.7),
    outcome: stage === "TAKEN" ? null : fails ? ("FAIL" as const) : ("PASS" as const),
    reasonKeys: reason === null ? [] : [reason],
    note: reason === null ? "" : "Lihat catatan pada daftar periksa.",
    decidedAt: stage === "TAKEN" ? null : momentIn(period, share * 0.8),
    secondById: isSecond ? second.id : null,
    secondAt: isSecond ? momentIn(period, share * 0.9) : null,
  };
}

/** What is on a desk or awaits the second reader is the first selector's; the rest is shared. */
function selectorOf(entry: Entry, { load, stage }: { load: SelectionLoad; stage: Stage }): Person {
  const [one, other] = load.staff.selectors;
  return stage !== "DECIDED" || seedOf("selector", entry.submission.code) % 3 > 0 ? one : other;
}

function checkRows({ organizerId, rules }: EditionContext, { entry, reason, share, stage }: Judged, { load, period }: Act) {
  return rules.selection.checks.map((check) => ({
    organizerId, submissionId: entry.id, checkKey: check.key,
    verdict: check.reason === reason ? ("NOT_MET" as const) : ("MET" as const),
    note: check.reason === reason ? "Tidak sesuai dengan ketentuan edisi ini." : "",
    checkedById: selectorOf(entry, { load, stage }).id, checkedAt: momentIn(period, share * 0.75),
  }));
}
