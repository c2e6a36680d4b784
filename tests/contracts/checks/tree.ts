import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

/** A rule about the whole repository: the problems it finds under a root, each "path: what is wrong and what to do". */
export type Check = (root: string) => string[];

const generated = new Set(["generated", "node_modules", "build"]);

/** Files under `folder` of `root`, as paths from `root` with forward slashes, sorted; none where it does not exist. */
export function filesIn(root: string, folder: string, ending: RegExp = /./): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return ending.test(path) ? [path] : [];
      return generated.has(entry.name) || entry.name.startsWith(".") ? [] : filesIn(root, path, ending);
    })
    .sort();
}

/** The text of a file, or nothing where there is no such file. */
export function textOf(root: string, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The file's name up to its last ending: `C1.1` of `…/rules/C1.1.ts`. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, "");
}

/** A file as TypeScript reads it. */
export function syntaxOf(root: string, path: string): ts.SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, textOf(root, path), ts.ScriptTarget.ES2022, true, kind);
}

/** Calls `visit` for the node and everything in it. */
export function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => eachNode(child, visit));
}

/** The line, from 1, on which a node begins. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Whether the file is a test. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Whether the file is one of a feature's pure files: neither server code, nor a component, nor a program, nor a test. */
export function isPure(path: string): boolean {
  return (
    /^app\/features\/.*\.ts$/.test(path) &&
    !/\.server\.ts$|\/cli\.ts$|\/components\//.test(path) &&
    !isTest(path)
  );
}
