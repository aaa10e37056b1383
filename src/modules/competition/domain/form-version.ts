/**
 * Which questions an edition asks of whom. Source: from 2021 on a form holds sections for one group only (the
 * replication group's source, process and difference); earlier forms asked everyone the same. From 2020 on the statement
 * that an innovation is a replication is that group's alone.
 */
import type { EditionRules, SectionRule, StatementRule } from "./edition-rules";

/** The longest answer a form may ask for, in words. Our default: eight times the longest seen (600). */
export const MOST_WORDS = 5000;

/** The sections that a group answers, in the order of the form. */
export function sectionsFor(rules: Pick<EditionRules, "form">, groupKey: string): SectionRule[] {
  return rules.form.sections.filter((section) => isAskedOf(section, groupKey));
}

/** The statements that a group gives, in the order of the rules. */
export function statementsFor({ statements }: Pick<EditionRules, "statements">, groupKey: string): StatementRule[] {
  return statements.filter((statement) => isAskedOf(statement, groupKey));
}

/** Whether a section or a statement is asked of a group; one without groups is asked of all. */
export function isAskedOf({ groups }: { groups?: SectionRule["groups"] | undefined }, groupKey: string): boolean {
  return !groups || groups.includes(groupKey);
}
