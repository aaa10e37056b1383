import ts from "typescript";
import { isExported } from "./exports";
import { isCode, syntaxOf, type Sources } from "./sources";

const inDomain = ([path]: [string, string]) => /^src\/modules\/[^/]+\/domain\//.test(path) && isCode(path);

/** Rule files that do not begin by saying what they decide and by which source. */
export function domainFilesWithoutHeader(sources: Sources): string[] {
  return Object.entries(sources).filter(inDomain).filter(([, source]) => !source.startsWith("/**")).map(([path]) => path);
}

/** Exported functions of rule files that do not say what goes in and what comes out. */
export function rulesWithoutDocstring(sources: Sources): string[] {
  return Object.entries(sources).filter(inDomain).flatMap(([path, source]) => {
    const file = syntaxOf(path, source);
    const silent = file.statements.filter((statement) => isExportedFunction(statement) && !hasDocstring(statement, source));
    return silent.map((statement) => `${path} ${nameOf(statement)}`);
  });
}

function isExportedFunction(statement: ts.Statement): boolean {
  if (!isExported(statement)) return false;
  if (ts.isFunctionDeclaration(statement)) return true;
  const value = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

/** The header of the file is no docstring of its first function. */
function hasDocstring(statement: ts.Statement, source: string): boolean {
  const docs = ts.getLeadingCommentRanges(source, statement.pos)?.filter(({ pos }) => source.startsWith("/**", pos) && pos > 0);
  return (docs?.length ?? 0) > 0;
}

function nameOf(statement: ts.Statement): string {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? "default";
  return ts.isVariableStatement(statement) ? (statement.declarationList.declarations[0]?.name.getText() ?? "") : "";
}
