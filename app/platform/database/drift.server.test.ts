import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServer } from "../../../tests/setup/database.ts";
import { findDrift } from "./drift.ts";

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "cg-drift-"));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function changed(change: (schema: string) => string): { schema: string } {
  const schema = join(dir, "schema.prisma");
  writeFileSync(schema, change(readFileSync("prisma/schema.prisma", "utf8")));
  return { schema };
}

describe("findDrift", () => {
  it("finds none between this schema and these migrations", async () => {
    expect(await findDrift(testServer())).toBe("");
  });

  it("gives the SQL of a table the migrations lack", async () => {
    const schema = changed((text) => `${text}\nmodel Extra {\n  id Int @id\n  name String\n}\n`);
    expect(await findDrift(testServer(), schema)).toMatch(/^-- CreateTable\nCREATE TABLE "Extra" \(/);
  });

  it("gives the SQL of a column the schema dropped", async () => {
    const schema = changed((text) => text.replace(/^ {2}image .*$/m, ""));
    expect(await findDrift(testServer(), schema)).toMatch(/ALTER TABLE "user" DROP COLUMN "image"/);
  });
});
