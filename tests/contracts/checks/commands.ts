import ts from "typescript";
import { type Check, filesIn, lineOf, syntaxOf } from "./tree.ts";

const wanted = ["id", "input", "subject", "allow", "run", "says"];

/** Whatever a `*.commands.server.ts` exports is a command made by defineCommand, with its permission and its wording. */
export const commands: Check = (root) =>
  filesIn(root, "app", /commands\.server\.ts$/).flatMap((path) => {
    const source = syntaxOf(root, path);
    const makers = makersIn(source);
    return source.statements
      .filter((statement) => isExported(statement) && !isTypeOnly(statement))
      .flatMap((statement) =>
        problemsOf(statement, makers).map((problem) => `${path}:${lineOf(statement)}: ${problem}`),
      );
  });

/** What makes a command in this file: `defineCommand<Actor>()`, and the constants that hold it. */
function makersIn(source: ts.SourceFile): RegExp {
  const held = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations)
    .filter(({ initializer }) => /^defineCommand(<.*>)?\(\)$/s.test(initializer?.getText() ?? ""))
    .map(({ name }) => name.getText());
  return new RegExp(`^(${["defineCommand(<.*>)?\\(\\)", ...held].join("|")})$`, "s");
}

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

function problemsOf(statement: ts.Statement, makers: RegExp): string[] {
  if (!ts.isVariableStatement(statement))
    return ["only commands and types leave this file; use defineCommand"];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const call = initializer && ts.isCallExpression(initializer) ? initializer : undefined;
    const argument = call?.arguments[0];
    const isMade = call !== undefined && makers.test(call.expression.getText());
    if (!isMade || !argument || !ts.isObjectLiteralExpression(argument)) {
      return [`${name.getText()} is not made by defineCommand<Actor>()({ … })`];
    }
    const given = argument.properties.map((property) => property.name?.getText());
    return wanted.filter((key) => !given.includes(key)).map((key) => `${name.getText()} has no "${key}"`);
  });
}
