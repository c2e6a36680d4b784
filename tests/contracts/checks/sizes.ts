import ts from "typescript";
import { type Check, eachNode, filesIn, isTest, lineOf, syntaxOf, textOf } from "./tree.ts";

const functionLimit = 40;
const otherLimit = 200;

/** Limits in lines by where a file lives; the first that matches holds. */
const fileLimits: readonly [pattern: RegExp, limit: number][] = [
  [/\.test\.tsx?$|^tests\/journeys\/.*\.journey\.ts$/, 300],
  // Told from beginning to end: what happened in the demonstration, and what a test begins with.
  [/^prisma\/demonstration\/|^tests\/(builders|stories)\//, 300],
  // What the laws are made of: used by tests alone.
  [/^app\/features\/scoring\/(laws|arbitrary)[a-z-]*\.ts$/, 300],
  [/^app\/routes\//, 150],
  [/^app\/features\/(evidence\/kinds|scoring\/rules|actions\/rules)\/|^app\/(jobs|emails)\//, 120],
  [/\.policy\.ts$/, 100],
];

/** Ledgers: their length is the number of things they list, and a reader looks up one line of them. */
const ledgers = /^tests\/contracts\/access\.table\.ts$|^app\/routes\.ts$/;

/** Histories: a function there is a story, and no shorter in pieces. */
const told = /^prisma\/demonstration\/|^tests\/(builders|stories)\//;

/** Files and functions stay within the limits of the house. */
export const sizes: Check = (root) => {
  const code = ["app", "prisma", "tests"].flatMap((folder) => filesIn(root, folder, /\.(tsx?|mjs|cjs)$/));
  return code
    .filter((path) => !ledgers.test(path))
    .flatMap((path) => [...tooLongFile(root, path), ...tooLongFunctions(root, path)]);
};

function tooLongFile(root: string, path: string): string[] {
  const lines = textOf(root, path).trimEnd().split("\n").length;
  const limit = fileLimits.find(([pattern]) => pattern.test(path))?.[1] ?? otherLimit;
  return lines > limit ? [`${path}: ${lines} lines, the limit is ${limit}; split it by what it does`] : [];
}

function tooLongFunctions(root: string, path: string): string[] {
  if (isTest(path) || path.endsWith(".journey.ts") || told.test(path)) return [];
  const problems: string[] = [];
  const source = syntaxOf(root, path);
  eachNode(source, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body || isComponent(node, path)) return;
    const lines = source.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node);
    if (lines > functionLimit) {
      problems.push(`${path}:${lineOf(node)}: a function of ${lines} lines, the limit is ${functionLimit}`);
    }
  });
  return problems;
}

/** A React component is markup; the limit of its file is the one that counts. */
function isComponent(node: ts.SignatureDeclaration, path: string): boolean {
  if (!path.endsWith(".tsx")) return false;
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named !== undefined && ts.isIdentifier(named) && /^[A-Z]/.test(named.text);
}
