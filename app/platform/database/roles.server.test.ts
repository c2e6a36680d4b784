import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase, testServer } from "../../../tests/setup/database.ts";
import { checkExternal } from "./external.ts";
import { APP_ROLE, inspectAppRole, OWNER_ROLE } from "./roles.ts";

let database: TestDatabase;
const role = `test_role_${randomBytes(4).toString("hex")}`;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  await run(testServer().adminUrl, `drop role if exists ${role}`);
});

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A role of the test's own, made as the words say, and its address in the test's database. */
async function roleWith(words: string, member: string, extra = ""): Promise<string> {
  const { adminUrl } = testServer();
  const url = new URL(adminUrl);
  url.pathname = `/${database.name}`;
  await run(adminUrl, `drop role if exists ${role}`);
  await run(adminUrl, `create role ${role} login password 'x' ${words} in role ${member}`);
  await run(url.toString(), `grant connect on database ${database.name} to public; ${extra}`);
  url.username = role;
  url.password = "x";
  return url.toString();
}

async function forget(extra: string): Promise<void> {
  const url = new URL(testServer().adminUrl);
  url.pathname = `/${database.name}`;
  await run(url.toString(), extra);
}

describe("inspectAppRole", () => {
  it("finds nothing wrong with the roles the embedded server makes", async () => {
    expect(await inspectAppRole(database.appUrl, database.ownerUrl)).toEqual([]);
  });

  it("takes a role of another name that is a member of the application's", async () => {
    expect(await inspectAppRole(await roleWith("", APP_ROLE))).toEqual([]);
  });

  it.each([
    ["superuser", APP_ROLE, "is a superuser"],
    ["bypassrls", APP_ROLE, "bypasses row security"],
    ["createrole", APP_ROLE, "may create roles"],
    ["", OWNER_ROLE, `may become ${OWNER_ROLE}`],
    ["", "pg_execute_server_program", "may become pg_execute_server_program"],
    ["", "pg_read_all_data", `is not a member of ${APP_ROLE}`],
  ])("refuses a role with %j in %s", async (words, member, fault) => {
    const faults = await inspectAppRole(await roleWith(words, member));
    expect(faults.join("\n")).toContain(fault);
  });

  it("refuses one that owns a table", async () => {
    const url = await roleWith(
      "",
      APP_ROLE,
      `create table theirs (n int); alter table theirs owner to ${role}`,
    );
    expect(await inspectAppRole(url)).toEqual([`${role} owns tables (public.theirs)`]);
    await forget("drop table theirs");
  });

  it("refuses the owner as the application, and the application as the owner", async () => {
    const faults = await inspectAppRole(database.ownerUrl, database.appUrl);
    expect(faults).toContain(`${OWNER_ROLE} owns the database`);
    expect(faults).toContain(`the owner ${APP_ROLE} may not become common_ground_scorer`);
  });
});

describe("checkExternal", () => {
  it("accepts the two right roles, and the application's alone once all is migrated", async () => {
    await expect(checkExternal(database.appUrl, database.ownerUrl)).resolves.toBeUndefined();
    await expect(checkExternal(database.appUrl, undefined)).resolves.toBeUndefined();
  });

  it("asks for the owner where migrations are missing", async () => {
    const empty = await createTestDatabase({ empty: true });
    await expect(checkExternal(empty.appUrl, undefined)).rejects.toThrow(/set DATABASE_OWNER_URL/);
    await empty.drop();
  });

  it("prints the SQL that makes a right role", async () => {
    await expect(checkExternal(database.ownerUrl, undefined)).rejects.toThrow(
      new RegExp(`create role ${APP_ROLE} login[^]*grant common_ground_scorer to ${OWNER_ROLE}`),
    );
  });

  it.each([
    [
      "password",
      (url: URL) => ({ password: "wrong", path: url.pathname }),
      /^DATABASE_URL cannot be used: the name or password/,
    ],
    [
      "database",
      () => ({ path: "/nowhere" }),
      /^DATABASE_URL cannot be used: there is no database of that name\.$/,
    ],
  ])("says in one line that the %s is wrong", async (_what, change, message) => {
    const url = new URL(database.appUrl);
    const { password, path } = change(url) as { password?: string; path: string };
    url.password = password ?? url.password;
    url.pathname = path;
    await expect(checkExternal(url.toString(), undefined)).rejects.toThrow(message);
  });

  it("says in one line that nothing answers", async () => {
    await expect(checkExternal("postgresql://a:b@127.0.0.1:9/x", undefined)).rejects.toThrow(
      /^DATABASE_URL cannot be used: nothing answers there\.$/,
    );
  });
});
