import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  findAllLines,
  findChanges,
  findReleases,
  findVariantSays,
  findVariants,
} from "~/features/releases/published.queries.server";
import { RELEASE_TABLES } from "~/features/releases/release-rows";
import { toDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase, inResearch, inTransaction } from "~/platform/db.server";
import { buildConsentingAreas, type Consenting } from "../../tests/builders/consenting-areas";
import { buildUser } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { draftRelease, publishDueReleases } from "./release.server";
import { findUnits } from "./release-units.server";

const AREAS = 40;
const SURVEYED_ON = "2026-06-10";
const FIRST = { draft: "2026-07-01T09:00:00Z", publish: "2026-07-15T09:00:00Z", id: "2026-Q2" };
const SECOND = { draft: "2026-10-01T09:00:00Z", publish: "2026-10-15T09:00:00Z", id: "2026-Q3" };

let db: TestDatabase;
let reader: SignedIn;
let made: Consenting;

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
  reader = await buildUser("Rhea Reader");
  const consentedAt = "2026-05-01T12:00:00Z";
  made = await buildConsentingAreas(db.ownerUrl, {
    count: AREAS,
    by: reader.id,
    surveyedOn: SURVEYED_ON,
    consentedAt,
  });
});
afterAll(async () => {
  await made.end();
  await closeDatabase();
  await db.drop();
});

const inRelease = <T>(work: Parameters<typeof inResearch<T>>[2], at = SECOND.publish) =>
  inResearch(`user:${reader.id}`, todayBy(clockAt(at)), work);

describe("a release", () => {
  test("is drafted once, when its quarter is over, and nothing is published before areas have had their days", async () => {
    await draftRelease(clockAt(FIRST.draft));
    await draftRelease(clockAt("2026-07-02T09:00:00Z"));
    const { rows } = await made.client.query(
      "select id, known_at, publishes_on::text, as_of::text from release_plan",
    );
    expect(rows).toEqual([
      {
        id: FIRST.id,
        as_of: "2026-06-30",
        known_at: new Date("2026-06-30T23:00:00Z"),
        publishes_on: "2026-07-15",
      },
    ]);
    expect(await publishDueReleases(clockAt("2026-07-14T22:00:00Z"))).toBe(0);
    expect(await inRelease(findReleases)).toEqual([]);
  });

  test("is published once, however many do it at a time", async () => {
    const clock = clockAt(FIRST.publish);
    const [one, two] = await Promise.all([publishDueReleases(clock), publishDueReleases(clock)]);
    expect(one + two).toBe(1);
    expect(await publishDueReleases(clock)).toBe(0);
    const [release] = await inRelease(findReleases);
    expect(release).toMatchObject({ id: FIRST.id, asOf: "2026-06-30", knownAt: "2026-07-01", areas: AREAS });
  });

  test("tells the mean of all areas, and blanks with a reason", async () => {
    const lines = await inRelease((tx) => findAllLines(tx, FIRST.id));
    const [, overall] = lines.find(([measure]) => measure.id === "overall") ?? [];
    expect(overall?.[0]).toMatchObject({ cut: [], status: "shown", areas: AREAS });
    for (const [, ofMeasure] of lines) {
      for (const { status, mean, lo, hi } of ofMeasure) {
        if (status === "shown")
          expect(mean).toSatisfy((value: number) => value >= (lo ?? 101) && value <= (hi ?? -1));
        else expect([mean, lo, hi]).toEqual([null, null, null]);
      }
    }
  });

  test("counts what was known at its draft alone, and whose yes there was when it was published", async () => {
    await draftRelease(clockAt(SECOND.draft));
    const [withdrawn, changed] = made.areas;
    await made.client.query(
      "update research_consent set ended_at = $2, ended_by_id = $3 where relationship_id = $1 and side = 'council'",
      [withdrawn?.relationship, "2026-10-10T12:00:00Z", reader.id],
    );
    // Known after the draft: of the next release.
    await made.client.query(
      `insert into scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
       select gen_random_uuid(), source_id, area_id, relationship_id, type,
         jsonb_set(jsonb_set(body, '{id}', to_jsonb('late ' || (body ->> 'id'))), '{items,trust}', '[1, 1, 1]'), $2
       from scoring_fact where area_id = $1`,
      [changed?.id, "2026-10-05T12:00:00Z"],
    );
    expect(await publishDueReleases(clockAt(SECOND.publish))).toBe(1);
    const [second, first] = await inRelease(findReleases);
    expect([second?.id, first?.id]).toEqual([SECOND.id, FIRST.id]);
    const asKnown = (knownAt: string, consentAt: string) => {
      const moment = {
        asOf: toDay("2026-09-30"),
        knownAt: new Date(knownAt),
        consentAt: new Date(consentAt),
      };
      return findUnits(moment, todayBy(clockAt(SECOND.publish)), { variants: false });
    };
    const trustIn = ({ units }: Awaited<ReturnType<typeof asKnown>>) =>
      units.find(({ area }) => area === changed?.id)?.figures.get("trust")?.value ?? Number.NaN;
    const released = await asKnown(SECOND.draft, SECOND.publish);
    expect(released.units).toHaveLength(AREAS - 1);
    expect(released.units.map(({ id }) => id)).not.toContain(withdrawn?.relationship);
    expect((await asKnown(SECOND.draft, "2026-10-09T12:00:00Z")).units).toHaveLength(AREAS);
    expect(trustIn(await asKnown("2026-10-06T12:00:00Z", SECOND.publish))).toBeLessThan(
      trustIn(released) - 1,
    );
  });

  test.each([
    ["was closed", "update area set closed_on = $2 where id = $1", "id"],
    ["has another council", "update relationship set ends_on = $2 where id = $1", "relationship"],
  ] as const)(
    "tells nothing of an area that %s before it went out, in which nobody can take a yes back",
    async (_, end, key) => {
      const ended = made.areas[5];
      const moment = { asOf: toDay("2026-09-30"), knownAt: new Date(SECOND.draft) };
      const told = async (consentAt: string) => {
        const at = { ...moment, consentAt: new Date(consentAt) };
        const { units } = await findUnits(at, todayBy(clockAt(consentAt)), { variants: false });
        return units.some(({ area }) => area === ended?.id);
      };
      await made.client.query(end, [ended?.[key], "2026-10-15"]);
      expect([await told("2026-10-14T22:59:59Z"), await told("2026-10-14T23:00:00Z")]).toEqual([true, false]);
      await made.client.query(end, [ended?.[key], null]);
    },
  );

  test("sets the same areas beside themselves: nothing that happened moves, and who left moves nothing", async () => {
    const changes = await inRelease((tx) => findChanges(tx, SECOND.id, "overall"));
    expect(changes[0]).toMatchObject({ since: FIRST.id, cut: [], status: "shown", areas: AREAS });
    // Three months of fading are all that sets the two apart.
    expect(Math.abs(changes[0]?.mean ?? 100)).toBeLessThanOrEqual(4);
  });

  test("tells each other judgement of the same cells, and as much of the whole", async () => {
    const lines = await inRelease((tx) => findVariants(tx, SECOND.id, "overall"));
    const says = await inRelease((tx) => findVariantSays(tx, SECOND.id));
    expect(new Set(lines.map(({ variant }) => variant)).size).toBe(says.length);
    expect(says.length).toBeGreaterThan(10);
    const shown = (cut: number) => lines.filter((line) => line.cut.length === cut && line.status === "shown");
    expect(shown(0)).toHaveLength(says.length);
  });

  test("is not made of nothing: where nobody consents nothing is published, and the plan is done with", async () => {
    await made.client.query(
      "update research_consent set ended_at = '2026-12-01T12:00:00Z' where ended_at is null",
    );
    await draftRelease(clockAt("2027-01-01T09:00:00Z"));
    expect(await publishDueReleases(clockAt("2027-01-15T09:00:00Z"))).toBe(0);
    expect(await inRelease(findReleases, "2027-01-15T09:00:00Z")).toHaveLength(2);
    const { rows } = await made.client.query("select published_at from release_plan where id = '2026-Q4'");
    expect(rows).toEqual([{ published_at: new Date("2027-01-15T09:00:00Z") }]);
  });
});

