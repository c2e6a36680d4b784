import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Day, dayToDate, toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { type Command, type Execution, execute } from "~/platform/command.server";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { type Actor, toActor } from "../identity/actor";
import { readAreas } from "./areas-file.server";
import { readCouncils } from "./councils-file.server";
import { importAreas, importCouncils, importPeople } from "./imports.commands.server";
import { findKnownCouncillors } from "./imports.queries.server";
import { readPeople } from "./people-file.server";
import { planAreaRows, planCouncilRows } from "./plan-file.server";
import type { Reading } from "./problem";

const NOW = "2026-11-20T12:00:00Z";
const today = toDay("2026-11-20");
const sha256 = "0".repeat(64);
const admin = { id: newId(), name: "Admin", email: "admin@programme.example", demo: false };
const stranger = { id: newId(), name: "Nobody", email: "nobody@programme.example", demo: false };
const asAdmin = `user:${admin.id}` as const;

const text = (lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const COUNCILS = text([
  "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,region,local-authority-type,county-la,current-authority",
  "BRK,Brook Borough Council,Brook,E07000901,,2023-03-31,WSU,South,NMD,WEA,False",
  "WEA,Wealdshire County Council,Wealdshire,E10000901,,2023-03-31,WSU,South,CTY,,False",
  "WSU,Wealdshire Council,Wealdshire,E06000901,2023-04-01,,,South,UA,,True",
]);
const AREAS = text([
  "big_local_id,name,wave,wave_announced,region,council_code_2012,council_gss_2012,county_code_2012,council_abolished,council_code_now,council_type_now,council_changed,ruc_cluster_now,imd_quintile_now",
  "XX003,Harbour,3,2012-12-10,South,BRK,E07000901,WEA,2023-03-31,WSU,Unitary authority,yes,Urban,2",
]);
const people = (...lines: string[]) => text(["Name,Party,Ward,Telephone,Email,Page", ...lines]);
const ANN = "Councillor Ann Lee,Green Party,East,020 7946 0001,ann@council.example,https://c.example/?UID=1";
const BOB = "Councillor Bob Ray,Labour,West,NA,NA,https://c.example/?UID=2";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  setConnection(database.appUrl);
  for (const { id, name, email } of [admin, stranger])
    await authClient().user.create({ data: { id, name, email } });
  await inTransaction(
    "auth",
    today,
    (tx) =>
      tx.$executeRaw`SELECT app.first_admin(${admin.id}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'Programme')`,
  );
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

function value<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.value;
}

function run<S extends z.ZodType, T, R>(command: Command<Actor, S, T, R>, input: z.input<S>, user = admin) {
  const execution: Execution<Actor> = {
    principal: `user:${user.id}`,
    actorId: user.id,
    actor: (stands) => toActor(user, stands),
    clock: clockAt(NOW),
    after: async () => undefined,
    denied: async () => undefined,
  };
  return execute(command, input, execution);
}

const take = (on: Day, file: Uint8Array, fullList = true, council = "WSU") =>
  run(importPeople, { fileName: "list.csv", sha256, council, on, fullList, rows: value(readPeople(file)) });

