import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { findCommitments } from "~/features/commitments/commitments.queries.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { makeFirstAdmin } from "~/features/identity/accounts.server";
import { actorIn, liveTies, toActor } from "~/features/identity/actor";
import { readAreas } from "~/features/imports/areas-file.server";
import { readCouncils } from "~/features/imports/councils-file.server";
import { importAreas, importCouncils } from "~/features/imports/imports.commands.server";
import type { Day } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildUser, mustRun } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { seeTakeover } from "../../tests/builders/takeover";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { findFacts, findFigures } from "./score-store.server";

const folder = new URL("../../../shared/data/", import.meta.url);
const register = new URL("english-councils.csv", folder);
const programme = new URL("big-local-areas.csv", folder);

const prepared = { clock: clockAt("2020-12-01T12:00:00Z") };
const eve = { clock: clockAt("2021-03-31T12:00:00Z") };
const day = { clock: clockAt("2021-04-01T12:00:00Z") };

// Northamptonshire, 1 April 2021: a county and seven districts became two councils, West and North.
describe.skipIf(!existsSync(register))(
  "Northamptonshire becomes two councils (skipped where the folder of real data is not here)",
  () => {
    let db: TestDatabase;
    let admin: SignedIn;
    const ids = new Map<string, string>();
    const idOf = (code: string) => ids.get(code) ?? "";
    const people: Record<string, SignedIn> = {};
    const who = (name: string) => people[name] ?? admin;

    /** An area with its district and its county, a lead on each side, and promises of each and to both. */
    async function buildTown(name: string, district: string) {
      const area = await mustRun(admin, createArea, { name }, prepared);
      for (const code of [district, "NTH"])
        await mustRun(
          admin,
          createRelationship,
          { areaId: area.id, councilId: idOf(code), startsOn: "2012-03-01" },
          prepared,
        );
      const member = async (key: string, organisationId: string, areaId: string | null) => {
        people[key] = await buildUser(key);
        const role = {
          userId: who(key).id,
          organisationId,
          role: "lead" as const,
          areaId,
          startsOn: "2019-01-01" as Day,
        };
        await mustRun(admin, giveMembership, role, prepared);
      };
      await member(`${name} chair`, area.partnershipId, null);
      await member(`${name} district`, idOf(district), null);
      await member(`${name} county`, idOf("NTH"), area.id);
      const base = { area: area.slug, dueOn: "2021-06-01" };
      await buildPromise(who(`${name} district`), { ...base, title: "Of the district" }, prepared);
      await buildPromise(who(`${name} county`), { ...base, title: "Of the county" }, prepared);
      await buildPromise(who(`${name} chair`), { ...base, council: "all", title: "To both" }, prepared);
    }

    async function end(code: string, by: Record<string, string>) {
      const { ties, members, successors } = await seeTakeover(admin, idOf(code), prepared.clock);
      expect(successors.every(({ on }) => on === "2021-04-01")).toBe(true);
      const input = {
        predecessorId: idOf(code),
        ties: ties.map(({ id, area }) => ({ id, successorId: idOf(by[area] ?? "") })),
        members: members.map(({ id, name }) => ({ id, to: idOf(by[name.split(" ")[0] ?? ""] ?? "") })),
      };
      await mustRun(admin, takeOver, input, prepared);
    }

    beforeAll(async () => {
      db = await createTestDatabase();
      setConnection(db.appUrl);
      admin = await buildUser("Ada Admin");
      await makeFirstAdmin(admin.id, "Programme", todayBy(prepared.clock));
      const councils = readCouncils(readFileSync(register));
      if (!("value" in councils)) throw new Error("the register is read");
      await mustRun(
        admin,
        importCouncils,
        { fileName: "english-councils.csv", sha256: "a".repeat(64), rows: councils.value },
        prepared,
      );
      const rows = await inTransaction(`user:${admin.id}`, todayBy(prepared.clock), (tx) =>
        tx.organisation.findMany({ where: { code: { not: null } }, select: { id: true, code: true } }),
      );
      for (const { id, code } of rows) if (code) ids.set(code, id);
      await buildTown("Northampton", "NOR");
      await buildTown("Corby", "COR");
      const split = { Northampton: "WNT", Corby: "NNT" };
      await end("NOR", split);
      await end("COR", split);
      await end("NTH", split);
    });
    afterAll(async () => {
      await closeDatabase();
      await db.drop();
    });

    const stand = (user: SignedIn, slug: string, { clock }: typeof day) =>
      inTransaction(`user:${user.id}`, todayBy(clock), async (_, found) =>
        actorIn(toActor(user, found), slug),
      );

    it.each([
      ["northampton", "Northampton", "WNT"],
      ["corby", "Corby", "NNT"],
    ])("in %s: two councils on the day before, one on the day", async (slug, name, code) => {
      const chair = who(`${name} chair`);
      expect(liveTies((await stand(chair, slug, eve)) ?? { relationships: [] })).toHaveLength(2);
      const live = liveTies((await stand(chair, slug, day)) ?? { relationships: [] });
      expect(live.map(({ councilId }) => councilId)).toEqual([idOf(code)]);
      for (const key of [`${name} district`, `${name} county`])
        expect(await stand(who(key), slug, day)).toMatchObject({ organisationId: idOf(code), role: "lead" });
    });

    it("keeps each record once, under the name of then, and to its own area", async () => {
      const list = (when: typeof day) =>
        readAs(who("Northampton chair"), "northampton", when.clock, (tx, actor) =>
          findCommitments(
            tx,
            actor,
            { state: "all", whose: "all", council: null, waiting: false, page: 1 },
            todayBy(when.clock),
          ),
        );
      const [then, now] = [await list(eve), await list(day)];
      expect(now.total).toBe(then.total);
      expect(now.lines.map(({ title, by }) => `${title}: ${by}`).sort()).toEqual(
        then.lines.map(({ title, by }) => `${title}: ${by}`).sort(),
      );
      expect(now.total).toBe(3);
    });

    it("scores West Northamptonshire by the facts of both, once each; the county's figure of the eve stays what it was", async () => {
      const facts = (when: typeof day) =>
        readAs(who("Northampton chair"), "northampton", when.clock, async (tx, actor) => {
          const found = [];
          for (const { id } of liveTies(actor))
            found.push(...(await findFacts(tx, id)).map((fact) => fact.id));
          return found;
        });
      // On the eve what is to both counts with each of two; on the day there is one.
      expect(await facts(eve)).toHaveLength(4);
      const since = await facts(day);
      expect(since).toHaveLength(3);
      expect(new Set(since).size).toBe(3);
      const county = (when: typeof day) =>
        readAs(who("Northampton chair"), "northampton", when.clock, async (tx, actor) => {
          const tie = actor.relationships.find(({ councilId }) => councilId === idOf("NTH"));
          return findFigures(tx, tie?.id ?? "", "2021-03-31" as Day);
        });
      expect((await county(day)).overall).toBeCloseTo((await county(eve)).overall, 9);
    });

    it("finds the same where the programme's own list says it: an imported area stands with the council of now", async () => {
      const areas = readAreas(readFileSync(programme));
      if (!("value" in areas)) throw new Error("the list is read");
      const wycombe = areas.value.filter(({ value }) => value.code === "BL030");
      await mustRun(
        admin,
        importAreas,
        { fileName: "areas.csv", sha256: "b".repeat(64), rows: wycombe },
        day,
      );
      const area = await inTransaction(`user:${admin.id}`, todayBy(day.clock), (tx) =>
        tx.area.findFirstOrThrow({ where: { code: "BL030" } }),
      );
      const chair = await buildUser("Wycombe chair");
      await mustRun(
        admin,
        giveMembership,
        { userId: chair.id, organisationId: area.partnershipId, role: "lead", startsOn: "2019-01-01" },
        day,
      );
      const actor = await stand(chair, area.slug, day);
      expect(liveTies(actor ?? { relationships: [] }).map(({ councilId }) => councilId)).toEqual([
        idOf("BUC"),
      ]);
      expect(actor?.relationships).toHaveLength(3);
    });
  },
);
