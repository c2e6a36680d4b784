import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { withPlanted } from "../setup/planted.ts";
import { checks } from "./checks/all.ts";
import { filesIn } from "./checks/tree.ts";

/** What a copy needs for a new file of any kind to be checked in it. */
const copied = [
  "app/features",
  "app/jobs",
  "app/platform",
  "docs/decisions",
  "tests/builders/action-cases.ts",
  "biome.json",
  "package.json",
  "tsconfig.json",
  ".gitignore",
];
const tsConfig = {
  extends: "./tsconfig.json",
  include: ["scoring/rules", "evidence/kinds", "actions/rules"].map((folder) => `app/features/${folder}`),
};

const testConfig = `export default { resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } } };`;

/** What a new kind of evidence must reach without a further line anywhere: tried in the copy. */
const reach = `
import { expect, it } from "vitest";
import { toFact } from "./app/features/evidence/evidence.facts.ts";
import { evidenceFilter } from "./app/features/evidence/evidence-filter.ts";
import { questionsOf } from "./app/features/evidence/evidence-form.ts";
import { kindGroups } from "./app/features/evidence/kind-groups.ts";
import { KINDS } from "./app/features/evidence/kinds/index.ts";
import { sent, told } from "./app/features/evidence/telling.ts";

const kind = KINDS.find(({ id }) => id === "shared-lunch");
const offered = { sides: { council: "C", community: "P" }, people: [], projects: [] };
it("is chosen on the page of kinds and in the list's filter", () => {
  expect(kindGroups().flatMap(({ kinds }) => kinds.map(({ id }) => id))).toContain("shared-lunch");
  expect(evidenceFilter.parse({ kind: "shared-lunch" }).kind).toBe("shared-lunch");
});
it("asks its questions on its page, and the generic journey fills them in", () => {
  const asked = questionsOf(kind, offered).map(({ name }) => name);
  const filled = sent(kind, kind.example.fields, "2026-10-01").map(([name]) => name.split(".")[0]);
  expect(asked).toEqual(expect.arrayContaining(filled));
});
it("is asked by the score what it says", () => {
  const values = told(kind, kind.example.fields, "2026-10-01");
  const entry = { kind, values, recordedBy: "community", answeredOn: null, outcome: null };
  const base = { id: "one", level: "shared", binned: false, voidedOn: null, contestedOn: null, settledOn: null };
  const fact = { type: "thanks", on: "2026-10-01" };
  expect(toFact(base, { ...entry, kind: { ...kind, toFact: () => fact } })).toMatchObject({ ...fact, id: "one" });
  expect(toFact(base, entry)).toBeNull();
});
`;

/** Copies the part of the repository that a new file touches, and looks at it. */
function inCopy<Result>(look: (root: string) => Result): Result {
  return withPlanted(
    { "tsconfig.new.json": JSON.stringify(tsConfig), "vitest.config.mjs": testConfig },
    (root) => {
      for (const path of copied) cpSync(resolve(path), join(root, path), { recursive: true });
      symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
      return look(root);
    },
  );
}

function problemsIn(root: string): string[] {
  return Object.values(checks).flatMap((check) => check(root));
}

