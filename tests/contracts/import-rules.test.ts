import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { IConfiguration, ICruiseResult } from "dependency-cruiser";
import { describe, expect, it } from "vitest";
import { withPlanted } from "../setup/planted.ts";

const rules: IConfiguration = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

const kept = {
  "app/platform/clock.ts": "export type Clock = { now(): Date };",
  "app/platform/db.server.ts":
    'import { PrismaClient } from "@prisma/client";\nexport const db = PrismaClient;',
  "app/platform/outside/door.ts": "export const ask = 1;",
  "app/platform/files.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;',
  "app/ui/tag.tsx": 'import { useState } from "react";\nexport const Tag = useState;',
  "app/features/areas/area.ts": "export const area = 1;",
  "app/features/areas/area.queries.server.ts": 'import "~/platform/db.server";\nexport const find = 1;',
  "app/features/areas/area.commands.server.ts": 'import "./area.queries.server";\nexport const open = 1;',
  "app/features/areas/components/area-card.tsx":
    'import "../area";\nimport "~/ui/tag";\nexport const Card = 1;',
  "app/features/aims/aim.ts": 'import { area } from "~/features/areas/area";\nexport const aim = area;',
  "app/features/aims/aim.queries.server.ts":
    'import "~/features/areas/area.queries.server";\nexport const a = 1;',
  "app/features/aims/aim.test.ts": 'import "~/routes/home";',
  "app/composition/aim-opened.server.ts":
    'import "~/features/areas/area.commands.server";\nexport const o = 1;',
  "app/jobs/remind.ts": 'import "~/composition/aim-opened.server";\nexport const remind = 1;',
  "app/jobs/index.ts": 'import { remind } from "./remind";\nexport const jobs = [remind];',
  "app/routes/home.tsx":
    'import "~/features/areas/components/area-card";\nimport "~/features/aims/aim.queries.server";',
  "app/server/main.ts": 'import "~/jobs/index";\nimport "../../prisma/seed";',
  "prisma/seed.ts": 'import "../tests/builders/area";',
  "tests/builders/area.ts": 'import "~/platform/db.server";\nexport const buildArea = 1;',
};

/** Each rule, a file that breaks it, and what that file holds. */
const broken: readonly [rule: string, path: string, text: string][] = [
  ["platform-imports-nothing-above", "app/platform/names.ts", 'import "~/features/areas/area";'],
  ["ui-imports-nothing-above", "app/ui/area-tag.tsx", 'import "~/features/areas/area";'],
  ["pure-imports-pure-only", "app/features/aims/one.ts", 'import "./aim.queries.server";'],
  ["pure-imports-pure-only", "app/features/aims/two.ts", 'import "~/ui/tag";'],
  ["pure-imports-pure-only", "app/features/aims/three.ts", 'import "~/features/areas/components/area-card";'],
  ["pure-reaches-no-machine", "app/features/aims/four.ts", 'import { useState } from "react";\nuseState();'],
  [
    "pure-reaches-no-machine",
    "app/features/aims/five.ts",
    'import { read } from "~/platform/files";\nread("a");',
  ],
  ["pure-reaches-no-machine", "app/features/aims/six.ts", 'import { join } from "node:path";\njoin("a");'],
  [
    "pure-reaches-no-machine",
    "app/features/aims/seven.ts",
    'import type { Prisma } from "@prisma/client";\nexport type A = Prisma;',
  ],
  [
    "imports-go-downhill",
    "app/features/areas/uphill.ts",
    'import { aim } from "~/features/aims/aim";\nexport const a = aim;',
  ],
  ["features-are-declared", "app/features/gossip/gossip.ts", 'import "~/platform/clock";'],
  [
    "server-imports-queries-of-others",
    "app/features/aims/a.commands.server.ts",
    'import "~/features/areas/area.commands.server";',
  ],
  ["server-imports-no-view", "app/features/aims/b.queries.server.ts", 'import "~/ui/tag";'],
  ["components-import-own-and-ui", "app/features/aims/components/c.tsx", 'import "~/features/areas/area";'],
  ["browser-code-reaches-no-server", "app/features/aims/components/d.tsx", 'import "../aim.queries.server";'],
  ["browser-code-reaches-no-server", "app/ui/e.tsx", 'import "~/platform/files";'],
  ["zod-stays-on-the-server", "app/features/aims/components/f.tsx", 'import { z } from "zod";\nz.string();'],
  ["features-import-no-job-or-mail", "app/features/aims/g.commands.server.ts", 'import "~/jobs/remind";'],
  ["features-import-no-job-or-mail", "app/composition/h.server.ts", 'import "~/jobs/remind";'],
  [
    "transactions-ask-nobody-outside",
    "app/features/aims/h.queries.server.ts",
    'import { ask } from "~/platform/outside/door";\nask;',
  ],
  [
    "only-the-top-joins-features",
    "app/features/aims/i.commands.server.ts",
    'import "~/composition/aim-opened.server";',
  ],
  ["nobody-imports-a-route", "app/jobs/visit.ts", 'import "~/routes/home";'],
  [
    "prisma-stays-in-its-rooms",
    "app/routes/list.tsx",
    'import { PrismaClient } from "@prisma/client";\nPrismaClient();',
  ],
  [
    "prisma-stays-in-its-rooms",
    "app/platform/names-of-tables.ts",
    'import { Prisma } from "@prisma/client";\nPrisma();',
  ],
  ["app-imports-no-tests", "app/routes/demo.tsx", 'import "../../tests/builders/area";'],
  ["no-barrels", "app/routes/all.tsx", 'import "~/features/aims/index";'],
  ["no-cycles", "app/ui/ring-two.ts", 'import "./ring";'],
  ["no-junk-drawers", "app/routes/sorted.tsx", 'import "~/platform/utils/sort";'],
  ["imports-resolve", "app/routes/gone.tsx", 'import "~/platform/gone";'],
];

const extra = {
  "app/ui/ring.ts": 'import "./ring-two";',
  "app/features/aims/index.ts": "export const a = 1;",
  "app/platform/utils/sort.ts": "export const sort = 1;",
};

const tsConfig = {
  compilerOptions: {
    module: "es2022",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    paths: { "~/*": ["./app/*"] },
  },
};

/** Cruises a small repository with the rules of this one: "rule: file" for each import that is refused. */
function refused(files: Readonly<Record<string, string>>): string[] {
  return withPlanted({ ...files, "tsconfig.json": JSON.stringify(tsConfig) }, (root) => {
    symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
    return refusedIn(root);
  });
}

function refusedIn(root: string): string[] {
  const program = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = ["--config", resolve(".dependency-cruiser.cjs"), "--output-type", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, [program, "app", "tests", "prisma", ...config], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (stdout === "") throw new Error(stderr);
  const { summary }: ICruiseResult = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

describe("the import rules", { timeout: 300_000 }, () => {
  it("refuse nothing in a tree that keeps them", () => {
    expect(refused(kept)).toEqual([]);
  });

  it("refuse nothing in this repository", () => {
    expect(refusedIn(process.cwd())).toEqual([]);
  });

  it("refuse each planted violation, and have one planted for every rule", () => {
    const planted = Object.fromEntries(broken.map(([, path, text]) => [path, text]));
    const found = refused({ ...kept, ...extra, ...planted });
    expect(broken.map(([rule, path]) => `${rule}: ${path}`).filter((line) => !found.includes(line))).toEqual(
      [],
    );
    const names = rules.forbidden?.map((rule) => rule.name);
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(names));
  });
});
