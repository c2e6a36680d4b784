import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { contentOf } from "../../../tests/builders/content";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { heldFacts } from "../../../tests/builders/held-facts";
import { buildHeld, buildPeople } from "../../../tests/builders/meeting";
import { buildMerged, buildNamed, mergeForm } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPromise } from "../../../tests/builders/promise";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { assessPerson } from "./assessments.commands.server";
import { findAssessments } from "./assessments.queries.server";
import { mergePeople, tellPeopleApart, undoMerging } from "./merging.commands.server";
import { findMergings, findPersonNow } from "./merging.queries.server";
import { findNearPeople, findSuggestedPairs } from "./near-people.queries.server";
import { editPerson } from "./people.commands.server";
import { findPersonPage } from "./person-page.queries.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;
let people: { officer: string; chair: string };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  people = await buildPeople(place);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const content = () => asMaintenance(db.ownerUrl, contentOf);
const form = (id: string, other: string) => mergeForm(db.ownerUrl, place, id, other);
const read = <T>(user: Place["admin"], work: Parameters<typeof readAs<T>>[3]) =>
  readAs(user, place.area.slug, place.clock, work);
const came = (personId: string, attendance: "attended" | "absent" = "attended") => ({
  ...{ personId, side: "council" as const, capacity: "councillor" as const, attendance },
});
const pair = async (name: string) => ({
  kept: (await buildNamed(place, name)).id,
  merged: (await buildNamed(place, `${name} Again`)).id,
});

describe("two records become one", () => {
  it("with all that names either, each side's own view of them too; and two again, exactly", async () => {
    const { community, councilSide, by } = place;
    const { kept, merged } = await pair("Jo Hope");
    const meeting = (id: string, title: string) =>
      buildHeld(place, community.editor, people, {
        title,
        attendees: [came(id), { personId: people.chair, side: "community", capacity: "chair" }],
      });
    await meeting(kept, "With one");
    await meeting(merged, "With the other");
    const where = { area: place.area.slug, council: place.council.slug };
    await buildPromise(community.editor, { ...where, toPersonId: merged }, by);
    const about = { area: place.area.slug, id: merged };
    const view = { ...about, interest: 4, influence: 4, stance: "doubtful", on: "today" } as const;
    for (const user of [community.editor, councilSide.editor]) await mustRun(user, assessPerson, view, by);
    const before = await content();

    const merging = await buildMerged(db, place, community.editor, { kept, merged });
    const own = (user: Place["admin"]) => read(user, (tx, actor) => findAssessments(tx, actor, [kept]));
    expect((await own(councilSide.editor)).size).toBe(1);
    expect((await own(community.editor)).size).toBe(1);
    const left = await asMaintenance(db.ownerUrl, (client) =>
      client.query("select * from meeting_attendance where person_id = $1", [merged]),
    );
    expect(left.rowCount).toBe(0);

    await mustRun(councilSide.editor, undoMerging, { area: place.area.slug, id: merging }, by);
    expect(await content()).toEqual(before);
  });

  it("who came twice came once, as whoever is said to have come; no figure moves", async () => {
    const { community, by } = place;
    const { kept, merged } = await pair("Ann Twice");
    const chair = { personId: people.chair, side: "community", capacity: "chair" } as const;
    const attendees = [came(kept, "absent"), came(merged), chair];
    const id = await buildHeld(place, community.editor, people, { attendees });
    const facts = await heldFacts(place, id);
    const before = await content();
    const merging = await buildMerged(db, place, community.editor, { kept, merged });
    expect(await heldFacts(place, id)).toEqual(facts);
    const rows = await read(community.reader, (tx) =>
      tx.meetingAttendance.findMany({ where: { meetingId: id, personId: { in: [kept, merged] } } }),
    );
    expect(rows.map(({ personId, attendance }) => [personId, attendance])).toEqual([[kept, "attended"]]);
    await mustRun(community.lead, undoMerging, { area: place.area.slug, id: merging }, by);
    expect(await content()).toEqual(before);
  });

  it("the same post twice is one; other posts stay", async () => {
    const { kept, merged } = await pair("Post Twice");
    await buildMerged(db, place, place.community.editor, { kept, merged });
    const other = (await buildNamed(place, "Post Other", { organisation: "ours", role: "chair" })).id;
    await buildMerged(db, place, place.community.editor, { kept, merged: other });
    const page = await read(place.community.reader, (tx, actor) => findPersonPage(tx, actor, kept, TODAY));
    expect(page?.posts.map(({ role }) => role).sort()).toEqual(["chair", "councillor"]);
  });

  it("takes what was chosen, and what only the other has; the old address means who they are now", async () => {
    const { community, councilSide, by } = place;
    const kept = (await buildNamed(place, "J Field")).id;
    const merged = (await buildNamed(place, "Jane Field", { email: "jane@council.example" })).id;
    const sent = { ...(await form(kept, merged)), name: "merged" as const };
    const { merging } = await mustRun(community.editor, mergePeople, sent, by);
    const person = await read(councilSide.reader, (tx, actor) => findPersonPage(tx, actor, kept, TODAY));
    expect(person).toMatchObject({ name: "Jane Field", email: "jane@council.example" });
    const now = await read(councilSide.reader, (tx) => findPersonNow(tx, merged));
    expect(now).toBe(kept);
    const { county } = place;
    if (!county) throw new Error("two councils");
    expect(await read(county.users.lead, (tx) => findPersonNow(tx, merged))).toBeNull();
    const told = await read(councilSide.reader, (tx, actor) => findMergings(tx, actor, kept));
    expect(told).toMatchObject([{ id: merging, name: "Jane Field", by: "Community editor", undoneOn: null }]);
  });
});

