import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "~/features/imports/csv-file";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { asMaintenance, importTables } from "../../tests/builders/import-tables";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { importFile, takeImportBack } from "./import-file.server";
import { readSource, type Source } from "./import-source.server";

const data = new URL("../../../shared/data/", import.meta.url);
const lists = new URL("councillor-lists/", data);
const admin = { id: newId(), name: "Admin", email: "admin@programme.example", demo: false };
const today = toDay("2026-11-20");
let minute = 0;
/** Each import a minute after the last. */
const next = () => clockAt(new Date(Date.UTC(2026, 10, 20, 9, ++minute)).toISOString());

const asked = { as: admin.email, council: undefined, on: undefined, fullList: false, apply: true };
const source = (name: string) => readSource(fileURLToPath(new URL(name, data)));
const altered = (from: Source, change: (text: string) => string): Source => ({
  ...from,
  bytes: new TextEncoder().encode(change(new TextDecoder().decode(from.bytes))),
});
const people = (on: string, apply = true, from = source(`councillor-lists/trafford-${on}.csv`)) =>
  importFile("people", from, { ...asked, council: "TRF", on, fullList: true, apply }, next());
const idIn = (said: string) => /revert ([0-9a-f-]{36})/.exec(said)?.[1] ?? "none";
const back = (id: string, apply = true) => takeImportBack(id, { ...asked, apply }, next());

let database: TestDatabase;
const tables = () => importTables(database.ownerUrl);
const rows = async (sql: string) =>
  asMaintenance(database.ownerUrl, async (client) => (await client.query(sql)).rows);

