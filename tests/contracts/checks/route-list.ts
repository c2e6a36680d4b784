import ts from "typescript";
import { type Check, eachNode, filesIn, isTest, syntaxOf } from "./tree.ts";

const siteMap = "app/routes.ts";

/** app/routes.ts and the files under app/routes/ name each other, all of them. */
export const routeList: Check = (root) => {
  const named: string[] = [];
  eachNode(syntaxOf(root, siteMap), (node) => {
    if (ts.isStringLiteral(node) && /^(\.\/)?routes\//.test(node.text))
      named.push(`app/${node.text.replace("./", "")}`);
  });
  const files = filesIn(root, "app/routes", /\.tsx?$/).filter((path) => !isTest(path));
  return [
    ...files.filter((path) => !named.includes(path)).map((path) => `${path}: not in ${siteMap}`),
    ...named.filter((path) => !files.includes(path)).map((path) => `${siteMap}: there is no ${path}`),
  ];
};
