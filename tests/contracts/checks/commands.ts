import ts from "typescript";
import { type Check, filesIn, lineOf, syntaxOf } from "./tree.ts";

const wanted = ["id", "input", "allow", "run", "says"];

/** Whatever a `*.commands.server.ts` exports is a command made by defineCommand, with its permission and its wording. */
export const commands: Check = (root) =>
  filesIn(root, "app", /commands\.server\.ts$/).flatMap((path) =>
    syntaxOf(root, path)
      .statements.filter((statement) => isExported(statement) && !isTypeOnly(statement))
      .flatMap((statement) =>
        problemsOf(statement).map((problem) => `${path}:${lineOf(statement)}: ${problem}`),
      ),
  );

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}

function isTypeOnly(statement: ts.Statement): boolean {
  return (
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    (ts.isExportDeclaration(statement) && statement.isTypeOnly)
  );
}

function problemsOf(statement: ts.Statement): string[] {
  if (!ts.isVariableStatement(statement))
    return ["only commands and types leave this file; use defineCommand({ … })"];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const call = initializer && ts.isCallExpression(initializer) ? initializer : undefined;
    const argument = call?.arguments[0];
    if (
      call?.expression.getText() !== "defineCommand" ||
      !argument ||
      !ts.isObjectLiteralExpression(argument)
    ) {
      return [`${name.getText()} is not made by defineCommand({ … })`];
    }
    const given = argument.properties.map((property) => property.name?.getText());
    return wanted.filter((key) => !given.includes(key)).map((key) => `${name.getText()} has no "${key}"`);
  });
}
