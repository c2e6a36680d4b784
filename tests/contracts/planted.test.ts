import { describe, expect, it } from "vitest";
import { withPlanted } from "../setup/planted.ts";
import { checks } from "./checks/all.ts";

type Plant = readonly [check: keyof typeof checks, path: string, text: string, found: string];

const lines = (count: number) => "export const a = 1;\n".repeat(count);
const longFunction = `export function a() {\n${"  b();\n".repeat(45)}}\n`;
const rule = (id: string) =>
  `/** Promises kept. Source: method 2026-11, T1. */\nexport const rule = { id: "${id}" };\n`;
const command = (body: string) => `export const keep = defineCommand<Actor>()({ ${body} });\n`;

const held = (body: string) =>
  `const command = defineCommand<Actor>();\nexport const keep = command({ ${body} });\n`;

const kinds = "app/features/evidence/kinds";

const plants: readonly Plant[] = [
  ["sizes", "app/routes/home.tsx", lines(151), "151 lines, the limit is 150"],
  ["sizes", "app/ui/tag.tsx", lines(201), "the limit is 200"],
  ["sizes", "app/jobs/remind.ts", lines(121), "the limit is 120"],
  ["sizes", "app/features/aims/aim.policy.ts", lines(101), "the limit is 100"],
  ["sizes", "app/features/aims/aim.test.ts", lines(301), "the limit is 300"],
  ["sizes", "app/ui/tag.ts", longFunction, "a function of 47 lines"],
  ["names", "app/features/aims/aimList.ts", "", '"aimList" is not kebab-case'],
  ["names", "app/features/aims/aim.thing.ts", "", '".thing" is no known role'],
  ["names", "app/features/aims/aim.commands.ts", "", "end in .server.ts"],
  ["names", "app/features/aims/aim-card.tsx", "", "live in the feature's components/"],
  ["names", "app/features/aims/index.ts", "", "index.ts is for the lists only"],
  ["names", "app/ui/utils/format.ts", "", '"utils" says nothing'],
  ["names", "app/platform/date-helpers.ts", "", '"date-helpers" says nothing'],
  ["names", "app/features/gossip/gossip.ts", "", "feature-order.json first"],
  ["purity", "app/features/aims/aim.ts", "export const a = () => new Date();", "new Date() in a pure file"],
  ["purity", "app/features/aims/aim.ts", "export const a = () => Date.now();", "Date.now in a pure file"],
  ["purity", "app/features/aims/aim.policy.ts", "export const a = () => Math.random();", "Math.random"],
  ["purity", "app/features/aims/aim.ts", "export const a = process.env;", "process.env"],
  ["silencing", "app/ui/tag.ts", "export const a = b as any;", "as any"],
  ["silencing", "app/ui/tag.ts", "// @ts-ignore\nexport const a = b;", "@ts-ignore"],
  ["silencing", "app/ui/tag.ts", "// @ts-expect-error\nexport const a = b;", "@ts-expect-error"],
  ["silencing", "app/ui/tag.ts", "// biome-ignore lint: no\nexport const a = b;", "a silenced lint rule"],
  ["scoring rules", "app/features/scoring/rules/T1.ts", rule("T2"), 'write id: "T1"'],
  ["scoring rules", "app/features/scoring/rules/T1.ts", rule("T1"), "rule is not in the list"],
  ["scoring rules", "app/features/scoring/rules/T1.ts", rule("T1"), "one import line in index.ts, not 0"],
  ["scoring rules", "app/features/scoring/rules/T1.ts", rule("T1"), "no golden case and no T1.test.ts"],
  ["scoring rules", "app/features/scoring/rules/trust.ts", rule("trust"), '"trust" is no id'],
  ["scoring rules", "app/features/scoring/rules/T1.ts", 'export const rule = { id: "T1" };', "a docstring"],
  ["scoring rules", "app/features/scoring/rules/index.ts", 'import { T1 } from "./T1.ts";', "no T1.ts"],
  ["action rules", "app/features/actions/rules/C1.1.ts", rule("C1.1"), "one import line in index.ts, not 0"],
  ["action rules", "app/features/actions/rules/C1.1.ts", rule("C1.1"), "no boundary row of C1.1"],
  ["action rules", "app/features/actions/rules/C9.1.ts", rule("C9.1"), '"C9.1" is no id'],
  ["kinds of evidence", `${kinds}/thanks.ts`, rule("thanks"), "one import line in index.ts, not 0"],
  ["kinds of evidence", `${kinds}/thanks.ts`, rule("thank-you"), 'write id: "thanks"'],
  ["kinds of evidence", `${kinds}/thanks.ts`, 'export const thanks = { id: "thanks" };', "a docstring"],
  ["kinds of evidence", `${kinds}/index.ts`, 'import { thanks } from "./thanks.ts";', "no thanks.ts"],
  ["jobs", "app/jobs/remind.server.ts", rule("remind"), "one import line in index.ts, not 0"],
  ["jobs", "app/jobs/remind.server.ts", rule("send"), 'write id: "remind"'],
  ["jobs", "app/jobs/remind.server.ts", 'export const remind = { id: "remind" };', "a docstring"],
  [
    "commands",
    "app/features/aims/aim.commands.server.ts",
    command("id, input, subject, run, says"),
    'no "allow"',
  ],
  [
    "commands",
    "app/features/aims/aim.commands.server.ts",
    command("id, input, subject, allow, run"),
    'no "says"',
  ],
  [
    "commands",
    "app/composition/a.commands.server.ts",
    "export const keep = async () => 1;",
    "not made by defineCommand",
  ],
  [
    "commands",
    "app/composition/a.commands.server.ts",
    "export function keep() {}",
    "only commands and types",
  ],
  ["the list of routes", "app/routes/home.tsx", "", "not in app/routes.ts"],
  [
    "the list of routes",
    "app/routes.ts",
    'export default [index("routes/home.tsx")];',
    "there is no app/routes/home.tsx",
  ],
  ["decision records", "docs/decisions/0002-late.md", "# 2. Late\n", "expected the name 0001-"],
  ["decision records", "docs/decisions/0001-first.md", "# First\n", 'its first line is "# 1. '],
  ["decision records", "docs/decisions/0001-first.md", `# 1. First\n${"words\n".repeat(60)}`, "one page"],
  ["decision records", "docs/decisions/0001-first.md", "# 1. First\n", "no link in docs/decisions/README.md"],
  ["links", "README.md", "words\n".repeat(201), "the limit is 200"],
  ["links", "README.md", "[the map](docs/map.md)", "the link to docs/map.md leads nowhere"],
  ["scripts", "README.md", "`npm run dance`", 'no script "dance"'],
];

