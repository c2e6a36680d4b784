import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviseDraft } from "~/features/agreements/draft-mou.commands.server";
import { holdPlanned } from "~/features/meetings/change-meeting.commands.server";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { setEndpoint } from "~/features/projects/project-course.commands.server";
import { editProject, recordProject } from "~/features/projects/record-project.commands.server";
import { recordNote, reviseNote } from "~/features/records/notes.commands.server";
import { widenNote } from "~/features/records/widen-note.commands.server";
import { reviseRequest } from "~/features/requests/ask-request.commands.server";
import { dateToDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildDraft } from "../../tests/builders/agreement";
import { buildRequest } from "../../tests/builders/asked-request";
import { bothCame, buildPeople, buildPlanned } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs, type SignedIn } from "./execution.server";
import { putBack } from "./put-back.commands.server";
import { mayShow } from "./put-back.server";
import { sayEvent } from "./wording.server";

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** The newest entry of a command about a record. */
async function entryOf(user: SignedIn, id: string, command: string): Promise<string> {
  const entry = await inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) =>
    tx.event.findFirstOrThrow({
      where: { subjectId: id, command },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true },
    }),
  );
  return entry.id;
}

const readRecord = (id: string) =>
  readAs(place.community.editor, "oakfield", place.clock, (tx) =>
    tx.record.findUniqueOrThrow({
      where: { id },
      select: { title: true, revision: true, request: { select: { detail: true } } },
    }),
  );

/** A meeting as it stands, with the votes of its decisions. */
const readMeeting = (id: string) =>
  readAs(place.community.editor, "oakfield", place.clock, async (tx) => {
    const { occurredOn, ...record } = await tx.record.findUniqueOrThrow({
      where: { id },
      select: { title: true, revision: true, occurredOn: true },
    });
    const { how, decisions } = await tx.meeting.findUniqueOrThrow({
      where: { recordId: id },
      select: { how: true, decisions: true },
    });
    return { ...record, on: dateToDay(occurredOn), how, decisions };
  });

/** A request that was changed once. */
async function changed() {
  const { community, by } = place;
  const editor = community.editor;
  const id = await buildRequest(editor, { area: "oakfield", title: "As it was", detail: "Old words" }, by);
  const to = { title: "As it is", detail: "New words", targetOn: "2026-12-01" };
  await mustRun(editor, reviseRequest, { id, revision: 1, ...to }, by);
  return { id, entry: await entryOf(editor, id, "requests.revise") };
}

