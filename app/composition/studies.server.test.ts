import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { findStudyTable } from "~/features/releases/published.queries.server";
import { endStudy, openStudy } from "~/features/releases/studies.commands.server";
import { findStudiesOf, findStudy } from "~/features/releases/studies.queries.server";
import { findStudyKeys, keyStateOf, pseudonymsOf } from "~/features/releases/study-key.server";
import { addStudyMember, removeStudyMember } from "~/features/releases/study-members.commands.server";
import { endStudies } from "~/jobs/end-studies.server";
import { toDay } from "~/platform/calendar/day";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { closeDatabase, inResearch, inTransaction } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { buildConsentingAreas, type Consenting } from "../../tests/builders/consenting-areas";
import { buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { statusOf } from "../../tests/builders/reading";
import { buildStudy } from "../../tests/builders/study";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { destroyEndedKeys } from "./end-studies.server";
import { runAs, type SignedIn } from "./execution.server";
import { draftRelease, publishDueReleases } from "./release.server";

const AREAS = 40;
const OPENED = clockAt("2026-05-02T12:00:00Z");

let db: TestDatabase;
let place: Place;
let made: Consenting;
let researcher: SignedIn;
let other: SignedIn;

// Keys are counted here: other files make some at the same time in the folder that tests share.
const folder = mkdtempSync(join(tmpdir(), "study-keys-"));
process.env.DATA_DIR = folder;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock: OPENED });
  researcher = await buildUser("Rae Researcher");
  other = await buildUser("Olu Other");
  made = await buildConsentingAreas(db.ownerUrl, {
    count: AREAS,
    by: researcher.id,
    surveyedOn: "2026-06-10",
    consentedAt: "2026-05-01T12:00:00Z",
  });
});
afterAll(async () => {
  await made.end();
  await closeDatabase();
  await db.drop();
  rmSync(folder, { recursive: true });
});

const keyFile = (id: string) => join(getEnvironment().DATA_DIR, "studies", `${id}.key`);
const at = (instant: string) => ({ clock: clockAt(instant) });

async function publish(quarterAfter: string): Promise<Clock> {
  await draftRelease(clockAt(`${quarterAfter}-01T09:00:00Z`));
  const clock = clockAt(`${quarterAfter}-15T09:00:00Z`);
  expect(await publishDueReleases(clock)).toBe(1);
  return clock;
}

/** The pseudonyms somebody reads of a study in a release. */
function namesIn(user: SignedIn, release: string, study: string, clock: Clock): Promise<string[]> {
  return inResearch(`user:${user.id}`, todayBy(clock), async (tx) =>
    (await findStudyTable(tx, release, study, "overall")).rows.map(({ id }) => id),
  );
}

const keyOf = async (id: string) => {
  const { rows } = await made.client.query("select key_hash from study where id = $1", [id]);
  return { id, keyHash: String(rows[0]?.key_hash) };
};