describe("who may", () => {
  it.each([
    ["a reader", () => place.community.reader, "forbidden"],
    ["the other council", () => place.county?.users.lead, "absent"],
    ["another area", () => place.outside.communityLead, "absent"],
    ["an admin", () => place.admin, "absent"],
    ["the other side", () => place.councilSide.editor, "done"],
  ] as const)("%s: %s", async (who, user, status) => {
    const { kept, merged } = await pair(`May ${who}`);
    const by = place.by;
    const as = user() ?? place.admin;
    expect(await statusOf(as, tellPeopleApart, { area: place.area.slug, id: kept, other: merged }, by)).toBe(
      status,
    );
    expect(await statusOf(as, mergePeople, await form(kept, merged), by)).toBe(status);
    if (status === "done") return;
    const merging = await buildMerged(db, place, place.community.editor, { kept, merged });
    expect(await statusOf(as, undoMerging, { area: place.area.slug, id: merging }, by)).toBe(status);
  });

  it("nobody past the command either: the database asks again, and what moved is nobody's to read", async () => {
    const { kept, merged } = await pair("Past Command");
    const call = (user: Place["admin"], area = place.area) =>
      readAs(user, area.slug, place.clock, async (tx, actor) => {
        await tx.$queryRaw`SELECT * FROM app.merge_people(${crypto.randomUUID()}::uuid, ${place.area.id}::uuid,
          ${actor.organisationId}::uuid, ${kept}::uuid, ${merged}::uuid, '{}', now())`;
      });
    for (const user of [place.community.reader, place.county?.users.lead ?? place.admin])
      await expect(call(user)).rejects.toThrow(/not theirs/);
    await expect(call(place.outside.communityLead, place.outside.area)).rejects.toThrow(/not theirs/);
    // NULL is no organisation of anybody’s, no area, nobody and no list of what to take over.
    const own = place.community;
    const whole = { area: place.area.id, organisation: place.area.partnershipId, kept, merged, taken: "{}" };
    for (const missing of Object.keys(whole)) {
      const asked = { ...whole, [missing]: null };
      const past = readAs(own.editor, place.area.slug, place.clock, async (tx) => {
        await tx.$queryRaw`SELECT * FROM app.merge_people(${crypto.randomUUID()}::uuid, ${asked.area}::uuid,
          ${asked.organisation}::uuid, ${asked.kept}::uuid, ${asked.merged}::uuid, ${asked.taken}::text[], now())`;
      });
      await expect(past, missing).rejects.toThrow(/not theirs/);
    }
    await buildMerged(db, place, place.community.editor, { kept, merged });
    await expect(read(place.community.lead, (tx) => tx.mergingStep.count())).rejects.toThrow(/denied/);
  });
});

