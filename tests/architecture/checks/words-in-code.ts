import ts from "typescript";
import { isCode, lineOf, nodesOf, syntaxOf, type Sources } from "./sources";

/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set([
  "title", "lead", "label", "hint", "alt", "placeholder", "summary", "description", "message", "text", "legend", "caption",
  "pendingLabel", "skipLabel", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext",
]);

/** A lower-case letter makes a word of it: CSV, SHA-256, WIB and a bullet are the same in every language. */
const isWord = (text: string) => /\p{Ll}/u.test(text);

/** Words that a person reads and that stand in a component instead of the catalogues. */
export function wordsInComponents(sources: Sources): string[] {
  const components = Object.entries(sources).filter(([path]) => isCode(path) && path.endsWith(".tsx"));
  return components.flatMap(([path, source]) =>
    nodesOf(syntaxOf(path, source)).flatMap((node) => spokenBy(node).filter(isWord).map((text) => `${path}:${lineOf(node)} ${text.trim()}`)),
  );
}

function spokenBy(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && node.expression) {
    const isSpoken = !ts.isJsxAttribute(node.parent) || SPOKEN.has(node.parent.name.getText());
    return isSpoken ? literalsIn(node.expression) : [];
  }
  const isLiteralAttribute = ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer);
  return isLiteralAttribute && SPOKEN.has(node.name.getText()) ? [(node.initializer as ts.StringLiteral).text] : [];
}

/** Operators whose outcome is one of their operands, or both; a comparison gives neither. */
const GIVES_AN_OPERAND = new Set([
  ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.QuestionQuestionToken,
]);

/** The texts that an expression can turn out as, without looking into calls. */
function literalsIn(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) return [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isParenthesizedExpression(expression)) return literalsIn(expression.expression);
  if (ts.isConditionalExpression(expression)) return [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)];
  const isOneOfTwo = ts.isBinaryExpression(expression) && GIVES_AN_OPERAND.has(expression.operatorToken.kind);
  return isOneOfTwo ? [...literalsIn(expression.left), ...literalsIn(expression.right)] : [];
}