describe("importing", () => {
  it("is for admins: nobody else's is carried out", async () => {
    const input = { fileName: "councils.csv", sha256, rows: value(readCouncils(COUNCILS)) };
    expect(await run(importCouncils, input, stranger)).toMatchObject({ status: "forbidden" });
  });

  it("makes the register, its successions, areas and relationships; the second time nothing", async () => {
    const councils = value(readCouncils(COUNCILS));
    const areas = value(readAreas(AREAS));
    expect(await run(importCouncils, { fileName: "councils.csv", sha256, rows: councils })).toMatchObject({
      status: "done",
      result: { counts: { steps: { "create-council": 3, "add-succession": 2 } } },
    });
    expect(await run(importAreas, { fileName: "areas.csv", sha256, rows: areas })).toMatchObject({
      status: "done",
      result: { counts: { steps: { "create-area": 1, "add-relationship": 3 } } },
    });
    await inTransaction(asAdmin, today, async (tx) => {
      expect(value(await planCouncilRows(tx, councils)).steps).toEqual([]);
      expect(value(await planAreaRows(tx, areas)).steps).toEqual([]);
      const taker = await tx.relationship.findFirstOrThrow({
        where: { council: { code: "WSU" } },
        include: { takesOverFrom: { include: { council: true } } },
      });
      expect(taker.takesOverFrom.map(({ council }) => council.code).sort()).toEqual(["BRK", "WEA"]);
      const events = await tx.event.findMany({ where: { command: { startsWith: "imports." } } });
      expect(events.map((event) => event.command).sort()).toEqual(["imports.areas", "imports.councils"]);
    });
  });

  it("changes what a later file says otherwise", async () => {
    const changed = new TextDecoder().decode(COUNCILS).replace("Brook Borough", "Brook District");
    const rows = value(readCouncils(new TextEncoder().encode(changed)));
    expect(await run(importCouncils, { fileName: "later.csv", sha256, rows })).toMatchObject({
      result: { counts: { steps: { "change-council": 1 }, unchanged: 2 } },
    });
    await inTransaction(asAdmin, today, async (tx) => {
      const brook = await tx.organisation.findFirstOrThrow({ where: { code: "BRK" } });
      expect(brook).toMatchObject({ name: "Brook District Council", endsOn: dayToDate(toDay("2023-04-01")) });
    });
  });

  it("keeps people over lists: changes, leavers, one who comes back", async () => {
    expect(await take(toDay("2024-01-10"), people(ANN, BOB))).toMatchObject({
      result: { counts: { steps: { joined: 2 } } },
    });
    const moved = ANN.replace("East", "North").replace("ann@", "a.lee@");
    expect(await take(toDay("2024-05-10"), people(moved))).toMatchObject({
      result: { counts: { steps: { changed: 2, left: 1 } } },
    });
    expect(await take(toDay("2024-05-10"), people(moved))).toMatchObject({
      result: { counts: { steps: {}, unchanged: 1 } },
    });
    expect(await take(toDay("2024-09-10"), people(moved, BOB))).toMatchObject({
      result: { counts: { steps: { returned: 1 } } },
    });
    await inTransaction(asAdmin, today, async (tx) => {
      const { id } = await tx.organisation.findFirstOrThrow({ where: { code: "WSU" } });
      expect(await findKnownCouncillors(tx, id)).toMatchObject([
        {
          externalId: "1",
          ward: "North",
          email: "a.lee@council.example",
          posts: [{ startsOn: null, endsOn: null }],
        },
        { externalId: "2", posts: [{ endsOn: "2024-05-10" }, { startsOn: "2024-09-10", endsOn: null }] },
      ]);
      const changes = await tx.personChange.findMany({ orderBy: { what: "asc" } });
      expect(changes.map(({ what, before, after }) => [what, before, after])).toEqual([
        ["email", "ann@council.example", "a.lee@council.example"],
        ["ward", "East", "North"],
      ]);
    });
  });

  it("refuses an older list, a day to come and a council not held", async () => {
    expect(await take(toDay("2024-09-09"), people(ANN))).toMatchObject({ status: "invalid" });
    expect(await take(toDay("2026-11-21"), people(ANN))).toMatchObject({ status: "invalid" });
    expect(await take(today, people(ANN), true, "ZZZ")).toMatchObject({ status: "absent" });
  });
});

const data = new URL("../../../../shared/data/", import.meta.url);

describe.skipIf(!existsSync(data))(
  "the real files (skipped where the folder of real data is not here)",
  () => {
    const file = (name: string) => readFileSync(new URL(name, data));

    it("go in whole, and in again without a change", async () => {
      const councils = value(readCouncils(file("english-councils.csv")));
      const areas = value(readAreas(file("big-local-areas.csv")));
      expect(await run(importCouncils, { fileName: "councils.csv", sha256, rows: councils })).toMatchObject({
        status: "done",
      });
      expect(await run(importAreas, { fileName: "areas.csv", sha256, rows: areas })).toMatchObject({
        status: "done",
      });
      await inTransaction(asAdmin, today, async (tx) => {
        expect(await tx.area.count()).toBe(121);
        expect(value(await planCouncilRows(tx, councils))).toMatchObject({ steps: [], unchanged: 380 });
        expect(value(await planAreaRows(tx, areas))).toMatchObject({ steps: [], unchanged: 120 });
      });
    });

    it("give a council's people through eight lists, each person once", async () => {
      const folder = new URL("councillor-lists/", data);
      const days = readdirSync(folder).flatMap(
        (name) => /^trafford-(\d{4}-\d\d-\d\d)\.csv$/.exec(name)?.[1] ?? [],
      );
      expect(days).toHaveLength(8);
      for (const on of days.sort())
        expect(await take(toDay(on), file(`councillor-lists/trafford-${on}.csv`), true, "TRF")).toMatchObject(
          { status: "done" },
        );
      await inTransaction(asAdmin, today, async (tx) => {
        const { id } = await tx.organisation.findFirstOrThrow({ where: { code: "TRF" } });
        const known = await findKnownCouncillors(tx, id);
        expect(known).toHaveLength(81);
        expect(known.filter((one) => one.posts.some((post) => post.endsOn === null))).toHaveLength(63);
      });
    });
  },
);