describe("what stands in the way", () => {
  it("a form made before somebody changed one of them", async () => {
    const { kept, merged } = await pair("Old Form");
    const sent = await form(kept, merged);
    const edit = { area: place.area.slug, id: merged, revision: 1, name: "Changed Meanwhile" };
    await mustRun(place.councilSide.editor, editPerson, edit, place.by);
    expect(await runAs(place.community.editor, mergePeople, sent, place.by)).toMatchObject({
      status: "conflict",
      current: { merged: { name: "Changed Meanwhile" } },
    });
  });

  it("what shows that they are two", async () => {
    const { community, by } = place;
    const { kept, merged } = await pair("Two Sides");
    const other = { personId: merged, side: "community", capacity: "member" } as const;
    await buildHeld(place, community.editor, people, { attendees: [came(kept), other] });
    const promised = await pair("Two Promises");
    const where = { area: place.area.slug, council: place.council.slug };
    const between = { byPersonId: promised.kept, toPersonId: promised.merged };
    await buildPromise(community.editor, { ...where, bySide: "theirs", ...between }, by);
    for (const [one, words] of [
      [{ kept, merged }, /different sides/],
      [promised, /promised something/],
    ] as const)
      expect(await runAs(community.editor, mergePeople, await form(one.kept, one.merged), by)).toMatchObject({
        status: "invalid",
        fields: { "": [expect.stringMatching(words)] },
      });
  });

  it("what both take part in where the asker is not: somebody who sees it does it, and undoes it", async () => {
    const { community, councilSide, county, area, by } = place;
    const member = { organisation: "ours", role: "member" } as const;
    const kept = (await buildNamed(place, "Far Sight", member)).id;
    const merged = (await buildNamed(place, "Far Sights", member)).id;
    const officer = { personId: people.officer, side: "council", capacity: "officer" } as const;
    for (const personId of [kept, merged]) {
      const as = { personId, side: "community", capacity: "member" } as const;
      await buildHeld(place, community.editor, people, { council: county?.slug, attendees: [as, officer] });
    }
    const far = { status: "invalid", fields: { "": [expect.stringContaining("where you do not work")] } };
    const sent = await form(kept, merged);
    expect(await runAs(councilSide.editor, mergePeople, sent, by)).toMatchObject(far);
    const { merging } = await mustRun(community.editor, mergePeople, sent, by);
    const undo = { area: area.slug, id: merging };
    expect(await runAs(councilSide.editor, undoMerging, undo, by)).toMatchObject(far);
    expect(await statusOf(community.editor, undoMerging, undo, by)).toBe("done");
  });

  it("a later merging, until that is undone; what somebody changed since stays", async () => {
    const { community, by } = place;
    const { kept, merged } = await pair("Long Line");
    const last = (await buildNamed(place, "Last Line")).id;
    const first = await buildMerged(db, place, community.editor, { kept, merged });
    const second = await buildMerged(db, place, community.editor, { kept: last, merged: kept });
    expect(await read(community.reader, (tx) => findPersonNow(tx, merged))).toBe(last);
    const undo = (id: string) => runAs(community.editor, undoMerging, { area: place.area.slug, id }, by);
    expect(await undo(first)).toMatchObject({ status: "absent" });
    expect(await undo(second)).toMatchObject({ status: "done" });
    const { revision } = await form(kept, merged);
    const edit = { area: place.area.slug, id: kept, revision, name: "Named Since" };
    await mustRun(community.editor, editPerson, edit, by);
    expect(await undo(first)).toMatchObject({ status: "done" });
    expect(await undo(first)).toMatchObject({ status: "invalid" });
    const page = await read(community.reader, (tx, actor) => findPersonPage(tx, actor, kept, TODAY));
    expect(page?.name).toBe("Named Since");
  });
});

describe("suggestions", () => {
  const pairsOf = (user: Place["admin"]) => read(user, (tx, actor) => findSuggestedPairs(tx, actor));

  it("are of people the reader sees, and stay away once they were said to be two", async () => {
    const { community, county } = place;
    const kept = (await buildNamed(place, "Sue Gest")).id;
    const merged = (await buildNamed(place, "Susan Gest")).id;
    const has = async (user: Place["admin"]) =>
      (await pairsOf(user)).some(({ a, b }) => [a.id, b.id].sort().join() === [kept, merged].sort().join());
    expect(await has(community.editor)).toBe(true);
    expect(await has(county?.users.editor ?? place.admin)).toBe(false);
    const near = (user: Place["admin"], slug: string) =>
      readAs(user, slug, place.clock, (tx, actor) =>
        findNearPeople(tx, actor, { name: "Sue Gest", email: null }),
      );
    expect(await near(place.outside.communityLead, place.outside.area.slug)).toEqual([]);
    expect((await near(community.editor, place.area.slug)).map(({ id }) => id).sort()).toEqual(
      [kept, merged].sort(),
    );
    await mustRun(
      place.councilSide.editor,
      tellPeopleApart,
      { area: place.area.slug, id: merged, other: kept },
      place.by,
    );
    expect(await has(community.editor)).toBe(false);
  });
});
