import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { proposeNewDay } from "~/features/commitments/commitment-days.commands.server";
import { reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import { revokeLink } from "~/features/links/links.commands.server";
import { draftMinutes, sendMinutes } from "~/features/meetings/minutes.commands.server";
import { endPost } from "~/features/people/appointments.commands.server";
import { findRecordPanel } from "~/features/records/record-panel.queries.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPost } from "../../tests/builders/leaver";
import { buildLink, openLink, sendAnswer } from "../../tests/builders/link";
import { buildHeld, buildPeople } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { makeLink } from "./links.commands.server";

const clock = stoppedClock();
const by = { clock };
let db: TestDatabase;
let place: Place;
/** Past row security: what lies in the tables, whoever may see it. */
let bare: Client;
let officer: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  bare = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await bare.connect();
  const post = { name: "Anŷa Officer", organisation: place.council.slug };
  officer = (await buildPost(place, place.community.lead, post)).id;
});
beforeEach(() => clock.set(testInstant));
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
});

const area = () => ({ area: place.area.slug });
const done = () => buildDonePromise(place.community.editor, area(), by);
const linkTo = (id: string, personId = officer) => buildLink(place.community.lead, { id, personId }, by);
const confirm = { intent: "commitments.confirm" };
const promise = (id: string) =>
  readAs(place.councilSide.reader, place.area.slug, clock, (tx, actor) =>
    findCommitment(tx, actor, id, todayBy(clock)),
  );
const panel = (id: string) =>
  readAs(place.councilSide.reader, place.area.slug, clock, (tx, actor) =>
    findRecordPanel(tx, actor, id, clock.now()),
  );

