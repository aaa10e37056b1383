/**
 * Which sentence of the catalogue says a problem or a reason, with its values. Only the choice is made here; the words are
 * the catalogue's. Source of the examples: the portal's screen plan.
 */
import type { Refusal } from "@/lib/result";
import type { Problem } from "./completeness";
import type { Unmet } from "./eligibility";

const MONTHS_PER_YEAR = 12;

/** In: what keeps an innovation from a group. Out: the key and values of its sentence; months are split into years and months. */
export function sentenceOfUnmet(unmet: Unmet): Refusal {
  const say = (name: string, values?: Refusal["values"]): Refusal => ({ key: `submission.unmet.${name}`, values });
  switch (unmet.reason) {
    case "TOO_YOUNG":
      return say(unmet.ageMonths > 0 ? "tooYoung" : "notYetRunning", {
        ...yearsAndMonths(unmet.ageMonths, "age"),
        ...yearsAndMonths(unmet.minimumMonths, "minimum"),
        from: unmet.oldEnoughFrom.getTime(),
      });
    case "BARRED_BY_RESULT":
      return say("barredByResult", { result: unmet.result });
    case "NEEDS_RESULT":
      return unmet.returns
        ? say("returnsLater", { results: unmet.oneOf.join(", "), result: unmet.returns.result, year: String(unmet.returns.year) })
        : say("needsResult", { results: unmet.oneOf.join(", ") });
    case "TOO_OFTEN_BEFORE":
      return say("tooOftenBefore", { level: unmet.level, times: unmet.times, atMost: unmet.atMost });
    case "OTHER_KIND":
      return say("otherKind", { kind: unmet.kind });
    case "NOT_INVITED":
      return unmet.contact ? say("notInvitedAsk", { contact: unmet.contact }) : say("notInvited");
    case "SOURCE_MISSING":
      return say("sourceMissing");
    case "SOURCE_UNDESCRIBED":
      return say("sourceUndescribed");
    case "SOURCE_NOT_AWARDED":
      return say("sourceNotAwarded", { results: unmet.oneOf.join(", ") });
  }
}

/** In: a problem, and the name of a section in the reader's language. Out: the key and values of its sentence. */
export function sentenceOfProblem(problem: Problem, nameOfSection: (key: string) => string): Refusal {
  const say = (name: string, values?: Refusal["values"]): Refusal => ({ key: `submission.problem.${name}`, values });
  switch (problem.kind) {
    case "TITLE_EMPTY":
      return say("titleEmpty");
    case "SIGNATORY_EMPTY":
      return say("signatoryEmpty");
    case "VIDEO_MISSING":
      return say("videoMissing");
    case "NOT_ELIGIBLE":
      return sentenceOfUnmet(problem.unmet);
    case "RELATED_OPEN":
      return say("relatedOpen", { title: problem.title });
    case "TITLE_TWICE":
      return say("titleTwice", { code: problem.code });
    case "SECTION_EMPTY":
      return say("sectionEmpty", { section: nameOfSection(problem.section) });
    case "SECTION_NOT_DONE":
      return say("sectionNotDone", { section: nameOfSection(problem.section) });
    case "SECTION_OVER_LIMIT":
      return say("sectionOverLimit", { section: nameOfSection(problem.section), words: problem.words, limit: problem.maxWords });
    case "SECTION_PERFUNCTORY":
      return say("sectionPerfunctory", { section: nameOfSection(problem.section), words: problem.words });
  }
}

/** In: whole months and a prefix. Out: `<prefix>Years` and `<prefix>Months`, both from 0; less than none counts as none. */
export function yearsAndMonths(months: number, prefix: "age" | "minimum"): Record<string, number> {
  const whole = Math.max(0, months);
  return { [`${prefix}Years`]: Math.floor(whole / MONTHS_PER_YEAR), [`${prefix}Months`]: whole % MONTHS_PER_YEAR };
}
