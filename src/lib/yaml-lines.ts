import { type Document, CST, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit } from "yaml";

/** What a text brought from outside may not be, before anyone looks at what it says. Values are for the sentence. */
export type TextFault = {
  line: number;
  name: "tooLarge" | "tooDeep" | "syntax" | "severalDocuments" | "alias" | "tag" | "duplicateKey";
  values: Record<string, string | number>;
};

export type ReadText =
  | { ok: true; value: unknown; lineOf: (path: readonly (string | number)[]) => number }
  | { ok: false; faults: TextFault[] };

const MOST_BYTES = 500_000;

/** Far above what people nest by hand, far below the depth at which the parser ends the whole process. */
const MOST_INDENT = 60;
const MOST_OPEN_BRACKETS = 20;
const MOST_MARKS_IN_LINE = 5;
const NESTING_MARKS: ReadonlySet<CST.TokenType> = new Set(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);

/**
 * Reads YAML or JSON and remembers the line of every value, counted from 1. `lineOf` gives the line of the key or list
 * entry at a path, or of the nearest place above it that exists.
 */
export function parseWithLines(source: string): ReadText {
  if (new TextEncoder().encode(source).length > MOST_BYTES) {
    return { ok: false, faults: [{ line: 1, name: "tooLarge", values: { kilobytes: MOST_BYTES / 1000 } }] };
  }
  const deep = lineOfExcessiveDepth(source);
  if (deep !== null) return { ok: false, faults: [{ line: deep, name: "tooDeep", values: {} }] };

  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines, prettyErrors: false, schema: "core", resolveKnownTags: false, logLevel: "error",
    // Checked below instead: the parser's own check compares every key with every other.
    uniqueKeys: false,
  });
  const faults = [...syntaxFaults(document, lines), ...contentFaults(document, lines)];
  if (faults.length > 0) return { ok: false, faults: faults.toSorted((one, other) => one.line - other.line) };

  return { ok: true, value: document.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineOf(document, lines, path) };
}

/** The parser recurses, so depth is measured on the stream of its tokens before it may start. */
function lineOfExcessiveDepth(source: string): number | null {
  let [line, brackets, marks, startsLine] = [1, 0, 0, true];

  for (const token of new Lexer().lex(source)) {
    const type = CST.tokenType(token);
    if (type === "space" && startsLine && token.length > MOST_INDENT) return line;
    if (type === "flow-map-start" || type === "flow-seq-start") brackets += 1;
    if (type === "flow-map-end" || type === "flow-seq-end") brackets -= 1;
    if (brackets === 0 && type !== null && NESTING_MARKS.has(type)) marks += 1;
    if (brackets > MOST_OPEN_BRACKETS || marks > MOST_MARKS_IN_LINE) return line;

    startsLine = type === "newline";
    if (startsLine) marks = 0;
    line += token.split("\n").length - 1;
  }
  return null;
}

function syntaxFaults(document: Document.Parsed, lines: LineCounter): TextFault[] {
  return [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    line: lines.linePos(pos[0]).line,
    name: code === "MULTIPLE_DOCS" ? "severalDocuments" : code === "TAG_RESOLVE_FAILED" ? "tag" : "syntax",
    values: {},
  }));
}

/** References within the text, keys that are no words, and keys given twice. */
function contentFaults(document: Document.Parsed, lines: LineCounter): TextFault[] {
  const faults: TextFault[] = [];
  const add = (node: unknown, name: TextFault["name"], values: TextFault["values"] = {}) =>
    faults.push({ line: lineOfNode(node, lines) ?? 1, name, values });

  visit(document, {
    Alias: (_, node) => void add(node, "alias", { name: node.source }),
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : null;
        if (name === null) add(key, "syntax");
        else if (seen.has(name)) add(key, "duplicateKey", { name });
        else seen.add(name);
      }
    },
  });
  return faults;
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let line = lineOfNode(node, lines) ?? 1;

  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : null;
    const entry = isSeq(node) && typeof step === "number" ? node.items[step] : null;
    line = lineOfNode(pair?.key ?? entry, lines) ?? line;
    node = pair ? pair.value : entry;
  }
  return line;
}

function lineOfNode(node: unknown, lines: LineCounter): number | null {
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
  return Array.isArray(range) && typeof range[0] === "number" ? lines.linePos(range[0]).line : null;
}
