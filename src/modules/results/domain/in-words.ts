/**
 * What a refusal about a result calls the things of its edition. The rules speak of keys; people know stages, levels and groups
 * by their names. Our default.
 */
import type { Refusal } from "@/lib/result";
import type { EditionRules, LocalizedText } from "@/modules/competition/domain/edition-rules";

/** In: a refusal, the rules of its edition, a language. Out: the same with names where it speaks of keys. */
export function inWords({ key, values = {} }: Refusal, rules: EditionRules, locale: keyof LocalizedText): Refusal {
  const levels = rules.results.flatMap((result) => result.levels);
  const named: Record<string, readonly { key: string; name: LocalizedText }[]> = { stage: rules.stages, level: levels, group: rules.groups, result: rules.results };
  const words = Object.entries(values).map(([name, value]) => [name, nameOf(named[name] ?? [], value, locale)] as const);
  return { key, values: Object.fromEntries(words) };
}

function nameOf(candidates: readonly { key: string; name: LocalizedText }[], value: string | number, locale: keyof LocalizedText): string | number {
  return candidates.find(({ key }) => key === value)?.name[locale] ?? value;
}
