import ts from "typescript";
import { isCode, lineOf, nodesOf, syntaxOf, type Sources } from "./sources";

/** What one file says that could name a text: whole literals, and templates as patterns. */
type Mentions = { group: string; literals: Set<string>; patterns: string[] };

/** Functions whose first argument is a key of the catalogue, which the compiler does not check. */
const TAKES_KEY = new Set(["refuse", "deny"]);

const FULL_KEY = /^[a-z]+(\.[A-Za-z0-9_-]+)+$/;

/**
 * Keys that no source asks for. A key counts as used when a file names it whole, or below a namespace that its module uses,
 * or by a template such as `role.${role}`.
 */
export function unusedKeys(keys: readonly string[], sources: Sources): string[] {
  const namespaces = [...new Set(keys.flatMap(placesAbove))];
  const files = Object.entries(sources).filter(([path]) => isCode(path)).map(([path, source]) => mentionsIn(path, source));
  const groups = new Map(files.map(({ group }) => [group, files.filter((file) => file.group === group)]));

  const isUsed = [...groups].flatMap(([group, members]) => {
    const own = namespaces.filter((name) => members.some(({ literals }) => literals.has(name)));
    const prefixes = ["", ...[...own, group].map((name) => `${name}.`)];
    return members.map((file) => asksFor(file, prefixes));
  });
  return keys.filter((key) => !isUsed.some((asks) => asks(key)));
}

/** Gives the question whether a file asks for a key, by itself or below one of the prefixes. */
function asksFor({ literals, patterns }: Mentions, prefixes: readonly string[]): (key: string) => boolean {
  const shape = patterns.length === 0 ? null : new RegExp(`^(${prefixes.map(escaped).join("|")})(${patterns.join("|")})$`);
  return (key) =>
    prefixes.some((prefix) => key.startsWith(prefix) && literals.has(key.slice(prefix.length))) ||
    Boolean(shape?.test(key));
}

/** Keys that a refusal, a denial, a letter or a schema names and that no catalogue holds: people would read "unexpected". */
export function unknownKeys(keys: readonly string[], sources: Sources): string[] {
  const known = new Set(keys);
  const namespaces = new Set(keys.map((key) => key.split(".")[0]));
  const isKeyLike = (text: string) => FULL_KEY.test(text) && namespaces.has(text.split(".")[0]);

  return Object.entries(sources).filter(([path]) => isCode(path)).flatMap(([path, source]) =>
    nodesOf(syntaxOf(path, source)).flatMap((node) => {
      const text = keyAt(node, path, isKeyLike);
      if (text === null) return [];
      const isKnown = typeof text === "string" ? known.has(text) : keys.some((key) => text.test(key));
      return isKnown ? [] : [`${path}:${lineOf(node)} ${node.getText()}`];
    }),
  );
}

/** The key that stands at a place where only a key can stand; a pattern for a template; null anywhere else. */
function keyAt(node: ts.Node, path: string, isKeyLike: (text: string) => boolean): string | RegExp | null {
  const { parent } = node;
  const isArgument = isFirstArgument(node);
  if (isArgument && ts.isStringLiteralLike(node)) return node.text;
  if (isArgument && ts.isTemplateExpression(node)) return new RegExp(`^${patternOf(node)}$`);
  if (!ts.isStringLiteralLike(node) || !isKeyLike(node.text)) return null;

  const isProperty = ts.isPropertyAssignment(parent) && parent.initializer === node && parent.name.getText() === "key";
  const isInSchema = /\/schema(\.ts|\/)/.test(path) && !ts.isImportDeclaration(parent);
  return isProperty || isInSchema ? node.text : null;
}

/** Also one of two that a condition chooses from. */
function isFirstArgument(node: ts.Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isFirstArgument(parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  return ts.isIdentifier(parent.expression) && TAKES_KEY.has(parent.expression.text);
}

function mentionsIn(path: string, source: string): Mentions {
  const literals = new Set<string>();
  const patterns: string[] = [];
  for (const node of nodesOf(syntaxOf(path, source))) {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateExpression(node) && saysSomething(node)) patterns.push(patternOf(node));
    patterns.push(...listAskedFor(node, source));
  }
  return { group: /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? path, literals, patterns };
}

/** `getTranslations("results.agencyKind")` whose `t` is then given a value asks for every text of that list. */
function listAskedFor(node: ts.Node, source: string): string[] {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "getTranslations") return [];
  const [namespace] = node.arguments;
  const isGivenValues = /\bt\((?!["'`])/.test(source);
  return namespace && ts.isStringLiteral(namespace) && isGivenValues ? [`${escaped(namespace.text)}\\.[^.]+`] : [];
}

/** A template of values alone would match every key. */
const saysSomething = (template: ts.TemplateExpression) => textsIn(template).some((text) => /[A-Za-z]{2}.*\.|\..*[A-Za-z]{2}/.test(text));

const patternOf = (template: ts.TemplateExpression) => textsIn(template).map(escaped).join(".+");

/** What stands before, between and after the values of a template. */
const textsIn = ({ head, templateSpans }: ts.TemplateExpression) => [head.text, ...templateSpans.map(({ literal }) => literal.text)];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `a.b.c` gives `a` and `a.b`. */
const placesAbove = (key: string) => key.split(".").slice(0, -1).map((_, index, segments) => segments.slice(0, index + 1).join("."));
