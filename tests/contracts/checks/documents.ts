import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Check, filesIn, textOf } from "./tree.ts";

const decisionsFolder = "docs/decisions";
const onePage = 60;
const readmeLimit = 200;

/** Decision records are numbered without a gap, titled by their number, one page long, and in the list. */
export const decisions: Check = (root) => {
  const list = textOf(root, `${decisionsFolder}/README.md`);
  const records = filesIn(root, decisionsFolder, /\.md$/).filter((path) => basename(path) !== "README.md");
  return records.flatMap((path, index) => {
    const number = String(index + 1).padStart(4, "0");
    const text = textOf(root, path);
    const problems: string[] = [];
    if (!new RegExp(`^${number}-[a-z0-9]+(-[a-z0-9]+)*\\.md$`).test(basename(path))) {
      problems.push(`expected the name ${number}-words-like-this.md`);
    }
    if (!text.startsWith(`# ${index + 1}. `))
      problems.push(`its first line is "# ${index + 1}. What was decided"`);
    if (text.trimEnd().split("\n").length > onePage) problems.push(`one page, at most ${onePage} lines`);
    if (!list.includes(`](${basename(path)})`)) problems.push(`no link in ${decisionsFolder}/README.md`);
    return problems.map((problem) => `${path}: ${problem}`);
  });
};

/** The README is short, and every link in the documents leads to a file of the repository. */
export const links: Check = (root) => {
  const readmeLines = textOf(root, "README.md").trimEnd().split("\n").length;
  const tooLong =
    readmeLines > readmeLimit ? [`README.md: ${readmeLines} lines, the limit is ${readmeLimit}`] : [];
  const documents = [
    ...(existsSync(join(root, "README.md")) ? ["README.md"] : []),
    ...filesIn(root, "docs", /\.md$/),
  ];
  return [...tooLong, ...documents.flatMap((path) => brokenLinks(root, path))];
};

function brokenLinks(root: string, path: string): string[] {
  return [...textOf(root, path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ""))
    .filter((target) => !existsSync(join(root, dirname(path), target)))
    .map((target) => `${path}: the link to ${target} leads nowhere`);
}

/** Every `npm run …` that a document names is a script of package.json. */
export const scripts: Check = (root) => {
  const known = Object.keys(JSON.parse(textOf(root, "package.json") || "{}").scripts ?? {});
  return ["README.md", ...filesIn(root, "docs", /\.md$/)].flatMap((path) =>
    [...textOf(root, path).matchAll(/`npm run ([\w:-]+)/g)]
      .map((match) => match[1] ?? "")
      .filter((name) => !known.includes(name))
      .map((name) => `${path}: there is no script "${name}" in package.json`),
  );
};