describe.skipIf(!existsSync(data))("the real files (outside the project: skipped where absent)", () => {
  beforeAll(async () => {
    database = await createTestDatabase();
    setConnection(database.appUrl);
    await authClient().user.create({ data: { id: admin.id, name: admin.name, email: admin.email } });
    await inTransaction(
      "auth",
      today,
      (tx) =>
        tx.$executeRaw`SELECT app.first_admin(${admin.id}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'Programme')`,
    );
  });

  afterAll(async () => {
    await closeDatabase();
    await database?.drop();
  });

  it("go in whole: councils and areas, looked at first, twice the same, and out again exactly", async () => {
    const empty = await tables();
    const file = source("english-councils.csv");
    expect(await importFile("councils", file, { ...asked, apply: false }, next())).toContain("Nothing was");
    expect(await tables()).toEqual(empty);
    const councils = idIn(await importFile("councils", file, asked, next()));
    expect(
      await rows(
        "select count(*)::int n, count(ends_on)::int ended from organisation where code is not null",
      ),
    ).toEqual([{ n: 380, ended: 48 }]);
    expect(await rows(`select count(distinct predecessor_id)::int n from organisation_succession`)).toEqual([
      { n: 48 },
    ]);
    const withCouncils = await tables();
    expect(await importFile("councils", file, asked, next())).toContain("Nothing to do");
    expect(await tables()).toEqual(withCouncils);

    const areas = idIn(await importFile("areas", source("big-local-areas.csv"), asked, next()));
    expect(await rows("select count(*)::int n from area")).toEqual([{ n: 120 }]);
    const twoTier =
      await rows(`select a.id from area a join relationship r on r.area_id = a.id and r.ends_on is null
      join organisation o on o.id = r.council_id group by a.id having count(*) = 2 and bool_or(o.tier = 'county') and bool_or(o.tier = 'district')`);
    expect(twoTier.length).toBeGreaterThan(5);
    // Districts and counties alike name the one that follows.
    const taken =
      await rows(`select distinct o.tier::text from relationship r join organisation o on o.id = r.council_id
      where r.taken_over_by_id is not null order by 1`);
    expect(taken.map(({ tier }) => tier)).toEqual(expect.arrayContaining(["county", "district"]));
    const withAreas = await tables();
    expect(await importFile("areas", source("big-local-areas.csv"), asked, next())).toContain(
      "Nothing to do",
    );
    expect(await tables()).toEqual(withAreas);

    // Newest first, and nothing that something was built on.
    await expect(back(areas)).rejects.toThrow("Take back the later import of big-local-areas.csv first.");
    const [areasAgain, , councilsAgain] = await rows("select id from import order by applied_at desc");
    await back(councilsAgain?.id);
    await expect(back(councils)).rejects.toThrow(/about an organisation that it made \(relationship\)/);
    expect(await back(areasAgain?.id, false)).toContain("Nothing was written");
    expect(await back(areasAgain?.id)).toContain("Taken back");
    expect(await tables()).toEqual(withAreas);
    await back(areas);
    expect(await tables()).toEqual(withCouncils);
    await back(councils);
    expect(await tables()).toEqual(empty);
    await expect(back(councils)).rejects.toThrow("This import is: taken back.");
  });

  it("give Trafford's people over eight lists what is expected, and go back list by list", async () => {
    await importFile("councils", source("english-councils.csv"), asked, next());
    const days = readdirSync(lists).flatMap((name) => /^trafford-([\d-]{10})\.csv$/.exec(name)?.[1] ?? []);
    expect(days).toHaveLength(8);
    const states = [await tables()];
    const ids: string[] = [];
    for (const on of days.sort()) {
      await people(on, false);
      expect(await tables()).toEqual(states.at(-1));
      ids.push(idIn(await people(on)));
      states.push(await tables());
      expect(await people(on)).toContain("Nothing to do");
      expect(await tables()).toEqual(states.at(-1));
    }
    const [{ people: count, posts }] = (await rows(
      "select count(distinct p.id)::int people, count(distinct x.value)::int posts from person p join person_external_id x on x.person_id = p.id",
    )) as [{ people: number; posts: number }];
    expect([count, posts]).toEqual([81, 81]);
    expect(await happened(days)).toEqual(await expected());

    for (const { id } of await rows("select id from import where what = 'people' order by applied_at desc"))
      await back(id);
    expect(await tables()).toEqual(states[0]);
    // Audited, each in the name of who did it.
    const audit = await rows("select count(*)::int n from event where command = 'imports.revert'");
    expect(audit[0]?.n).toBeGreaterThanOrEqual(16);
  });

  it("write nothing of a file with a row that fails in the middle, in reading or in writing", async () => {
    const before = await tables();
    const imports = await rows("select count(*) from import");
    const list = source("councillor-lists/trafford-2020-05-01.csv");
    const wrong = altered(list, (text) => text.replace(/UID=\d+(?=[^\n]*\n[^\n]*$)/, "UID=none"));
    await expect(people("2020-05-01", true, wrong)).rejects.toThrow(/line \d+, column Page/);
    await rows(`create function pg_temp_stop() returns trigger language plpgsql as
      $$ begin if new.ward = 'Bowdon' then raise exception 'stopped in the middle'; end if; return new; end $$`);
    await rows(
      "create trigger stop before insert on appointment for each row execute function pg_temp_stop()",
    );
    await expect(people("2020-05-01")).rejects.toThrow("stopped in the middle");
    await rows("drop trigger stop on appointment");
    expect(await tables()).toEqual(before);
    expect(await rows("select count(*) from import")).toEqual(imports);
  });

  it("are refused to who may not import them, and that is audited", async () => {
    const other = { id: newId(), name: "Other", email: "other@programme.example" };
    await authClient().user.create({ data: other });
    const asOther = { ...asked, as: other.email };
    await expect(importFile("councils", source("english-councils.csv"), asOther, next())).rejects.toThrow(
      "Only a programme admin",
    );
    expect(await rows(`select data ->> 'command' command from event where actor_id = '${other.id}'`)).toEqual(
      [{ command: "imports.councils" }],
    );
  });
});

/** What the database says happened between one list and the next, in the form of the expected file. */
async function happened(days: readonly string[]): Promise<string[]> {
  const name = `(select coalesce((select c.before from person_change c where c.person_id = p.id and c.what = 'name'
    and c.on > w.day order by c.on limit 1), p.name))`;
  const found = await rows(`
    select w.day::text as day, x.value as uid, w.event, ${name} as name, w.before, w.after, w.what from (
      select person_id, ends_on as day, 'left' as event, ward as before, '' as after, null as what from appointment where ends_on is not null
      union all select person_id, starts_on, 'joined', '', ward, null from appointment where starts_on is not null
      union all select person_id, "on", what || '_changed', coalesce(before, 'NA'), coalesce(after, 'NA'), what from person_change
    ) w join person p on p.id = w.person_id join person_external_id x on x.person_id = p.id`);
  return found
    .map((row) =>
      [days[days.indexOf(row.day) - 1], row.day, row.uid, row.event, row.name, row.before, row.after].join(
        "|",
      ),
    )
    .sort();
}

async function expected(): Promise<string[]> {
  const csv = readCsv(readFileSync(new URL("trafford-changes-expected.csv", lists)), {
    required: ["from_date", "to_date", "uid", "event", "name", "before", "after"],
    otherColumns: "ignore",
  });
  if (!csv.ok) throw new Error("The expected changes cannot be read");
  return csv.value.map(({ value }) => Object.values(value).join("|")).sort();
}
