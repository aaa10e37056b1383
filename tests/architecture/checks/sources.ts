import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What a check looks at: the text of each file by its path from the root, `src/app/layout.tsx`. */
export type Sources = Readonly<Record<string, string>>;

const GENERATED = "src/generated/";

/** Every file below a folder of the root, but for what a tool has written. */
export function readSources(folder: string, root = process.cwd()): Sources {
  const sources: Record<string, string> = {};
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.startsWith(GENERATED)) sources[path] = readFileSync(join(root, path), "utf8");
  }
  return sources;
}

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a text, made once. */
export function syntaxOf(path: string, source: string): ts.SourceFile {
  const key = `${path}\n${source}`;
  const known = parsed.get(key) ?? ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  parsed.set(key, known);
  return known;
}

/** Every node of a tree, from top to bottom. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

export const isCode = (path: string) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !isTest(path);
export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

export const lineOf = (node: ts.Node) => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