describe("a planted fault is found", () => {
  it.each(plants)("%s: %s", (name, path, text, found) => {
    const problems = withPlanted({ [path]: text }, checks[name]);
    expect(problems.join("\n")).toContain(found);
  });

  it("has a plant for every rule", () => {
    expect(new Set(plants.map(([name]) => name))).toEqual(new Set(Object.keys(checks)));
  });
});

describe("nothing is found", () => {
  it.each(Object.entries(checks))("about %s, in a tree with nothing in it", (_name, check) => {
    expect(withPlanted({}, check)).toEqual([]);
  });

  it("in a tree that keeps the rules", () => {
    const files = {
      "app/routes.ts": 'export default [route("areas/:area", "routes/areas/$area/_index.tsx")];',
      "app/routes/areas/$area/_index.tsx": "export default () => null;",
      "app/features/scoring/rules/index.ts": 'import { rule } from "./T1.ts";\nexport const rules = [rule];',
      "app/features/scoring/rules/T1.ts": rule("T1"),
      "app/features/scoring/scoring-golden.json": '{ "indicator": "T1" }',
      "app/features/actions/rules/index.ts":
        'import { rule } from "./C1.1.ts";\nexport const actions = [rule];',
      "app/features/actions/rules/C1.1.ts": rule("C1.1"),
      "app/features/actions/rules/C1.1.test.ts": 'testActions({ "C1.1": { side: "council" } });',
      "app/features/aims/aim.ts": "export const after = (now: Date) => new Date(now.getTime() + 1);",
      "app/features/aims/confirm.commands.server.ts": held("id, input, subject, allow, run, says"),
      "app/features/aims/components/aim-card.tsx": "export function AimCard() { return null; }",
      "docs/decisions/README.md": "- [First](0001-first.md)",
      "docs/decisions/0001-first.md": "# 1. First\n",
    };
    expect(withPlanted(files, (root) => Object.values(checks).flatMap((check) => check(root)))).toEqual([]);
  });
});
