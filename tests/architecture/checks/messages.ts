import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";

/** Texts by their full key: `accounts.signIn.title`. */
export type Texts = Readonly<Record<string, string>>;

type Tree = { [name: string]: Tree | string };

/** A catalogue as a flat list. */
export function textsOf(tree: Tree, prefix = ""): Texts {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === "string" ? [[prefix + name, value]] : Object.entries(textsOf(value, `${prefix}${name}.`)),
    ),
  );
}

/** Keys that one of the two languages lacks. */
export function lonelyKeys(one: Texts, other: Texts): string[] {
  return [...Object.keys(one).filter((key) => !(key in other)), ...Object.keys(other).filter((key) => !(key in one))];
}

/** Texts that cannot be read as ICU messages, or are empty. */
export function unreadableTexts(texts: Texts): string[] {
  return Object.entries(texts).filter(([, text]) => text.trim() === "" || elementsOf(text) === null).map(([key, text]) => `${key}: ${text}`);
}

/** Keys whose two texts ask for different values: one of them would show a gap or a name in braces. */
export function differingArguments(one: Texts, other: Texts): string[] {
  return Object.keys(one).filter((key) => key in other).flatMap((key) => {
    const [here, there] = [argumentsOf(one[key]!), argumentsOf(other[key]!)];
    return here.join() === there.join() ? [] : [`${key}: ${here.join(", ") || "nothing"} / ${there.join(", ") || "nothing"}`];
  });
}

/** Longer texts that are the same in both languages: somebody forgot to translate. */
export function untranslated(one: Texts, other: Texts): string[] {
  return Object.keys(one).filter((key) => one[key] === other[key] && wordsOf(one[key]!).split(/\s+/).length >= 4);
}

/** Texts that hold a word which the glossary avoids, with the word. */
export function avoidedWords(texts: Texts, avoided: readonly string[]): string[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${avoided.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  return Object.entries(texts).flatMap(([key, text]) => {
    const found = pattern.exec(wordsOf(text))?.[0];
    return found ? [`${key}: ${found}`] : [];
  });
}

function elementsOf(text: string): MessageFormatElement[] | null {
  try {
    return parse(text, { requiresOtherClause: true });
  } catch {
    return null;
  }
}

/** Names of the values and tags, and the cases of a choice; what is written around them may differ. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  for (const element of everyElement(elementsOf(text) ?? [])) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const cases = element.type === TYPE.select ? ` of ${Object.keys(element.options).sort().join("|")}` : "";
    names.add(element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}${cases}}`);
  }
  return [...names].sort();
}

/** What is read of a text, without the names of its values. */
function wordsOf(text: string): string {
  return everyElement(elementsOf(text) ?? []).map((element) => (element.type === TYPE.literal ? element.value : " ")).join("");
}

function everyElement(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...everyElement(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element];
    return [element, ...Object.values(element.options).flatMap(({ value }) => everyElement(value))];
  });
}
