import type { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { scorer } from "~/composition/emitters";
import { findSource } from "~/composition/facts.server";
import { findUnits } from "~/composition/release-units.server";
import { canonicalFact } from "~/composition/score-inputs.server";
import { findFacts, findFigures } from "~/composition/score-store.server";
import { findTimeline } from "~/composition/timeline.server";
import { readTimelineFilter } from "~/composition/timeline-filter";
import type { AnswersInput } from "~/features/check-ins/check-in";
import { checkInFacts } from "~/features/check-ins/check-in.facts";
import { byComponent } from "~/features/check-ins/release";
import { DEMO_ACCOUNTS } from "~/features/identity/demo-accounts";
import { findAllLines, findChanges, findReleases } from "~/features/releases/published.queries.server";
import { DAYS_TO_LOOK } from "~/features/releases/quarter";
import type { Unit } from "~/features/releases/unit";
import { dayOf } from "~/features/scoring/day";
import { COMPONENTS, factSchema, type Side } from "~/features/scoring/facts";
import { addDays, type Day, startOfDay, toDay } from "~/platform/calendar/day";
import { systemClock, todayBy } from "~/platform/clock";
import { inResearch } from "~/platform/db.server";
import { SMALL_AREAS } from "../../prisma/demonstration/small/areas";
import { PATTERN } from "../../prisma/demonstration/small/councils";
import { PEOPLE } from "../../prisma/demonstration/small/people";
import { releasedBefore } from "../../prisma/demonstration/small/quarters";
import { asMaintenance } from "../builders/import-tables";
import { readAs } from "../builders/reading";

/** Some of every sort: long and short histories, one that turned, one that lacks its consent. */
const SAMPLE = ["Cobbler’s Reach", "Larkmead End", "Priddle Marsh", "Windrow Parishes", "Hollin Bottoms"];
const today = todayBy(systemClock);

type Place = { name: string; slug: string; area: string; relationship: string; user: string };

/** Where each small area stands, with the account of its chair, by name. */
async function findPlaces(ownerUrl: string): Promise<Map<string, Place>> {
  const { rows } = await asMaintenance(ownerUrl, (client) =>
    client.query<Place>(
      `select a.name, a.slug, a.id as area, r.id as relationship, m.user_id as "user"
       from area a join relationship r on r.area_id = a.id join membership m on m.organisation_id = a.partnership_id
       where a.demo and m.area_id = a.id`,
    ),
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** Which areas can be set beside each other in each of the last two releases, newest first. */
function findFair(): Promise<(readonly Unit[])[]> {
  const read = async (quarter: Day) => {
    const [knownAt, consentAt] = [1, 1 + DAYS_TO_LOOK].map((days) => startOfDay(addDays(quarter, days)));
    if (!knownAt || !consentAt) throw new Error("no day");
    return (await findUnits({ asOf: quarter, knownAt, consentAt }, today, { variants: false })).units;
  };
  return Promise.all(releasedBefore(today).slice(0, 2).map(read));
}

const overall = (unit: Unit | undefined) => unit?.figures.get("overall")?.value ?? Number.NaN;

/** What every source of an area's facts says now, against what is kept; as text, in order. */
async function findBoth({ slug, area, user }: Place, ownerUrl: string) {
  const { rows } = await asMaintenance(ownerUrl, (client) =>
    client.query<{ id: string }>(
      `select id from record where area_id = $1 union select id from appointment where area_id = $1`,
      [area],
    ),
  );
  const kept = await asMaintenance(ownerUrl, (client) => keptFacts(client, area));
  const said = await readAs(chairOf(user), slug, systemClock, async (tx) => {
    const sources = [];
    for (const { id } of rows) sources.push(await findSource(tx, id));
    return sources.flatMap((source) => source?.facts ?? []);
  });
  const answered = await asMaintenance(ownerUrl, (client) => answeredFacts(client, area));
  const asText = (facts: readonly unknown[]) =>
    facts.map((fact) => canonicalFact(factSchema.parse(fact))).sort();
  return { records: rows.length, kept: asText(kept), made: asText([...said, ...answered]) };
}

async function keptFacts(client: Client, area: string): Promise<unknown[]> {
  const { rows } = await client.query<{ body: unknown }>(
    "select body from scoring_fact where area_id = $1 and known_until is null",
    [area],
  );
  return rows.map(({ body }) => body);
}

type Answer = { who: string; round: string; on: string; side: Side; answers: AnswersInput };

/** What the answers of its released rounds say to the score, as a release reads them. */
async function answeredFacts(client: Client, area: string) {
  const { rows } = await client.query<Answer>(
    `select a.voice_id as who, c.id as round, c.ended_on::text as "on", s.side, a.answers
     from check_in_answer a join check_in_seat s on s.id = a.seat_id join check_in c on c.id = s.check_in_id
     where c.area_id = $1 and c.state = 'released'`,
    [area],
  );
  return checkInFacts(
    rows.map(({ round, on, answers, ...row }) => ({
      ...row,
      ...{ roundId: round, on: toDay(on), answers: byComponent(answers) },
    })),
  );
}

const chairOf = (id: string) => ({ id, name: "the chair", email: "", demo: true });

/** The small areas of a demonstration that was loaded: told once by commands, and cast from there. */
export function describeSmallAreas(ownerUrl: () => string): void {
  describe("its small areas", () => {
    let places: Map<string, Place>;
    let fair: (readonly Unit[])[];
    const names = (units: readonly Unit[] | undefined) =>
      (units ?? [])
        .flatMap(({ area }) => [...places.values()].find((place) => place.area === area)?.name ?? [])
        .sort();

    beforeAll(async () => {
      places = await findPlaces(ownerUrl());
      fair = await findFair();
    }, 120_000);

    test("are forty to be compared on both days, and six that are not", () => {
      const always = SMALL_AREAS.filter(({ lack }) => lack === null).map(({ name }) => name);
      const until = SMALL_AREAS.filter(({ lack }) => lack === "withdrawn").map(({ name }) => name);
      expect(always).toHaveLength(40);
      expect([...places.keys()].sort()).toEqual(
        [...SMALL_AREAS.map(({ name }) => name), PATTERN.area].sort(),
      );
      expect(places.size).toBe(46);
      expect(names(fair[0])).toEqual(always.toSorted());
      expect(names(fair[1])).toEqual([...always, ...until].sort());
    });

    test("are under many councils, and none has more than a fifth of them", () => {
      const councils = fair[0]?.map(({ council }) => council) ?? [];
      const most = Math.max(...councils.map((one) => councils.filter((other) => other === one).length));
      expect(new Set(councils).size).toBeGreaterThanOrEqual(12);
      expect(most).toBeLessThanOrEqual(8);
    });

    test("differ, and two of them have changed much from one quarter to the next", () => {
      const [now, before] = fair;
      const figures = now?.map(overall) ?? [];
      expect(Math.max(...figures) - Math.min(...figures)).toBeGreaterThan(30);
      for (const { name, turn, lack } of SMALL_AREAS) {
        if (lack !== null) continue;
        const area = places.get(name)?.area;
        const of = (units: readonly Unit[] | undefined) => overall(units?.find((unit) => unit.area === area));
        const moved = of(now) - of(before);
        if (turn === 0) expect(Math.abs(moved), name).toBeLessThan(14);
        else expect(Math.sign(turn) * moved, name).toBeGreaterThan(15);
      }
    });

    test.each(SAMPLE)(
      "%s has the facts that its records give, and the score that the facts give",
      async (name) => {
        const place = places.get(name);
        if (!place) throw new Error(`There is no ${name}`);
        const { records, kept, made } = await findBoth(place, ownerUrl());
        expect(kept).toEqual(made);
        expect(kept.length).toBeGreaterThan(records / 2);
        const { stored, facts, timeline } = await readAs(
          chairOf(place.user),
          place.slug,
          systemClock,
          async (tx, actor) => ({
            stored: await findFigures(tx, place.relationship, today),
            facts: await findFacts(tx, place.relationship),
            timeline: await findTimeline(tx, actor, readTimelineFilter(new URLSearchParams()), today),
          }),
        );
        const scratch = scorer.score(facts, dayOf(today));
        for (const component of COMPONENTS)
          expect(stored.components[component].value).toBeCloseTo(scratch.components[component].value, 9);
        expect(stored.overall).toBeCloseTo(scratch.overall, 9);
        const posts = Object.keys(PEOPLE).length;
        expect(timeline.count + timeline.ahead.length).toBe(records - posts);
      },
    );

    test("say nothing of the one they were cast from, and nobody can sign in to them", async () => {
      const others = [...places.values()].filter(({ name }) => name !== PATTERN.area);
      const words = [PATTERN.area, ...Object.values(PEOPLE)].join("|");
      const found = await asMaintenance(ownerUrl(), async (client) => {
        const areas = others.map(({ area }) => area);
        const told = await client.query<{ n: number }>(
          `select (select count(*) from event where area_id = any ($1) and data::text ~ $2)::int
             + (select count(*) from record where area_id = any ($1) and title ~ $2)::int
             + (select count(*) from appointment t join person p on p.id = t.person_id where t.area_id = any ($1) and p.name ~ $2)::int as n`,
          [areas, words],
        );
        const accounts = await client.query("select from account");
        const untold = await client.query(
          "select from record r where area_id = any ($1) and not exists (select from event e where e.subject_id = r.id)",
          [areas],
        );
        return { told: told.rows[0]?.n, accounts: accounts.rowCount, untold: untold.rowCount };
      });
      expect(found).toEqual({ told: 0, accounts: DEMO_ACCOUNTS.length, untold: 0 });
    });

    test("are told of in two releases, with cells that are shown, cells that are not, and what changed", async () => {
      const user = places.get(PATTERN.area)?.user ?? "";
      const { releases, lines, changes } = await inResearch(`user:${user}`, today, async (tx) => {
        const releases = await findReleases(tx);
        const newest = releases[0]?.id ?? "";
        return { releases, lines: await findAllLines(tx, newest), changes: await findChanges(tx, newest) };
      });
      expect(releases.map(({ asOf }) => asOf)).toEqual(releasedBefore(today).slice(0, 2));
      const statuses = lines.flatMap(([, cells]) => cells.map(({ status }) => status));
      for (const status of ["shown", "areas", "secondary"] as const)
        expect(statuses.filter((one) => one === status).length, status).toBeGreaterThan(50);
      expect(changes.filter(({ status }) => status === "shown").length).toBeGreaterThan(10);
    });
  });
}
