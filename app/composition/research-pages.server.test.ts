import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { releaseRows, studyRows } from "~/features/releases/release-rows";
import { studyLines } from "~/features/releases/study-lines";
import { VARIANTS } from "~/features/releases/variants";
import {
  readCompareSearch,
  readPublishedSearch,
  readSensitivitySearch,
  readStudySearch,
} from "~/features/research/compare-search.server";
import { currentMethod } from "~/features/scoring/methods";
import { addDays } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { buildPlace, buildUser, type Place } from "../../tests/builders/place";
import { inventedUnits } from "../../tests/builders/release-units";
import { underMeasures } from "../../tests/builders/released";
import { buildStudy } from "../../tests/builders/study";
import { studyTold } from "../../tests/builders/study-told";
import { variedUnits } from "../../tests/builders/variant-units";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findComparison } from "./compare-page.server";
import type { SignedIn } from "./execution.server";
import { findPublished } from "./published-page.server";
import { PUBLISHER } from "./release-units.server";
import { addRelease } from "./release-writing.server";
import { readResearch } from "./research-reading.server";
import { findSensitivity } from "./sensitivity-page.server";
import { findOwnStudies, findStudyPage } from "./study-page.server";
import { visitContext } from "./visit.server";

const MEASURES = ["overall", "trust", "trust/council", "trust/community"];
const AREAS = 60;