describe("a link", () => {
  it("shows its one thing, who asks and who is asked, and every answer it takes", async () => {
    const { token } = await linkTo(await done());
    const page = await openLink(token, clock);
    if (page.state !== "open") throw new Error(page.state);
    expect(page).toMatchObject({
      asker: "The partnership",
      contact: "Anŷa Officer",
      forWhom: "Barley Borough",
    });
    expect([page.thing.title, page.lastDay]).toEqual(["Mend the gate", "2026-10-28"]);
    expect(page.forms.map(({ answer }) => answer)).toEqual(["commitments.confirm", "commitments.refuse"]);
  });

  it("says yes as a member would: the promise is kept, its fact ends and begins, and the contact is named", async () => {
    const id = await done();
    const { token, id: linkId } = await linkTo(id);
    expect(await sendAnswer(token, clock, confirm)).toBe("done");
    expect(await promise(id)).toMatchObject({ state: "kept", confirmedOn: "2026-10-01" });
    const entry = (await panel(id))?.history.find(({ command }) => command === confirm.intent);
    expect(entry?.by).toBe("Anŷa Officer, by link");
    const { rows } = await bare.query(
      "select body ->> 'confirmed' as confirmed from scoring_fact where source_id = $1 and known_until is null",
      [id],
    );
    expect(rows).toEqual([{ confirmed: "2026-10-01" }]);
    const written = await bare.query(
      "select principal, actor_id from event where subject_id = $1 and command = 'commitments.confirm'",
      [id],
    );
    expect(written.rows).toEqual([{ principal: `link:${linkId}`, actor_id: null }]);
    const scored = await bare.query("select count(*)::int as n from score_state where relationship_id = $1", [
      place.council.relationshipId,
    ]);
    expect(scored.rows).toEqual([{ n: 1 }]);
  });

  it("is used once, and then says what was answered and when", async () => {
    const id = await done();
    const { token } = await linkTo(id);
    await Promise.all([sendAnswer(token, clock, confirm), sendAnswer(token, clock, confirm)]);
    const given = (await panel(id))?.history.filter(({ command }) => command === confirm.intent);
    expect(given).toHaveLength(1);
    expect(await openLink(token, clock)).toEqual({
      state: "spent",
      answered: "said yes, it is done",
      on: "2026-10-01",
    });
    expect(await sendAnswer(token, clock, { intent: "commitments.refuse", text: "No" })).toBe("no such link");
    expect(await promise(id)).toMatchObject({ state: "kept" });
  });

  it("disputes with the contact's words beside it", async () => {
    const id = await done();
    const { token } = await linkTo(id);
    expect(await sendAnswer(token, clock, { intent: "commitments.refuse" })).toMatchObject({
      text: ["Say what is still missing"],
    });
    expect(await sendAnswer(token, clock, { intent: "commitments.refuse", text: "It squeaks" })).toBe("done");
    expect(await promise(id)).toMatchObject({ state: "open", flags: ["contested"] });
    expect((await panel(id))?.replies).toMatchObject([
      { by: "Anŷa Officer, by link", text: "It squeaks", disputes: true },
    ]);
  });

  it.each([
    "commitments.agree-day",
    "commitments.withdraw",
    "commitments.reopen",
    "records.bin",
    "requests.answer",
    "",
  ])("gives no other answer: %s", async (intent) => {
    const id = await done();
    const { token } = await linkTo(id);
    expect(await sendAnswer(token, clock, { intent, note: "No", text: "No" })).toBeNull();
    expect(await promise(id)).toMatchObject({ state: "done" });
  });

  it("answers for no other record, whatever its form says", async () => {
    const [own, other] = [await done(), await done()];
    const { token } = await linkTo(own);
    expect(await sendAnswer(token, clock, { ...confirm, id: other })).toBe("done");
    expect(await promise(own)).toMatchObject({ state: "kept" });
    expect(await promise(other)).toMatchObject({ state: "done" });
  });

  it("opens nothing once it is over, taken back, or its contact has left; nor does one that never was", async () => {
    const nothing = { state: "nothing" };
    const { token } = await linkTo(await done());
    clock.passDays(28);
    expect(await openLink(token, clock)).toEqual(nothing);
    expect(await sendAnswer(token, clock, confirm)).toBe("no such link");
    clock.set(testInstant);
    const id = await done();
    const back = await linkTo(id);
    await mustRun(place.community.editor, revokeLink, { id, linkId: back.id }, by);
    expect(await openLink(back.token, clock)).toEqual(nothing);
    const post = await buildPost(place, place.community.lead, { organisation: place.council.slug });
    const left = await linkTo(await done(), post.id);
    await mustRun(place.community.lead, endPost, { ...area(), id: post.postId, lastDay: "2026-10-01" }, by);
    clock.passDays(1);
    expect(await openLink(left.token, clock)).toEqual(nothing);
    expect(await openLink("A".repeat(43), clock)).toEqual(nothing);
    expect(await openLink("../../etc", clock)).toEqual(nothing);
  });

  it("has nothing left to say once somebody else has answered", async () => {
    const id = await done();
    const [first, second] = [await linkTo(id), await linkTo(id)];
    await sendAnswer(first.token, clock, confirm);
    expect(await openLink(second.token, clock)).toEqual({ state: "closed" });
    expect(await sendAnswer(second.token, clock, confirm)).toMatchObject({ "": expect.any(Array) });
  });

  it("leaves its token in no table", async () => {
    const { token } = await linkTo(await done());
    await openLink(token, clock);
    await sendAnswer(token, clock, confirm);
    const { rows } = await bare.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname in ('public', 'graphile_worker')",
    );
    for (const { name } of rows) {
      const schema = name.startsWith("_private") || name === "migrations" ? "graphile_worker" : "public";
      const found = await bare.query(`select 1 from ${schema}."${name}" t where t::text like $1`, [
        `%${token}%`,
      ]);
      expect(found.rowCount, name).toBe(0);
    }
  });
});

