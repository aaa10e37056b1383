import ts from "typescript";
import { importedFrom, isExported } from "./exports";
import { isCode, lineOf, nodesOf, syntaxOf, type Sources } from "./sources";

const ACTIONS = /^src\/modules\/([^/]+)\/actions(\.ts$|\/[^/]+\.ts$)/;
const LOADERS = /^src\/modules\/([^/]+)\/loaders(\.ts$|\/[^/]+\.ts$)/;
const ENDPOINTS = /^src\/modules\/([^/]+)\/endpoints(\.ts$|\/[^/]+\.ts$)/;

/** Which makers of doors a kind of file may use, and where each comes from. */
const MAKERS = [
  { files: ACTIONS, makers: ["action", "openAction"] },
  { files: LOADERS, makers: ["loader", "openLoader"] },
  { files: ENDPOINTS, makers: ["endpoint", "guardedFile", "openFile"] },
];
const HOME: Readonly<Record<string, string>> = {
  action: "@/lib/action", loader: "@/lib/loader", endpoint: "@/lib/endpoint",
  guardedFile: "@/lib/guarded-file",
  openAction: "@/lib/open-door", openLoader: "@/lib/open-door", openFile: "@/lib/open-door",
};

export const isDoorFile = (path: string) => isCode(path) && MAKERS.some(({ files }) => files.test(path));

/** A door as its file declares it. `policy` is null where the door is open to everybody. */
export type DeclaredDoor = { path: string; exported: string; maker: string; name: string | null; policy: string | null };

/** Server actions that are written where nobody looks for them. */
export function misplacedServerActions(sources: Sources): string[] {
  return codeOf(sources).flatMap(([path, file]) => {
    const directives = nodesOf(file).filter(isServerDirective);
    const isAtTop = directives.every((node) => node === file.statements[0]);
    if (directives.length > 0 && !(ACTIONS.test(path) && isAtTop)) return [`${path}: "use server"`];
    return ACTIONS.test(path) && directives.length === 0 ? [`${path}: lacks "use server"`] : [];
  });
}

const isServerDirective = (node: ts.Node) =>
  ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === "use server";

/** Exports of a door file that are no door: each would be a public address, or a way around one. */
export function unguardedExports(sources: Sources): string[] {
  return codeOf(sources).flatMap(([path, file]) => {
    const makers = MAKERS.find(({ files }) => files.test(path))?.makers;
    if (!makers) return [];
    const isDoor = (statement: ts.Statement) => {
      const calls = doorCalls(statement);
      return calls.length > 0 && calls.every(({ maker }) => makers.includes(maker) && importedFrom(file, maker) === HOME[maker]);
    };
    return file.statements
      .filter((statement) => isExported(statement) && !isDoor(statement) && !isHarmless(path, statement))
      .map((statement) => placeOf(path, statement));
  });
}

/** A type is gone when the program runs; in a file of actions even that much is refused, so that every export is an action. */
const isHarmless = (path: string, statement: ts.Statement) =>
  !ACTIONS.test(path) && (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement));

/** Doors that are made outside the files where doors stand. */
export function doorsElsewhere(sources: Sources): string[] {
  return codeOf(sources).filter(([path]) => !isDoorFile(path) && !path.startsWith("src/lib/")).flatMap(([path, file]) =>
    Object.entries(HOME).filter(([maker, home]) => importedFrom(file, maker) === home).map(([maker]) => `${path}: ${maker}`),
  );
}

/** Every door that the sources declare. */
export function declaredDoors(sources: Sources): DeclaredDoor[] {
  return codeOf(sources).filter(([path]) => isDoorFile(path)).flatMap(([path, file]) =>
    file.statements.filter(isExported).flatMap(doorCalls).map(({ exported, maker, definition }) => ({
      path, exported, maker, name: textOf(definition, "name"), policy: identifierOf(definition, "policy"),
    })),
  );
}

/** Doors whose name is missing, is not their module's, or is used twice: the register would lose one of them. */
export function badlyNamedDoors(sources: Sources): string[] {
  const doors = declaredDoors(sources);
  return doors.filter(({ path, name }, index) => {
    const isOwn = name !== null && new RegExp(`^${path.split("/")[2]}\\.[a-z][A-Za-z]*$`).test(name);
    return !isOwn || doors.findIndex((other) => other.name === name) !== index;
  }).map(({ path, exported, name }) => `${path} ${exported}: ${name}`);
}

/** Doors whose policy is anything else than a function named `mayX` of a policy file. */
export function unnamedPolicies(sources: Sources): string[] {
  return declaredDoors(sources).filter(({ maker }) => !maker.startsWith("open")).filter(({ path, policy }) => {
    const home = policy === null ? null : importedFrom(syntaxOf(path, sources[path] ?? ""), policy);
    return policy === null || !/^may[A-Z]/.test(policy) || home === null || !/\/policy(\/|$)/.test(home);
  }).map(({ path, exported, policy }) => `${path} ${exported}: ${policy}`);
}

/** Doors without a guard that nobody has agreed to. */
export function unknownOpenDoors(sources: Sources, agreed: readonly string[]): string[] {
  return declaredDoors(sources)
    .filter(({ maker, name }) => maker.startsWith("open") && !agreed.includes(name ?? ""))
    .map(({ path, name }) => `${path}: ${name}`);
}

/** Route files that do anything else than hand an endpoint of a module on. */
export function routesThatAct(sources: Sources, agreed: readonly string[]): string[] {
  return codeOf(sources).filter(([path]) => path.endsWith("/route.ts") && !agreed.includes(path)).flatMap(([path, file]) =>
    file.statements.filter((statement) => !handsOnAnEndpoint(statement)).map((statement) => placeOf(path, statement)),
  );
}

function handsOnAnEndpoint(statement: ts.Statement): boolean {
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) return false;
  const from = statement.moduleSpecifier;
  return from !== undefined && ts.isStringLiteral(from) && /^@\/modules\/[^/]+\/endpoints(\/[a-z-]+)?$/.test(from.text);
}

type DoorCall = { exported: string; maker: string; definition: ts.Expression | undefined };

/** `export const x = action({ … })`, one or several. Anything else in the statement gives none. */
function doorCalls(statement: ts.Statement): DoorCall[] {
  if (!ts.isVariableStatement(statement)) return [];
  const calls = statement.declarationList.declarations.map(({ name, initializer }) =>
    initializer && ts.isCallExpression(initializer) && ts.isIdentifier(initializer.expression) && initializer.expression.text in HOME
      ? { exported: name.getText(), maker: initializer.expression.text, definition: initializer.arguments[0] }
      : null,
  );
  return calls.every((call) => call !== null) ? calls : [];
}

function propertyOf(definition: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (!definition || !ts.isObjectLiteralExpression(definition)) return undefined;
  const property = definition.properties.find((each) => each.name?.getText() === name);
  if (property && ts.isShorthandPropertyAssignment(property)) return property.name;
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function textOf(definition: ts.Expression | undefined, name: string): string | null {
  const value = propertyOf(definition, name);
  return value && ts.isStringLiteral(value) ? value.text : null;
}

function identifierOf(definition: ts.Expression | undefined, name: string): string | null {
  const value = propertyOf(definition, name);
  return value && ts.isIdentifier(value) ? value.text : null;
}

const codeOf = (sources: Sources) =>
  Object.entries(sources).filter(([path]) => isCode(path)).map(([path, source]) => [path, syntaxOf(path, source)] as const);

const placeOf = (path: string, statement: ts.Statement) => `${path}:${lineOf(statement)} ${statement.getText().split("\n")[0]}`;
