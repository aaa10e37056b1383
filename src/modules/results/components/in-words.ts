import type { Locale } from "@/lib/paths";
import type { Refusal } from "@/lib/result";
import type { EditionRules, LocalizedText } from "@/modules/competition/domain/edition-rules";

/** The same refusal with the names of the edition where the rules speak of keys. */
export function inWords({ key, values = {} }: Refusal, rules: EditionRules, locale: Locale): Refusal {
  const levels = rules.results.flatMap((result) => result.levels);
  const named: Record<string, readonly { key: string; name: LocalizedText }[]> = { stage: rules.stages, level: levels, group: rules.groups };
  const words = Object.entries(values).map(([name, value]) => [name, nameOf(named[name] ?? [], value, locale)] as const);
  return { key, values: Object.fromEntries(words) };
}

function nameOf(candidates: readonly { key: string; name: LocalizedText }[], value: string | number, locale: Locale): string | number {
  return candidates.find(({ key }) => key === value)?.name[locale] ?? value;
}
