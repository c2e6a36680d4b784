import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { asMaintenance, importTables } from "../../../tests/builders/import-tables";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";

const today = toDay("2026-11-20");
const [editor, admin, council, other, partnership, area, relationship] = Array.from({ length: 7 }, () =>
  newId(),
);
const [person, byHand, imported, others, othersPost] = Array.from({ length: 5 }, () => newId());
const [own, foreign] = [newId(), newId()];

let database: TestDatabase;
const TABLES = [
  "organisation",
  "organisation_succession",
  "area",
  "relationship",
  "person",
  "person_external_id",
  "appointment",
  "person_change",
];

beforeAll(async () => {
  database = await createTestDatabase();
  setConnection(database.appUrl);
  for (const [id, email] of [
    [editor, "editor@council.example"],
    [admin, "admin@programme.example"],
  ])
    await authClient().user.create({ data: { id: id ?? "", name: "Somebody", email: email ?? "" } });
  await inTransaction(
    "auth",
    today,
    (tx) =>
      tx.$executeRaw`SELECT app.first_admin(${admin}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'Programme')`,
  );
  await asMaintenance(database.ownerUrl, async (client) => {
    for (const [id, of] of [
      [own, council],
      [foreign, other],
    ])
      await client.query(`insert into import (id, what, file_name, sha256, organisation_id, by_user_id, applied_at, counts, steps)
        values ('${id}', 'people', 'list.csv', '', '${of}', '${admin}', now(), '{}', '[]')`);
    await client.query(`
      insert into organisation (id, slug, name, short_name, kinds, import_id) values ('${council}', 'c', 'C', 'C', '{council}', '${own}'),
        ('${other}', 'o', 'O', 'O', '{council}', '${own}'), ('${partnership}', 'p', 'P', 'P', '{partnership}', null);
      insert into area (id, slug, name, partnership_id, import_id) values ('${area}', 'a', 'A', '${partnership}', '${own}');
      insert into relationship (id, area_id, council_id, import_id) values ('${relationship}', '${area}', '${council}', '${own}');
      insert into organisation_succession (id, predecessor_id, successor_id, takes_over_on, import_id) values ('${newId()}', '${council}', '${other}', '2026-01-01', '${own}');
      insert into membership (id, user_id, organisation_id, role, side, starts_on) values ('${newId()}', '${editor}', '${council}', 'editor', 'council', '2020-01-01');
      insert into person (id, name, recorded_by_organisation_id, import_id) values ('${person}', 'Imported', '${council}', '${own}'),
        ('${newId()}', 'By hand', '${council}', null), ('${others}', 'Elsewhere', '${other}', '${foreign}');
      insert into appointment (id, person_id, organisation_id, role, level, import_id) values ('${byHand}', '${person}', '${council}', 'officer', 'officer', null),
        ('${imported}', '${person}', '${council}', 'councillor', 'elected', '${own}'), ('${othersPost}', '${others}', '${other}', 'councillor', 'elected', '${foreign}');
      insert into person_change (id, person_id, "on", what, import_id) values ('${newId()}', '${person}', '2026-01-01', 'ward', null), ('${newId()}', '${others}', '2026-01-01', 'ward', '${foreign}');
      insert into person_external_id (id, person_id, organisation_id, value, import_id) values ('${newId()}', '${person}', '${council}', '1', null), ('${newId()}', '${others}', '${other}', '1', '${foreign}');`);
  });
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

describe("what may be removed", () => {
  const removes = (user: string | undefined, table: string, where = "true") =>
    inTransaction(`user:${user ?? ""}`, today, (tx) =>
      tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${where}`),
    );

  it("is for a council's editor only what their own list's import made", async () => {
    const before = await importTables(database.ownerUrl);
    for (const table of TABLES.filter((one) => one !== "appointment" && one !== "person"))
      expect([table, await removes(editor, table)]).toEqual([table, 0]);
    expect(await removes(editor, "person", `id <> '${person}'`)).toBe(0);
    expect(await importTables(database.ownerUrl)).toEqual(before);
    // A person somebody else's post is about stays, though the import made them.
    await expect(removes(editor, "person")).rejects.toThrow("refers to it");
    expect(await removes(editor, "appointment")).toBe(1);
    const left = (await importTables(database.ownerUrl)).appointment;
    expect(left).toHaveLength(2);
  });

  it("cannot be claimed afterwards to be an import's", async () => {
    const claim = (table: string, id: string | undefined) =>
      inTransaction(`user:${editor ?? ""}`, today, (tx) =>
        tx.$executeRawUnsafe(`UPDATE ${table} SET import_id = '${own}' WHERE id = '${id}'`),
      );
    await expect(claim("appointment", byHand)).rejects.toThrow("which import made it is not changed");
    const steal = inTransaction(`user:${editor ?? ""}`, today, (tx) =>
      tx.$executeRawUnsafe(`UPDATE import SET organisation_id = '${other}' WHERE id = '${own}'`),
    );
    await expect(steal).rejects.toThrow("an import is taken back, never changed");
  });

  it("is for an admin nothing that was made by hand, and nothing that something is about", async () => {
    await expect(removes(admin, "organisation")).rejects.toThrow("refers to it");
    expect(await removes(admin, "organisation", "import_id IS NULL")).toBe(0);
    expect(await removes(admin, "appointment", `id = '${byHand}'`)).toBe(0);
    // Once an import is taken back, nothing is removed in its name.
    await asMaintenance(database.ownerUrl, (client) => client.query("update import set reverted_at = now()"));
    for (const table of TABLES) expect([table, await removes(admin, table)]).toEqual([table, 0]);
  });
});
