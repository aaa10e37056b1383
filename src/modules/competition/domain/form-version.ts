/**
 * Which questions an edition asks of whom. Source: from 2021 on a form holds sections for one group only (the
 * replication group's source, process and difference); earlier forms asked everyone the same.
 */
import type { EditionRules, SectionRule } from "./edition-rules";

/** The longest answer a form may ask for, in words. Our default: eight times the longest seen (600). */
export const MOST_WORDS = 5000;

/** The sections that a group answers, in the order of the form. */
export function sectionsFor(rules: Pick<EditionRules, "form">, groupKey: string): SectionRule[] {
  return rules.form.sections.filter((section) => isAskedOf(section, groupKey));
}

/** Whether a section is asked of a group; a section without groups is asked of all. */
export function isAskedOf(section: Pick<SectionRule, "groups">, groupKey: string): boolean {
  return section.groups === null || section.groups.includes(groupKey);
}
