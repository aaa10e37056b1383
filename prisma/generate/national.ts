import type { EditionRules } from "@/modules/competition/domain/edition-rules";

/** The size of KIPP 2021, which the data set is named after. */
export const NATIONAL_ENTRIES = 3178;
export const NATIONAL_UNITS = 2000;
export const NATIONAL_JUDGES = 100;
export const NATIONAL_WORDS = [200, 300] as const;
const NATIONAL_SECTIONS = 10;

/**
 * Rules for the data set KIPP-3178 out of those of an edition: the first ten sections that every group answers, each with room
 * for 300 words; rubrics, stages and results as they were. A criterion whose sections fell away is read from the whole, and the
 * organiser reads the live order, which is what is measured.
 */
export function nationalRules(rules: EditionRules): EditionRules {
  const sections = rules.form.sections
    .filter(({ groups }) => groups === null)
    .slice(0, NATIONAL_SECTIONS)
    .map((section) => ({ ...section, maxWords: NATIONAL_WORDS[1] }));
  const keys = new Set(sections.map(({ key }) => key));
  return {
    ...rules,
    organiserSeesMarks: "WHILE_OPEN",
    form: { version: "kipp-3178", sections },
    rubrics: rules.rubrics.map((rubric) => ({
      ...rubric,
      criteria: rubric.criteria.map((criterion) => ({ ...criterion, sections: criterion.sections.filter((key) => keys.has(key)) })),
    })),
    provenance: [],
  };
}