let db: TestDatabase;
let place: Place;
let researcher: SignedIn;
let study: { id: string; slug: string };
const clock = stoppedClock();

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  researcher = await buildUser("Rae Researcher");
  study = await buildStudy(place, { members: [researcher] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** One request of somebody. */
async function visiting<T>(user: SignedIn, work: (context: RouterContextProvider) => Promise<T>, at = clock) {
  const context = new RouterContextProvider();
  const scope = new ReadScope(`user:${user.id}`, todayBy(at));
  context.set(visitContext, { user, scope, clock: at });
  try {
    return await work(context);
  } finally {
    await scope.close();
  }
}

const compare = (user: SignedIn, search = "") =>
  visiting(user, (context) =>
    readResearch(context, ({ tx }) =>
      findComparison(tx, readCompareSearch(new URLSearchParams(search)) ?? {}),
    ),
  );

const judgedOtherwise = (user: SignedIn, search = "") =>
  visiting(user, (context) =>
    readResearch(context, ({ tx }) =>
      findSensitivity(tx, readSensitivitySearch(new URLSearchParams(search)) ?? {}),
    ),
  );

const besideOthers = (user: SignedIn, search = "") =>
  visiting(user, (context) =>
    readResearch(context, ({ tx }) =>
      findPublished(tx, readPublishedSearch(new URLSearchParams(search)) ?? {}),
    ),
  );

const study404 = { init: { status: 404 } };
const open = (user: SignedIn, slug = study.slug, search = "", at = clock) =>
  visiting(
    user,
    (context) => findStudyPage(context, slug, readStudySearch(new URLSearchParams(search)) ?? { page: 1 }),
    at,
  );

/** Publishes the figures of invented areas, with the rows of the study. */
async function publish(id: string, asOf: string, before: string | null): Promise<void> {
  const at = new Date(`${asOf}T12:00:00Z`);
  const units = underMeasures(inventedUnits(AREAS, 11), MEASURES).map((unit) => ({ ...unit, id: unit.area }));
  const under = [...variedUnits(units)].map(
    ([variant, list]) => [variant, underMeasures(list, MEASURES)] as const,
  );
  const lines = studyTold(studyLines({ dimension: "ruralUrban" }, units, ({ area }) => `P-${area}`));
  const rows = await releaseRows({
    ...{ id, asOf, knownAt: at, publishedAt: at, method: currentMethod, units, under: new Map(under) },
    before: before === null ? null : { id: before, units },
    codes: { book: [], counts: [] },
  });
  const all = { ...rows, ...studyRows(id, study.id, lines) };
  await inTransaction(PUBLISHER, todayBy(clock), (tx) => addRelease(tx, all));
}

describe("before anything is published", () => {
  test("both pages are there and say so", async () => {
    expect(await compare(place.community.reader)).toBeNull();
    expect((await open(researcher)).results).toBeNull();
  });

  test("other judgements say so; figures of others stand there all the same", async () => {
    expect(await judgedOtherwise(place.councilSide.reader)).toBeNull();
    const { release, apart } = await besideOthers(place.community.reader);
    expect([release, apart.length]).toEqual([null, 8]);
  });

  test("a release that is asked for is not found", async () => {
    await expect(judgedOtherwise(researcher, "release=2026-Q3")).rejects.toMatchObject(study404);
    await expect(besideOthers(researcher, "release=2026-Q3")).rejects.toMatchObject(study404);
    await expect(compare(researcher, "release=2026-Q3")).rejects.toMatchObject(study404);
    await expect(open(researcher, study.slug, "release=2026-Q3")).rejects.toMatchObject(study404);
  });
});

describe("once two releases are published", () => {
  beforeAll(async () => {
    await publish("2026-Q1", "2026-03-31", null);
    await publish("2026-Q2", "2026-06-30", "2026-Q1");
  });

  test.each(["community", "councilSide"] as const)(
    "a reader of the %s compares kinds of areas",
    async (side) => {
      const page = await compare(place[side].reader);
      expect(page?.release).toMatchObject({ id: "2026-Q2", method: currentMethod.id });
      expect(page?.differences[0]?.rows.some(({ mean }) => mean !== null)).toBe(true);
      expect(page?.change?.rows.some(({ mean }) => mean === 0)).toBe(true);
      expect(page?.choices.releases.map(({ value }) => value)).toEqual(["2026-Q2", "2026-Q1"]);
    },
  );

  test("an address with a release shows that one, whatever came after", async () => {
    const page = await compare(researcher, "release=2026-Q1&measure=trust");
    expect(page?.release.id).toBe("2026-Q1");
    expect(page?.differences[0]?.title).toBe("Trust");
    expect(page?.changeWhy).toContain("first release");
    await expect(compare(researcher, "release=2019-Q1")).rejects.toMatchObject(study404);
  });

  test("it is shown under other judgements, to whoever is signed in", async () => {
    for (const user of [place.community.reader, place.councilSide.reader, researcher]) {
      const page = await judgedOtherwise(user, "release=2026-Q2&measure=trust");
      expect(page?.moves.map(({ id }) => id)).toEqual(VARIANTS.map(({ id }) => id));
      expect(page?.moves.every(({ agreement }) => Number(agreement) > 0.5)).toBe(true);
      expect(page?.spans.rows.map(({ mean }) => mean !== null)).toEqual([
        true,
        false,
        true,
        false,
        false,
        false,
      ]);
      expect(page?.nothing).toEqual([]);
    }
  });

  test("what it has none of is said beside the figures of others", async () => {
    const page = await besideOthers(place.admin, "release=2026-Q1");
    expect(page.release?.id).toBe("2026-Q1");
    const rows = page.beside.flatMap((one) => one.rows);
    expect(rows).toHaveLength(4);
    for (const { ours } of rows) expect(ours.figure).toContain("No area has it.");
  });

  test("who is in a study sees its areas under pseudonyms, with their change", async () => {
    const { study: shown, results } = await open(researcher);
    expect(shown.title).toBe("Promises and trust");
    expect(results?.table.rows.length).toBe(50);
    expect(results?.table.pages).toBe(2);
    expect(results?.table.rows.every(({ id }) => id.startsWith("P-area-"))).toBe(true);
    expect(results?.change?.rows[0]).toMatchObject({ label: "All areas", areas: AREAS, mean: 0 });
    expect(results?.funnels.length).toBeGreaterThan(0);
    expect((await visiting(researcher, findOwnStudies)).map(({ slug }) => slug)).toEqual([study.slug]);
  });

  test("a measure the study is not told of has words", async () => {
    const { results } = await open(researcher, study.slug, "measure=dialogue");
    expect(results?.nothing).toHaveLength(1);
    expect(results?.table.rows).toEqual([]);
  });

  test("to everybody else there is no such study, members of areas and admins too", async () => {
    for (const user of [place.community.lead, place.councilSide.lead, place.admin]) {
      await expect(open(user)).rejects.toMatchObject(study404);
      expect(await visiting(user, findOwnStudies)).toEqual([]);
    }
    await expect(open(researcher, "no-such-study")).rejects.toMatchObject(study404);
  });

  test("after its last day there is no such study", async () => {
    const later = stoppedClock();
    later.set(`${addDays(todayBy(clock), 400)}T12:00:00Z`);
    await expect(open(researcher, study.slug, "", later)).rejects.toMatchObject(study404);
  });
});