describe("putting a value back", () => {
  it("writes what stood there before as a change of today, and keeps what was in between", async () => {
    const { community, by } = place;
    const { id, entry } = await changed();
    const back = { id, entry, revision: 2, fields: ["title"] };
    expect((await runAs(community.lead, putBack, back, by)).status).toBe("done");
    expect(await readRecord(id)).toMatchObject({
      title: "As it was",
      revision: 3,
      request: { detail: "New words" },
    });
    const log = await readAs(community.reader, "oakfield", place.clock, (tx) =>
      tx.event.findMany({
        where: { subjectId: id },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { command: true, data: true, via: true },
      }),
    );
    expect(log.map(({ command }) => command)).toEqual([
      "requests.ask",
      "requests.revise",
      "requests.revise",
      "audit.put-back",
    ]);
    expect(log[2]).toMatchObject({
      via: "audit.put-back",
      data: { before: { title: "As it is" }, after: { title: "As it was" } },
    });
    expect(sayEvent("audit.put-back", log[3]?.data)).toBe("put back title from 1 October 2026");
  });

  it("is refused where somebody else changed it meanwhile", async () => {
    const { community, by } = place;
    const { id, entry } = await changed();
    const back = { id, entry, revision: 1, fields: ["title"] };
    expect((await runAs(community.lead, putBack, back, by)).status).toBe("conflict");
    expect(await readRecord(id)).toMatchObject({ title: "As it is", revision: 2 });
  });

  it("is for editors of the side that recorded it", async () => {
    const { community, councilSide, outside, by } = place;
    const { id, entry } = await changed();
    const back = { id, entry, revision: 2, fields: ["title"] };
    const statusFor = async (user: SignedIn) => (await runAs(user, putBack, back, by)).status;
    expect(await statusFor(community.reader)).toBe("forbidden");
    expect(await statusFor(councilSide.lead)).toBe("forbidden");
    expect(await statusFor(outside.communityLead)).toBe("absent");
    expect(await readRecord(id)).toMatchObject({ title: "As it is", revision: 2 });
  });

  it("takes what the entry changed, of that record alone", async () => {
    const { community, by } = place;
    const { id, entry } = await changed();
    const other = await changed();
    const run = async (sent: object) =>
      runAs(community.editor, putBack, { id, entry, revision: 2, fields: ["title"], ...sent }, by);
    expect((await run({ entry: other.entry })).status).toBe("absent");
    expect((await run({ entry: await entryOf(community.editor, id, "requests.ask") })).status).toBe("absent");
    expect(await run({ fields: ["revision"] })).toMatchObject({
      status: "invalid",
      fields: { fields: [/./] },
    });
    expect(await run({ fields: [] })).toMatchObject({ status: "invalid" });
    expect(await readRecord(id)).toMatchObject({ revision: 2 });
  });

  it("changes nothing where what stood there cannot stand there any more, and says why", async () => {
    const { community, by } = place;
    const editor = community.editor;
    const words = { title: "A garden", aim: "To grow" };
    const first = { ...words, area: "oakfield", startedOn: "2027-06-01", lead: "none" as const };
    const { id } = await mustRun(editor, recordProject, first, by);
    await mustRun(editor, editProject, { ...words, id, revision: 1, startedOn: "2026-03-01" }, by);
    // Since then it was given an end before the day on which it was once to begin.
    await mustRun(editor, setEndpoint, { id, endsOn: "2026-12-01" }, by);
    const entry = await entryOf(editor, id, "projects.edit");
    const before = await readRecord(id);
    const outcome = await runAs(
      editor,
      putBack,
      { id, entry, revision: before.revision, fields: ["startedOn"] },
      by,
    );
    expect(outcome).toEqual({
      status: "invalid",
      fields: { "": ["It cannot be put back: Enter a day on or before its endpoint"] },
    });
    expect(await readRecord(id)).toEqual(before);
  });

  it("writes a side's own note back as its own", async () => {
    const { community, councilSide, by } = place;
    const id = await buildRequest(community.editor, { area: "oakfield" }, by);
    const note = await mustRun(community.editor, recordNote, { id, level: "side", text: "First" }, by);
    await mustRun(community.editor, reviseNote, { id: note.id, revision: 1, text: "Second" }, by);
    const entry = await entryOf(community.editor, note.id, "records.revise-note");
    const back = { id: note.id, entry, revision: 2, fields: ["text"] };
    expect((await runAs(councilSide.lead, putBack, back, by)).status).toBe("absent");
    expect((await runAs(community.lead, putBack, back, by)).status).toBe("done");
    const text = await readAs(community.reader, "oakfield", place.clock, (tx) =>
      tx.note.findUniqueOrThrow({ where: { recordId: note.id }, select: { text: true } }),
    );
    expect(text).toEqual({ text: "First" });
  });

  it("writes nothing of a side's own before others, once its note is shown to them", async () => {
    const { community, councilSide, by } = place;
    const { editor } = community;
    const id = await buildRequest(editor, { area: "oakfield" }, by);
    const note = await mustRun(editor, recordNote, { id, level: "side", text: "Ours alone" }, by);
    await mustRun(editor, reviseNote, { id: note.id, revision: 1, text: "For all" }, by);
    const ours = await entryOf(editor, note.id, "records.revise-note");
    await mustRun(community.lead, widenNote, { id: note.id, revision: 2, to: "shared" }, by);
    const back = { id: note.id, fields: ["text"] };
    expect(await runAs(community.lead, putBack, { ...back, entry: ours, revision: 3 }, by)).toEqual({
      status: "forbidden",
      why: expect.stringMatching(/^This was written when the record was for your own side alone\./),
    });
    // What was changed since was there for both to read.
    await mustRun(editor, reviseNote, { id: note.id, revision: 3, text: "For all, still" }, by);
    const since = await entryOf(editor, note.id, "records.revise-note");
    const outcome = await runAs(community.lead, putBack, { ...back, entry: since, revision: 4 }, by);
    expect(outcome.status).toBe("done");
    const text = await readAs(councilSide.reader, "oakfield", place.clock, (tx) =>
      tx.note.findUniqueOrThrow({ where: { recordId: note.id }, select: { text: true } }),
    );
    expect(text).toEqual({ text: "For all" });
  });

  it.each([
    ["shared", "shared", true],
    ["shared", "side", true],
    ["side", "side", true],
    ["personal", "personal", true],
    ["side", "shared", false],
    ["personal", "side", false],
    ["personal", "shared", false],
  ] as const)("of words for %s in a record that is %s now: %s", (written, now, may) => {
    expect(mayShow(written, now) === true).toBe(may);
  });
});