describe("a study", () => {
  it("is opened by an admin, with a key in a file that nobody else reads and the database does not have", async () => {
    const { id, slug } = await buildStudy(place);
    expect(slug).toBe("promises-and-trust");
    expect((await buildStudy(place)).slug).toBe("promises-and-trust-2");
    const key = readFileSync(keyFile(id));
    expect(key).toHaveLength(32);
    expect(statSync(keyFile(id)).mode & 0o777).toBe(0o600);
    const { rows } = await made.client.query("select to_jsonb(s)::text as text from study s");
    for (const { text } of rows)
      for (const form of ["hex", "base64", "base64url"] as const)
        expect(text).not.toContain(key.toString(form));
    expect(keyStateOf(await keyOf(id))).toBe("here");
  });

  const good = {
    title: "Refused",
    purpose: "What there is.",
    dimension: "region",
    startsOn: "2026-06-01",
    endsOn: "2027-06-01",
  };

  it("is nobody else's to open or to end, and a refused one leaves no key", async () => {
    const before = findStudyKeys().length;
    const { community, councilSide, by } = place;
    for (const user of [community.lead, councilSide.lead, researcher]) {
      expect(await statusOf(user, openStudy, good, by)).toBe("forbidden");
      const { id } = await keyOfAny();
      expect(await statusOf(user, endStudy, { id }, by)).toBe("forbidden");
      expect(await statusOf(user, addStudyMember, { id, email: other.email }, by)).toBe("forbidden");
    }
    expect(findStudyKeys().length).toBe(before);
  });

  async function keyOfAny() {
    const { rows } = await made.client.query("select id from study limit 1");
    return { id: String(rows[0]?.id) };
  }

  it.each([
    [{ title: " " }, "title", /called/],
    [{ purpose: "" }, "purpose", /find out/],
    [{ dimension: "council" }, "dimension", /one thing/],
    [{ startsOn: { day: "", month: "", year: "" } }, "startsOn", /first day/],
    [{ endsOn: "2026-13-01" }, "endsOn", /./],
    [{ endsOn: "2026-05-31" }, "endsOn", /before the first/],
    [{ endsOn: "2040-01-01" }, "endsOn", /5 years/],
    [{ organisationId: crypto.randomUUID() }, "organisationId", /list/],
  ])("is not opened with %j", async (part, field, words) => {
    expect(await runAs(place.admin, openStudy, { ...good, ...part }, place.by)).toMatchObject({
      status: "invalid",
      fields: { [field]: [expect.stringMatching(words)] },
    });
  });

  it("lets accounts in by their address, once, and out again; and nobody themselves", async () => {
    const { admin, by } = place;
    const { id } = await buildStudy(place, { title: "Members" });
    const add = (email: string) => runAs(admin, addStudyMember, { id, email }, by);
    const problem = (words: RegExp) => ({
      status: "invalid",
      fields: { email: [expect.stringMatching(words)] },
    });
    expect(await add("nobody@nowhere.example")).toMatchObject(problem(/No account/));
    expect(await add("")).toMatchObject(problem(/Enter/));
    expect(await add(admin.email)).toMatchObject(problem(/you/));
    expect((await add(researcher.email.toUpperCase())).status).toBe("done");
    expect(await add(researcher.email)).toMatchObject(problem(/already/));
    const asSelf = (work: Parameters<typeof inTransaction<string[]>>[2]) =>
      inTransaction(`user:${researcher.id}`, todayBy(OPENED), work);
    const own = () =>
      asSelf(async (tx) =>
        (await findStudiesOf(tx, researcher.id, todayBy(OPENED))).map(({ title }) => title),
      );
    expect(await own()).toEqual(["Members"]);
    const study = await inTransaction(`user:${admin.id}`, todayBy(OPENED), (tx) =>
      findStudy(tx, id, todayBy(OPENED)),
    );
    const member = study?.members[0]?.id ?? "";
    expect(await statusOf(admin, removeStudyMember, { id: crypto.randomUUID(), member }, by)).toBe("absent");
    expect(await statusOf(researcher, removeStudyMember, { id, member }, by)).toBe("forbidden");
    await mustRun(admin, removeStudyMember, { id, member }, by);
    expect(await statusOf(admin, removeStudyMember, { id, member }, by)).toBe("invalid");
    expect(await own()).toEqual([]);
    expect((await add(researcher.email)).status).toBe("done");
  });

  it("lets somebody in who is taken out before its first day, once", async () => {
    const { admin, by } = place;
    const days = { startsOn: "2026-12-01", endsOn: "2028-11-30", dimension: "region" } as const;
    const { id } = await mustRun(admin, openStudy, { title: "Later", purpose: "To see.", ...days }, by);
    const { id: member } = await mustRun(admin, addStudyMember, { id, email: other.email }, by);
    expect(await statusOf(admin, removeStudyMember, { id, member }, by)).toBe("done");
    expect(await statusOf(admin, removeStudyMember, { id, member }, by)).toBe("invalid");
  });
});

