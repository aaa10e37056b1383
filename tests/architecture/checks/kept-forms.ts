import ts from "typescript";
import { isCode, lineOf, nodesOf, type Sources, syntaxOf } from "./sources";

/** Boxes into which people write their own words. */
const BOXES = new Set(["FormTextArea", "FormText", "TextArea", "TextField", "textarea"]);

type Component = { path: string; body: ts.Node };

/**
 * Forms with a box for a person's words that keep none of them on the device, as `path:line`. A form is what is drawn inside an
 * `ActionForm`, however deep its components lie. One whose components save by themselves, hold a password or only confirm an act needs no copy.
 */
export function unkeptForms(sources: Sources): string[] {
  const files = Object.entries(sources).filter(([path]) => isCode(path) && path.endsWith(".tsx")).map(([path, source]) => ({ path, syntax: syntaxOf(path, source) }));
  const find = componentsOf(files, sources);
  return files.flatMap(({ path, syntax }) =>
    nodesOf(syntax).filter(ts.isJsxElement).filter(({ openingElement }) => openingElement.tagName.getText() === "ActionForm").flatMap((form) => {
      const isKeptForm = form.openingElement.attributes.properties.some((attribute) => ts.isJsxAttribute(attribute) && attribute.name.getText() === "keep");
      if (isKeptForm) return [];
      const drawn = drawnIn({ path, body: form }, find);
      return drawn.boxes.length > 0 && !drawn.savesItself && !drawn.isSecret ? [`${path}:${lineOf(form.openingElement)}`] : [];
    }),
  );
}

type Find = (name: string, from: string) => Component | null;

function drawnIn(root: Component, find: Find) {
  const seen = new Set<ts.Node>();
  const found = { boxes: [] as string[], savesItself: false, isSecret: false };
  const visit = ({ path, body }: Component) => {
    if (seen.has(body)) return;
    seen.add(body);
    for (const node of nodesOf(body)) {
      if (ts.isCallExpression(node) && ["useSaver", "createSaver"].includes(node.expression.getText())) found.savesItself = true;
      const isUse = ts.isIdentifier(node) && (ts.isJsxOpeningElement(node.parent) || ts.isJsxSelfClosingElement(node.parent) || ts.isCallExpression(node.parent));
      if (!isUse) continue;
      const element = node.parent;
      if (!ts.isCallExpression(element)) {
        const attributes = element.attributes.getText();
        if (/type="password"/.test(attributes)) found.isSecret = true;
        if (BOXES.has(node.text) && !/data-confirms|readOnly|type="(search|datetime-local)"/.test(attributes)) found.boxes.push(node.text);
      }
      const inner = BOXES.has(node.text) ? null : find(node.text, path);
      if (inner) visit(inner);
    }
  };
  visit(root);
  return found;
}

/** Finds what a name stands for: in the file itself, or in the one it is taken from. */
function componentsOf(files: readonly { path: string; syntax: ts.SourceFile }[], sources: Sources): Find {
  const bodies = new Map<string, Map<string, ts.Node>>();
  const imports = new Map<string, Map<string, string>>();
  const read = (path: string) => {
    const syntax = files.find((file) => file.path === path)?.syntax ?? (sources[path] === undefined ? undefined : syntaxOf(path, sources[path]));
    if (!syntax || bodies.has(path)) return;
    const named = new Map<string, ts.Node>();
    const taken = new Map<string, string>();
    for (const node of syntax.statements) {
      if (ts.isFunctionDeclaration(node) && node.name) named.set(node.name.text, node);
      const variables = ts.isVariableStatement(node) ? node.declarationList.declarations : [];
      for (const { name, initializer } of variables) if (initializer) named.set(name.getText(), initializer);
      for (const [name, from] of takenBy(node, path, sources)) taken.set(name, from);
    }
    bodies.set(path, named);
    imports.set(path, taken);
  };
  return (name, from) => {
    read(from);
    const own = bodies.get(from)?.get(name);
    if (own) return { path: from, body: own };
    const path = imports.get(from)?.get(name);
    if (!path) return null;
    read(path);
    const body = bodies.get(path)?.get(name);
    return body ? { path, body } : null;
  };
}

/** The names that an import brings from a file of these sources. */
function takenBy(node: ts.Statement, path: string, sources: Sources): [string, string][] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
  if (!bindings || !ts.isNamedImports(bindings) || !ts.isImportDeclaration(node)) return [];
  const from = resolved((node.moduleSpecifier as ts.StringLiteral).text, path, sources);
  return from ? bindings.elements.map(({ name }) => [name.text, from]) : [];
}

function resolved(specifier: string, from: string, sources: Sources): string | null {
  const base = specifier.startsWith("@/") ? `src/${specifier.slice(2)}` : specifier.startsWith(".") ? new URL(specifier, `file:///${from}`).pathname.slice(1) : null;
  return base && ([".tsx", ".ts", "/index.ts"].map((end) => base + end).find((path) => sources[path] !== undefined) ?? null);
}