describe("putting back a meeting", () => {
  it("is by the form it has now: a plan's, or that of what was held, with its votes as they are", async () => {
    const { community, councilSide, by } = place;
    const editor = community.editor;
    const id = await buildPlanned(place, editor, { on: "2026-10-05", title: "As planned" });
    const plan = { on: "2026-10-06", how: "video" as const, title: "As changed" };
    await mustRun(editor, editPlan, { id, revision: 1, ...plan }, by);
    const entry = await entryOf(editor, id, "meetings.edit-plan");
    await mustRun(editor, putBack, { id, entry, revision: 2, fields: ["title"] }, by);
    expect(await readMeeting(id)).toMatchObject({ title: "As planned", on: "2026-10-06", how: "video" });

    const later = { clock: clockAt("2026-10-07T20:00:00Z") };
    const people = await buildPeople(place);
    const decision = { text: "To mend the gate", how: "vote" as const, residentsFor: 5, residentsAgainst: 1 };
    const held = { on: "2026-10-06", how: "video" as const, title: "As held", decisions: [decision] };
    await mustRun(editor, holdPlanned, { id, ...held, attendees: bothCame(people) }, later);
    const { revision } = await readMeeting(id);
    const back = { id, entry, revision, fields: ["title"] };
    expect(await statusOf(councilSide.lead, putBack, back, later)).toBe("forbidden");
    await mustRun(editor, putBack, back, later);
    expect(await readMeeting(id)).toMatchObject({ title: "As planned", decisions: [decision] });
  });
});

describe("putting back a draft of an agreement", () => {
  it("writes its words as they stood, part by part", async () => {
    const { community, by } = place;
    const words = {
      title: "How we work",
      startsOn: "2027-01-01",
      roles: "One to ask.",
      priorities: "The park.",
    };
    const id = await buildDraft(community.editor, { area: "oakfield", ...words }, by);
    const changedTo = { ...words, roles: "Two to ask.", priorities: "The brook." };
    await mustRun(community.editor, reviseDraft, { id, revision: 1, ...changedTo }, by);
    const entry = await entryOf(community.editor, id, "agreements.revise-draft");
    await mustRun(community.lead, putBack, { id, entry, revision: 2, fields: ["roles"] }, by);
    const clauses = await readAs(community.reader, "oakfield", place.clock, (tx) =>
      tx.mouClause.findMany({ where: { version: { mouId: id } }, select: { heading: true, text: true } }),
    );
    expect(Object.fromEntries(clauses.map(({ heading, text }) => [heading, text]))).toEqual({
      roles: "One to ask.",
      priorities: "The brook.",
    });
  });
});
