import ts from "typescript";
import { type Check, eachNode, filesIn, isPure, lineOf, syntaxOf } from "./tree.ts";

/** Expressions that read the clock, chance, the network or the machine: a pure file is given such values. */
const impureNames = /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|globalThis\.\w+|process\.\w+)$/;
const impureCalls = /^(Date|fetch|setTimeout|setInterval|queueMicrotask)$/;

/** Pure files take time, chance and the world as arguments. */
export const purity: Check = (root) =>
  filesIn(root, "app/features", /\.ts$/)
    .filter(isPure)
    .flatMap((path) => impurities(root, path));

function impurities(root: string, path: string): string[] {
  const problems: string[] = [];
  eachNode(syntaxOf(root, path), (node) => {
    const found = impurity(node);
    if (found)
      problems.push(`${path}:${lineOf(node)}: ${found} in a pure file; take the value as an argument`);
  });
  return problems;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (ts.isCallExpression(node) && impureCalls.test(node.expression.getText()))
    return `${node.expression.getText()}()`;
  if (ts.isPropertyAccessExpression(node) && impureNames.test(node.getText())) return node.getText();
  return undefined;
}
