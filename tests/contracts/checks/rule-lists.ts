import { type Check, filesIn, isTest, nameOf, textOf } from "./tree.ts";

const scoringId = /^([RTDFA]\d|P)$/;
/** A kind of evidence is named as words are: strength-named. */
const kindId = /^[a-z]+(-[a-z]+)*$/;
const actionId = /^[CP][1-5]\.\d$/;
const jobName = /^[a-z]+(-[a-z]+)*\.server$/;

/** A folder of rules: file name = id = one line of the list, so that forgetting is impossible. */
function listed(folder: string, idPattern: RegExp): Check {
  return (root) => {
    const list = textOf(root, `${folder}/index.ts`).split("\n");
    const lines = list.filter((line) => /^import\b/.test(line));
    const entries = list.filter((line) => !/^import\b/.test(line)).join("\n");
    const files = filesIn(root, folder, /\.ts$/).filter((path) => nameOf(path) !== "index" && !isTest(path));
    const unknown = lines.flatMap((line) => {
      const id = /from "\.\/(.+?)(\.ts)?"/.exec(line)?.[1];
      return id && idPattern.test(id) && !files.includes(`${folder}/${id}.ts`)
        ? [`${folder}/index.ts: no ${id}.ts`]
        : [];
    });
    return [...unknown, ...files.flatMap((path) => problemsOf(root, path, { lines, entries }, idPattern))];
  };
}

type List = { lines: readonly string[]; entries: string };

function problemsOf(root: string, path: string, { lines, entries }: List, idPattern: RegExp): string[] {
  const id = nameOf(path);
  const text = textOf(root, path);
  const constant = /export const (\w+)/.exec(text)?.[1] ?? id;
  const count = lines.filter((line) => line.includes(`"./${id}.ts"`) || line.includes(`"./${id}"`)).length;
  const problems: string[] = [];
  if (!idPattern.test(id)) problems.push(`"${id}" is no id: ${idPattern.source}`);
  const own = id.replace(/\.server$/, "");
  if (!new RegExp(`\\b(id|name): "${own}"`).test(text))
    problems.push(`its id is its file's name: write id: "${own}"`);
  if (count !== 1) problems.push(`one import line in index.ts, not ${count}`);
  if (!new RegExp(`\\b${constant}\\b`).test(entries))
    problems.push(`${constant} is not in the list of index.ts`);
  if (!/\/\*\*[\s\S]{20,}?\*\/\s*export const /.test(text))
    problems.push("a docstring above the export, with its source");
  return problems.map((problem) => `${path}: ${problem}`);
}

/** Every scoring rule is listed, documented, and exercised by a golden case or a test beside it. */
export const scoringRules: Check = (root) => {
  const folder = "app/features/scoring/rules";
  const golden = ["app/features/scoring", "tests"]
    .flatMap((place) => filesIn(root, place, /golden\.json$/))
    .map((path) => textOf(root, path))
    .join("\n");
  const untested = filesIn(root, folder, /\.ts$/)
    .filter((path) => nameOf(path) !== "index" && !isTest(path))
    .filter((path) => !new RegExp(`"indicator":\\s*"${nameOf(path)}"`).test(golden))
    .filter((path) => textOf(root, path.replace(/\.ts$/, ".test.ts")) === "")
    .map((path) => `${path}: no golden case and no ${nameOf(path)}.test.ts beside it`);
  return [...listed(folder, scoringId)(root), ...untested];
};

/** Every kind of evidence is listed and documented; the contract beside the list holds each to the rest. */
export const evidenceKinds: Check = listed("app/features/evidence/kinds", kindId);

/** Every job is listed and documented, and called as its file is. */
export const jobs: Check = listed("app/jobs", jobName);

/** Every recommended action is listed, documented, and held to its boundary: a row of testActions, typed to be whole. */
export const actionRules: Check = (root) => {
  const folder = "app/features/actions/rules";
  const tables = filesIn(root, "app/features/actions", /\.test\.ts$/)
    .map((path) => textOf(root, path))
    .filter((text) => text.includes("testActions("))
    .join("\n");
  const untested = filesIn(root, folder, /\.ts$/)
    .filter((path) => nameOf(path) !== "index" && !isTest(path) && !tables.includes(`"${nameOf(path)}": {`))
    .map((path) => `${path}: no boundary row of ${nameOf(path)}; write testActions in a test beside it`);
  return [...listed(folder, actionId)(root), ...untested];
};