/** Runs a program of ours in the copy: its output where it fails, nothing where it does not. */
function run(root: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

const create = (root: string, kind: string, name: string) =>
  run(root, "--import", "tsx", resolve("app/platform/scaffold/cli.ts"), kind, name);

describe("npm run new", { timeout: 240_000 }, () => {
  it("writes a scoring rule, its test and its list line, and they pass", () => {
    inCopy((root) => {
      const before = problemsIn(root);
      expect(create(root, "rule", "R9")).toBe("");
      expect(problemsIn(root)).toEqual(before);
      const folder = "app/features/scoring/rules";
      const files = ["R9.ts", "R9.test.ts", "index.ts"].map((file) => `${folder}/${file}`);
      expect(
        run(root, "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...files),
      ).toBe("");
      expect(run(root, "node_modules/typescript/bin/tsc", "--project", "tsconfig.new.json")).toBe("");
      expect(run(root, "node_modules/vitest/vitest.mjs", "run", "--root", root, `${folder}/R9.test.ts`)).toBe(
        "",
      );
      expect(readFileSync(join(root, folder, "index.ts"), "utf8")).toMatch(/R5,\n {2}R9,\n {2}T1,/);
    });
  });

  it("writes a recommended action, its test and its list line, and they pass", () => {
    inCopy((root) => {
      const before = problemsIn(root);
      expect(create(root, "action", "C4.9")).toBe("");
      expect(problemsIn(root)).toEqual(before);
      const folder = "app/features/actions/rules";
      const files = ["C4.9.ts", "C4.9.test.ts", "index.ts"].map((file) => `${folder}/${file}`);
      expect(
        run(root, "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...files),
      ).toBe("");
      expect(run(root, "node_modules/typescript/bin/tsc", "--project", "tsconfig.new.json")).toBe("");
      expect(run(root, "node_modules/vitest/vitest.mjs", "run", "--root", root, folder)).toBe("");
      const list = readFileSync(join(root, folder, "index.ts"), "utf8");
      expect(list).toContain('import { C4_9 } from "./C4.9";');
      expect(list).toMatch(/\n {2}C4_9,\n {2}P/);
    });
  });

  it("writes a kind of evidence in one file and one list line, and it keeps the contract of all kinds", () => {
    inCopy((root) => {
      const folder = "app/features/evidence/kinds";
      const list = () => readFileSync(join(root, folder, "index.ts"), "utf8").split("\n");
      const before = { problems: problemsIn(root), files: filesIn(root, "app"), list: list() };
      expect(create(root, "evidence-kind", "shared-lunch")).toBe("");
      expect(filesIn(root, "app").filter((path) => !before.files.includes(path))).toEqual([
        `${folder}/shared-lunch.ts`,
      ]);
      expect(list().filter((line) => !before.list.includes(line))).toEqual([
        'import { sharedLunch } from "./shared-lunch.ts";',
        "  sharedLunch,",
      ]);
      expect(before.list.filter((line) => !list().includes(line))).toEqual([]);
      expect(problemsIn(root)).toEqual(before.problems);
      const files = ["shared-lunch.ts", "index.ts"].map((file) => `${folder}/${file}`);
      expect(
        run(root, "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...files),
      ).toBe("");
      expect(run(root, "node_modules/typescript/bin/tsc", "--project", "tsconfig.new.json")).toBe("");
      // It reaches the pages, the journey and the score by its list line alone, and not without.
      writeFileSync(join(root, "reach.test.ts"), reach);
      const tried = (...tests: string[]) =>
        run(root, "node_modules/vitest/vitest.mjs", "run", "--root", root, ...tests);
      const report = ["--reporter=json", "--outputFile=kinds.json"];
      expect(tried("app/features/evidence/kinds.test.ts", "reach.test.ts", ...report)).toBe("");
      expect(readFileSync(join(root, "kinds.json"), "utf8")).toContain("shared-lunch takes its example");
      writeFileSync(join(root, folder, "index.ts"), before.list.join("\n"));
      expect(tried("reach.test.ts")).toContain("3 failed");
    });
  });

  it("writes a job and its list line", () => {
    inCopy((root) => {
      const before = problemsIn(root);
      expect(create(root, "job", "water-the-plants")).toBe("");
      expect(problemsIn(root)).toEqual(before);
      const list = readFileSync(join(root, "app/jobs/index.ts"), "utf8");
      expect(list).toContain('import { waterThePlants } from "./water-the-plants.server";');
      expect(list).toMatch(/= \[[^\]]*waterThePlants[^\]]*\];/);
      expect(run(root, "node_modules/typescript/bin/tsc", "--project", "tsconfig.new.json")).toBe("");
    });
  });

  it("writes a decision record and its list line", () => {
    inCopy((root) => {
      const before = problemsIn(root);
      expect(create(root, "decision", "a-queue-in-the-database")).toBe("");
      expect(problemsIn(root)).toEqual(before);
      const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
      expect(list).toMatch(/\d+\. \[A queue in the database\]\(\d{4}-a-queue-in-the-database\.md\)\n$/);
    });
  });

  it("refuses a kind there is not, a name that is none, and a file there is", () => {
    inCopy((root) => {
      expect(create(root, "dance", "R9")).toContain('There is no kind "dance"');
      expect(create(root, "rule", "waltz")).toContain('named like "R6"');
      mkdirSync(join(root, "app/features/scoring/rules"), { recursive: true });
      writeFileSync(join(root, "app/features/scoring/rules/R9.ts"), "");
      expect(create(root, "rule", "R9")).toContain("R9.ts is there already");
    });
  });
});