describe("the role that reads what is published", () => {
  const today = todayBy(clockAt(SECOND.publish));

  test("reads no other table, and no function gives it a row of one", async () => {
    const { rows: readable } = await made.client.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('research', 'pg_catalog', 'information_schema')
         and n.nspname !~ '^pg_toast'
         and (has_table_privilege('common_ground_research', c.oid, 'select, insert, update, delete')
           or has_any_column_privilege('common_ground_research', c.oid, 'select, insert, update'))`,
    );
    expect(readable).toEqual([]);
    const { rows: written } = await made.client.query(
      `select c.relname as name from pg_class c where c.relnamespace = 'research'::regnamespace and c.relkind = 'r'
         and has_table_privilege('common_ground_research', c.oid, 'insert, update, delete, truncate')`,
    );
    expect(written).toEqual([]);
    const { rows: called } = await made.client.query(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('app', 'public') and p.prorettype <> 'trigger'::regtype
         and has_function_privilege('common_ground_research', p.oid, 'execute') order by 1`,
    );
    expect(called.map(({ name }) => name)).toEqual([
      "in_study",
      "is_releasing",
      "principal",
      "studies_in",
      "today",
      "user_id",
    ]);
    await expect(inResearch(`user:${reader.id}`, today, (tx) => tx.area.findMany())).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      inResearch(`user:${reader.id}`, today, (tx) => tx.$queryRaw`SELECT * FROM scoring_fact`),
    ).rejects.toThrow(/permission denied/);
  });

  test("gives back the application's role with its transaction", async () => {
    await inRelease(findReleases);
    const [row] = await inTransaction(
      `user:${reader.id}`,
      today,
      (tx) => tx.$queryRaw<{ who: string }[]>`SELECT current_user::text AS who`,
    );
    expect(row?.who).toBe("common_ground_app");
  });

  test.each(RELEASE_TABLES)(
    "research.%s is added to by what publishes alone, and changed by nobody",
    async (table) => {
      const { rows } = await made.client.query(
        `select has_table_privilege('common_ground_app', $1, 'update, delete, truncate') as changes`,
        [`research.${table}`],
      );
      expect(rows).toEqual([{ changes: false }]);
      await expect(
        inTransaction(`user:${reader.id}`, today, (tx) =>
          tx.$executeRawUnsafe(
            `insert into research.${table} select * from jsonb_populate_recordset(null::research.${table}, '[{"release_id": "2026-Q3", "id": "2026-Q1"}]')`,
          ),
        ),
      ).rejects.toThrow(/row-level security|null value/);
    },
  );

  test("shows nobody anything who has not signed in", async () => {
    expect(await inResearch("auth", today, findReleases)).toEqual([]);
  });
});
