import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { systemClock, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { superuser } from "../../../tests/builders/erased";
import { type Access, buildAccess } from "../../../tests/builders/fixtures-access";
import { buildNamed } from "../../../tests/builders/merging";
import { buildUser, mustRun } from "../../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { recordPersonNote } from "../records/notes.commands.server";
import { askErasure, askOwnErasure, decideErasure } from "./erasures.commands.server";

const by = { clock: systemClock };

let db: TestDatabase;
let access: Access;
let client: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  access = await buildAccess(db);
  client = await superuser(db.name);
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
});

async function nameOf(table: "person" | "user", id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(`select name from "${table}" where id = $1`, [id]);
  return rows[0]?.name;
}

const lead = () => access.users["community lead"];
const area = () => access.place.area.slug;

describe("an erasure reaches no further than it was asked for", () => {
  /** Two notes about nobody: one of this area and one of the other. */
  async function write(words: string): Promise<() => Promise<(string | undefined)[]>> {
    const ids = await Promise.all(
      [true, false].map(async (here) => {
        const { rows } = await client.query<{ id: string }>(
          `select record_id as id from note t where person_id is null and ((select area_id from record where id = t.record_id) = $1) = $2
             order by 1 limit 1`,
          [access.place.area.id, here],
        );
        await client.query("update note set text = $1 where record_id = $2", [`Kept ${words}`, rows[0]?.id]);
        return rows[0]?.id;
      }),
    );
    return async () => {
      const found = await client.query<{ id: string; text: string }>(
        "select record_id as id, text from note where record_id = any ($1)",
        [ids],
      );
      return ids.map((id) => found.rows.find((row) => row.id === id)?.text.slice("Kept ".length));
    };
  }

  async function erase(id: string): Promise<void> {
    const asked = { area: area(), id, reason: "asked" } as const;
    const erasure = await mustRun(lead(), askErasure, asked, by);
    // Whoever else has words was told, and has had their days to answer in.
    await client.query("update erasure set told_on = told_on - 14 where person_id = $1", [id]);
    const decide = { id: erasure.id, answer: "carry-out", sure: "yes" } as const;
    await mustRun(access.users.admin, decideErasure, decide, by);
  }

  it("asked for oneself, the account goes; who it is linked to, and every word about them, stays", async () => {
    const { id } = await buildNamed(access.place, "Orsolya Finnemore", { email: "orsolya@shared.example" });
    const user = await buildUser("Orsolya Finnemore");
    await client.query(
      `update "user" set person_id = $1, email_verified = true, email = 'orsolya@own.example' where id = $2`,
      [id, user.id],
    );
    const about = { area: area(), id, level: "side", text: "Orsolya Finnemore is kind" } as const;
    const note = await mustRun(access.users["community editor"], recordPersonNote, about, by);
    const texts = await write("Orsolya Finnemore, orsolya@shared.example, orsolya@own.example");
    const erasure = await mustRun(user, askOwnErasure, {}, by);
    const decide = { id: erasure.id, answer: "carry-out", sure: "yes" } as const;
    await mustRun(access.users.admin, decideErasure, decide, by);
    expect(await nameOf("user", user.id)).not.toContain("Orsolya");
    expect(await nameOf("person", id)).toBe("Orsolya Finnemore");
    const text = "Orsolya Finnemore, orsolya@shared.example, [erased]";
    expect(await texts()).toEqual([text, text]);
    const kept = await client.query("select text from note where record_id = $1", [note.id]);
    expect(kept.rows).toEqual([{ text: "Orsolya Finnemore is kind" }]);
  });

  it("cuts no single word, no shared number or mailbox, and nothing in another area", async () => {
    const words = "In May the council rang Imelda Vantongeren on 0117 496 0456 (desk@switch.example)";
    const texts = await write(words);
    const may = await buildNamed(access.place, "Cllr May");
    const shared = await buildNamed(access.place, "Imelda Vantongeren", { email: "desk@switch.example" });
    const other = await buildNamed(access.place, "Percival Oddy", { email: "desk@switch.example" });
    await client.query("update person set phone = '+44 117 4960456' where id = any ($1)", [
      [shared.id, other.id],
    ]);
    await erase(may.id);
    expect(await texts()).toEqual([words, words]);
    await erase(shared.id);
    expect(await texts()).toEqual([words.replace("Imelda Vantongeren", "[erased]"), words]);
    await client.query("update person set name = 'the Council' where id = $1", [other.id]);
    await erase(other.id);
    const alone = "In May the council rang [erased] on [erased] ([erased])";
    expect((await texts())[0]).toBe(alone);
  });

  it("asked for by two areas, goes from the words of both by one decision; by one, from its own alone", async () => {
    const { users, place } = access;
    const elsewhere = place.outside;
    const known = async (name: string) => {
      const { id } = await buildNamed(place, name);
      const there = {
        id: newId(),
        area_id: elsewhere.area.id,
        organisation_id: elsewhere.area.partnershipId,
      };
      await client.query(
        `insert into appointment select one.* from appointment a, jsonb_populate_record(a, $2) one where a.person_id = $1 limit 1`,
        [id, { ...there, relationship_id: null }],
      );
      return id;
    };
    const both = await known("Theodora Quillfeather");
    const texts = await write("Theodora Quillfeather rang Barnaby Oxenholme");
    const reason = "asked" as const;
    const there = { area: elsewhere.area.slug, id: both, reason };
    await mustRun(users["another area"], askErasure, there, by);
    await erase(both);
    const one = "[erased] rang Barnaby Oxenholme";
    expect(await texts()).toEqual([one, one]);
    // Who was erased is nobody any more: another area has nothing to ask by, and its words stand until then.
    const alone = await known("Barnaby Oxenholme");
    await erase(alone);
    expect(await texts()).toEqual(["[erased] rang [erased]", one]);
    const late = await runAs(users["another area"], askErasure, { ...there, id: alone }, by);
    expect(late.status).not.toBe("done");
  });

  it("is not decided by whoever asked for it, nor in the database", async () => {
    const { admin } = access.users;
    const { id } = await buildNamed(access.place, "Wilhelmina Threlkeld");
    const asked = { area: area(), id, reason: "asked" } as const;
    const erasure = await mustRun(lead(), askErasure, asked, by);
    await client.query("update erasure set asked_by_id = $1 where id = $2", [admin.id, erasure.id]);
    const decide = { id: erasure.id, answer: "carry-out", sure: "yes" } as const;
    expect(await runAs(admin, decideErasure, decide, by)).toMatchObject({ status: "forbidden" });
    const straight = inTransaction(
      `user:${admin.id}`,
      todayBy(systemClock),
      (tx) => tx.$queryRaw`SELECT app.decide_erasure(${erasure.id}::uuid, true, now())`,
    );
    await expect(straight).rejects.toThrow("not theirs to decide");
    expect(await nameOf("person", id)).toBe("Wilhelmina Threlkeld");
  });
});