describe("the rows of a study", () => {
  let one: { id: string };
  let two: { id: string };

  beforeAll(async () => {
    one = await buildStudy(place, { title: "One", members: [researcher] });
    two = await buildStudy(place, { title: "Two", members: [researcher, other] });
    await publish("2026-07");
  });

  test("are read by who is in it, under pseudonyms of its own, the same in every release", async () => {
    const clock = await publish("2026-10");
    const names = await namesIn(researcher, "2026-Q2", one.id, clock);
    expect(names).toHaveLength(AREAS);
    expect(names.every((name) => /^[0-9a-f]{16}$/.test(name))).toBe(true);
    expect(await namesIn(researcher, "2026-Q3", one.id, clock)).toEqual(names);
    const others = await namesIn(other, "2026-Q3", two.id, clock);
    expect(others).toHaveLength(AREAS);
    expect(others.filter((name) => names.includes(name))).toEqual([]);
    expect(await namesIn(other, "2026-Q2", one.id, clock)).toEqual([]);
    expect(await namesIn(place.admin, "2026-Q2", one.id, clock)).toEqual([]);
    const name = pseudonymsOf(await keyOf(one.id));
    expect(names).toEqual(made.areas.map(({ relationship }) => name?.(relationship)).sort());
  });

  test("are not made where the key is missing or another, which is said; and are again with the right one", async () => {
    const kept = readFileSync(keyFile(one.id));
    rmSync(keyFile(one.id));
    expect(keyStateOf(await keyOf(one.id))).toBe("missing");
    writeFileSync(keyFile(two.id), Buffer.alloc(32, 1));
    expect(keyStateOf(await keyOf(two.id))).toBe("wrong");
    expect(pseudonymsOf(await keyOf(two.id))).toBeNull();
    // Answers of June alone would be too old by then.
    await made.client.query(
      `insert into scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
       select gen_random_uuid(), source_id, area_id, relationship_id, type,
         body || jsonb_build_object('id', (body ->> 'id') || '.2', 'date', '2026-12-01'), '2026-12-01T18:00:00Z'
       from scoring_fact where type = 'check-in'`,
    );
    const clock = await publish("2027-01");
    expect(await namesIn(researcher, "2026-Q4", one.id, clock)).toEqual([]);
    expect(await namesIn(researcher, "2026-Q4", two.id, clock)).toEqual([]);
    expect(await namesIn(researcher, "2026-Q3", one.id, clock)).toHaveLength(AREAS);
    writeFileSync(keyFile(one.id), kept);
    expect(keyStateOf(await keyOf(one.id))).toBe("here");
  });

  test("go with its end, and its people and its key: at once where an admin ends it", async () => {
    const by = at("2027-01-20T12:00:00Z");
    expect(await statusOf(place.admin, endStudy, { id: one.id }, by)).toBe("done");
    expect(await statusOf(place.admin, endStudy, { id: one.id }, by)).toBe("invalid");
    await destroyEndedKeys(by.clock);
    await destroyEndedKeys(by.clock);
    expect(existsSync(keyFile(one.id))).toBe(false);
    expect(existsSync(keyFile(two.id))).toBe(true);
    expect(await rowsOf(one.id)).toEqual({ rows: 0, groups: 0, within: 0 });
    expect(await rowsOf(two.id)).toMatchObject({ within: 2 });
    expect(await statusOf(place.admin, addStudyMember, { id: one.id, email: other.email }, by)).toBe(
      "invalid",
    );
  });

  test("and what a release was writing as it ended goes on the next day", async () => {
    await made.client.query(
      `insert into research.study_group select release_id, $1, measure, place, among, mean, between
       from research.study_group where study_id = $2`,
      [one.id, two.id],
    );
    const before = await rowsOf(two.id);
    await endStudies.run({}, clockAt("2027-01-21T00:00:00Z"));
    expect(await rowsOf(one.id)).toMatchObject({ groups: 0 });
    expect(await rowsOf(two.id)).toEqual(before);
  });

  test("and after its last day by itself, however often it is looked for", async () => {
    await made.client.query("update study set ends_on = '2027-02-01' where id = $1", [two.id]);
    const events = async () => {
      const { rows } = await made.client.query(
        "select principal, data ->> 'title' as title from event where command = 'studies.ended'",
      );
      return rows;
    };
    await endStudies.run({}, clockAt("2027-02-01T23:00:00Z"));
    expect(await events()).toEqual([]);
    expect(existsSync(keyFile(two.id))).toBe(true);
    const change = (principal: "job:end-studies" | `user:${string}`, what: string) =>
      inTransaction(principal, toDay("2027-02-02"), (tx) =>
        tx.$executeRawUnsafe(`UPDATE study SET ${what} WHERE id = '${two.id}'`),
      );
    await expect(change("job:end-studies", "revision = 7")).rejects.toThrow(/row-level security/);
    expect(await change(`user:${researcher.id}`, "ended_at = now()")).toBe(0);
    await endStudies.run({}, clockAt("2027-02-02T00:30:00Z"));
    await endStudies.run({}, clockAt("2027-02-02T01:30:00Z"));
    expect(await events()).toEqual([{ principal: "job:end-studies", title: "Two" }]);
    expect(existsSync(keyFile(two.id))).toBe(false);
    expect(await rowsOf(two.id)).toEqual({ rows: 0, groups: 0, within: 0 });
  });

  test("a key that no study came of is cleared up, but not while one may be being opened", async () => {
    const id = crypto.randomUUID();
    writeFileSync(keyFile(id), Buffer.alloc(32));
    await destroyEndedKeys(clockAt(new Date()));
    expect(existsSync(keyFile(id))).toBe(true);
    await destroyEndedKeys(clockAt(new Date(Date.now() + 2 * 3_600_000)));
    expect(existsSync(keyFile(id))).toBe(false);
  });

  async function rowsOf(study: string) {
    const { rows } = await made.client.query(
      `select (select count(*)::int from research.study_row where study_id = $1) as rows,
        (select count(*)::int from research.study_group where study_id = $1) as groups,
        (select count(*)::int from study_member where study_id = $1 and ends_on is null) as within`,
      [study],
    );
    return rows[0];
  }
});
