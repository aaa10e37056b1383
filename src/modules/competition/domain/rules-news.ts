/**
 * What is new for a proposal whose edition got other rules while it was being written. Source: a public form that changed under
 * half-filled applications (civiform 3890): whoever goes on must be told what differs. Which differences count is our default.
 */
import type { EditionRules, LocalizedText } from "./edition-rules";
import { sectionsFor, statementsFor } from "./form-version";

export type RulesNews =
  | { kind: "GROUP_GONE" | "CATEGORY_GONE" }
  | { kind: "SECTION_NEW" | "SECTION_GONE" | "SECTION_CHANGED" | "STATEMENT_NEW"; name: LocalizedText };

type Place = { groupKey: string; categoryKey: string };

/**
 * In: the rules before and now, and what the proposal is entered as. Out: what its writers must know, in the order of the form. A
 * section is changed where its question, its limit or whether it is required differs.
 */
export function rulesNews(before: EditionRules, now: EditionRules, { groupKey, categoryKey }: Place): RulesNews[] {
  const [sectionsBefore, sections] = [sectionsFor(before, groupKey), sectionsFor(now, groupKey)];
  const isGone = (list: readonly { key: string }[], key: string) => !list.some((each) => each.key === key);
  const asked = ({ question, maxWords, required }: (typeof sections)[number]) => JSON.stringify([question.id, question.en, maxWords, required]);
  return [
    ...(isGone(now.groups, groupKey) ? [{ kind: "GROUP_GONE" } as const] : []),
    ...(isGone(now.categories, categoryKey) ? [{ kind: "CATEGORY_GONE" } as const] : []),
    ...sections.flatMap((section): RulesNews[] => {
      const earlier = sectionsBefore.find(({ key }) => key === section.key);
      if (!earlier) return [{ kind: "SECTION_NEW", name: section.name }];
      return asked(earlier) === asked(section) ? [] : [{ kind: "SECTION_CHANGED", name: section.name }];
    }),
    ...sectionsBefore.filter(({ key }) => isGone(sections, key)).map(({ name }) => ({ kind: "SECTION_GONE", name }) as const),
    ...statementsFor(now, groupKey).filter(({ key }) => isGone(statementsFor(before, groupKey), key)).map(({ text }) => ({ kind: "STATEMENT_NEW", name: text }) as const),
  ];
}