describe("what else is answered by link", () => {
  it("agrees to a new day", async () => {
    const id = await buildPromise(place.community.editor, area(), by);
    await mustRun(place.community.editor, proposeNewDay, { id, newDueOn: "2026-12-01", reason: "Rain" }, by);
    const { token } = await linkTo(id);
    const page = await openLink(token, clock);
    const hidden = page.state === "open" ? page.forms[0]?.hidden : {};
    expect(await sendAnswer(token, clock, { intent: "commitments.agree-day", ...hidden })).toBe("done");
    expect(await promise(id)).toMatchObject({ lookedForOn: "2026-12-01" });
  });

  it("says that a promise is not theirs, or proposes another day", async () => {
    const noted = () => buildPromise(place.community.editor, { ...area(), bySide: "theirs" }, by);
    const [one, other] = [await noted(), await noted()];
    const words = { intent: "commitments.not-ours", text: "The county's" };
    expect(await sendAnswer((await linkTo(one)).token, clock, words)).toBe("done");
    expect(await promise(one)).toMatchObject({ disownedOn: "2026-10-01", flags: ["contested"] });
    const day = { "newDueOn.day": "5", "newDueOn.month": "12", "newDueOn.year": "2026" };
    const { token } = await linkTo(other);
    const propose = { intent: "commitments.propose-day", reason: "The part is late", ...day };
    expect(await sendAnswer(token, clock, propose)).toBe("done");
    expect((await promise(other))?.redatings).toMatchObject([{ newDueOn: "2026-12-05", agreedOn: null }]);
  });

  it("answers a request, today", async () => {
    const id = await buildRequest(place.community.editor, area(), by);
    const { token } = await linkTo(id);
    const no = { intent: "requests.answer", answer: "no" };
    expect(await sendAnswer(token, clock, no)).toMatchObject({ text: ["Give the reasons"] });
    expect(await sendAnswer(token, clock, { ...no, text: "No money this year" })).toBe("done");
    const { rows } = await bare.query(
      "select answer, answered_on::text as on from request where record_id = $1",
      [id],
    );
    expect(rows).toEqual([{ answer: "no", on: "2026-10-01" }]);
  });

  it("agrees minutes for its side, and leaves what the meeting says to the score as it was", async () => {
    const id = await buildHeld(place, place.community.editor, await buildPeople(place));
    await mustRun(place.community.editor, draftMinutes, { id, revision: 1, text: "We met." }, by);
    await mustRun(place.community.editor, sendMinutes, { id, on: "today" }, by);
    const facts = () =>
      bare.query(
        "select body from scoring_fact where source_id = $1 and known_until is null order by type, id",
        [id],
      );
    const before = (await facts()).rows;
    const { token } = await linkTo(id);
    expect(await sendAnswer(token, clock, { intent: "meetings.agree-minutes", version: "1" })).toBe("done");
    const { rows } = await bare.query(
      "select agreed_by_council_on::text as council, agreed_by_community_on as community from minutes where meeting_id = $1",
      [id],
    );
    expect(rows).toEqual([{ council: "2026-10-01", community: null }]);
    expect((await facts()).rows).toEqual(before);
  });
});

describe("making a link", () => {
  const input = (id: string, personId = officer) => ({
    id,
    personId,
    way: "hand",
    tokenHash: "0".repeat(64),
  });

  it("is for those who write, on their own side of what waits", async () => {
    const id = await done();
    expect(await statusOf(place.community.reader, makeLink, input(id), by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, makeLink, input(id), by)).toBe("absent");
    // It waits on the borough: the borough itself has nobody across the table to ask.
    expect(await statusOf(place.councilSide.editor, makeLink, input(id), by)).toBe("invalid");
    expect(await statusOf(place.community.editor, makeLink, input(id), by)).toBe("done");
  });

  it("is for a contact of the other side who is in post, and for what still waits", async () => {
    const own = (await buildPost(place, place.community.lead)).id;
    const id = await done();
    expect(await statusOf(place.community.editor, makeLink, input(id, own), by)).toBe("invalid");
    expect(await statusOf(place.community.editor, makeLink, { ...input(id), way: "mail" }, by)).toBe(
      "invalid",
    );
    const open = await buildPromise(place.community.editor, area(), by);
    expect(await statusOf(place.community.editor, makeLink, input(open), by)).toBe("invalid");
    await mustRun(place.community.editor, reportDone, { id: open, doneOn: "today", note: "There" }, by);
    const { token: _, ...made } = await linkTo(open);
    expect(await statusOf(place.councilSide.editor, revokeLink, { id: open, linkId: made.id }, by)).toBe(
      "forbidden",
    );
    expect(await statusOf(place.community.editor, revokeLink, { id, linkId: made.id }, by)).toBe("absent");
  });
});
