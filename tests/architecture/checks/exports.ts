import ts from "typescript";

/** Does the statement give anything to other files? */
export function isExported(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true;
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
}

/** In: a file and a name in it. Out: the module that the name was imported from, null when it is the file's own. */
export function importedFrom(file: ts.SourceFile, name: string): string | null {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const names = statement.importClause?.namedBindings;
    // A name taken under another name is not the maker itself: `import { x as action }` makes no door.
    const isHere = names && ts.isNamedImports(names) && names.elements.some((element) => element.name.text === name && !element.propertyName);
    if (isHere) return statement.moduleSpecifier.text;
  }
  return null;
}
