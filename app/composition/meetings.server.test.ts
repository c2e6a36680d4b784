import { describe, expect, it } from "vitest";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { findMeetingFacts, getMeeting } from "~/features/meetings/meeting.queries.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { clockAt } from "~/platform/clock";
import { newId } from "~/platform/ids";
import { buildHeld, buildPeople, buildPlanned, shortestForm } from "../../tests/builders/meeting";
import { mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { withPlace } from "../../tests/setup/with-place";
import { runAs, type SignedIn } from "./execution.server";
import {
  addPromisesToMeeting,
  editMeetingWithPeople,
  holdPlannedWithPromises,
  logMeetingWithPromises,
} from "./meetings.commands.server";

let place: Place;
let people: { officer: string; chair: string };

withPlace({ county: true }, async (built) => {
  place = built;
  people = await buildPeople(place);
});

const form = (more = {}) => shortestForm(place, { council: place.council.slug, ...more });
const view = async (id: string, user: SignedIn = place.community.editor) => {
  const seen = await readAs(user, place.area.slug, place.clock, (tx, actor) => getMeeting(tx, actor, id));
  if (!seen) throw new Error("no meeting");
  return seen;
};
const counts = () =>
  readAs(place.community.lead, place.area.slug, place.clock, async (tx) => [
    await tx.record.count(),
    await tx.meetingAction.count(),
    await tx.person.count(),
    await tx.event.count({ where: { command: { not: "access.refused" } } }),
  ]);
const log = (user: SignedIn, more = {}, by = {}) =>
  runAs(user, logMeetingWithPromises, form(more), { ...place.by, ...by });
const fieldsOf = (outcome: Awaited<ReturnType<typeof log>>) =>
  outcome.status === "invalid" ? Object.keys(outcome.fields) : outcome.status;

describe("logging a meeting", () => {
  it("takes five answers", async () => {
    const { id } = await mustRun(place.community.editor, logMeetingWithPromises, form() as never, place.by);
    expect(await view(id, place.councilSide.reader)).toMatchObject({
      on: "2026-10-01",
      attendees: [
        { personId: people.officer, side: "council", capacity: "officer" },
        { personId: people.chair, side: "community", capacity: "chair" },
      ],
    });
    const facts = await readAs(place.community.editor, place.area.slug, place.clock, (tx) =>
      findMeetingFacts(tx, id),
    );
    expect(facts).toMatchObject([{ attended: ["council", "community"] }]);
  });

  it("works the same from the council's side, without naming a council", async () => {
    const theirs = [{ person: "Cass Chair", capacity: "resident" }];
    const input = { ...form({ theirs, ours: [{ person: "Olu Officer" }] }), council: undefined };
    const { id } = await mustRun(place.councilSide.editor, logMeetingWithPromises, input as never, place.by);
    expect((await view(id)).attendees).toMatchObject([
      { name: "Olu Officer", side: "council" },
      { name: "Cass Chair", side: "community", capacity: "resident" },
    ]);
    expect((await view(id)).relationshipId).toBe(place.council.relationshipId);
  });

  it("is not seen by the other council, nor are its promises and entries", async () => {
    const promises = [{ text: "Send the plan", by: "theirs", due: "2026-10-09" }];
    const title = "Only for the borough";
    const { id } = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ promises, title }) as never,
      place.by,
    );
    const county = place.county?.users.lead ?? place.admin;
    await readAs(county, place.area.slug, place.clock, async (tx, actor) => {
      expect(await getMeeting(tx, actor, id)).toBeNull();
      expect(await tx.commitment.count()).toBe(0);
      const entries = await tx.event.findMany({ select: { data: true } });
      expect(JSON.stringify(entries)).not.toContain(title);
    });
  });

  it("adds a new name to the people of its side, once their capacity is said", async () => {
    const theirs = [{ person: "Nia New", capacity: "councillor" }];
    const ours = [{ person: "Vic Volunteer", capacity: "volunteer" }];
    const { id } = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ theirs, ours }) as never,
      place.by,
    );
    expect((await view(id)).attendees.map(({ name, side, capacity }) => [name, side, capacity])).toEqual([
      ["Nia New", "council", "councillor"],
      ["Vic Volunteer", "community", "volunteer"],
    ]);
    const known = await readAs(place.councilSide.reader, place.area.slug, place.clock, (tx, actor) =>
      findPeopleOf(tx, actor, "2026-10-01" as never),
    );
    expect(known.find(({ name }) => name === "Nia New")).toMatchObject({
      organisation: "Barley Borough",
      side: "council",
    });
  });

  it("makes a promise of each line with a side and a day; the others stay lines", async () => {
    const promises = [
      { text: "Send the plan", by: "theirs", due: { day: "9", month: "10", year: "2026" } },
      { text: "" },
      { text: "Tell the residents", by: "ours" },
      { text: "Mend the gate", by: "ours", due: "2026-11-01" },
    ];
    const made = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ promises, formal: true }) as never,
      place.by,
    );
    expect(made.promises).toBe(2);
    const seen = await view(made.id);
    expect(
      seen.actions.map(({ text, side, dueOn, commitmentId }) => [text, side, dueOn, commitmentId !== null]),
    ).toEqual([
      ["Send the plan", "council", "2026-10-09", true],
      ["Tell the residents", "community", null, false],
      ["Mend the gate", "community", "2026-11-01", true],
    ]);
    const facts = await readAs(place.community.editor, place.area.slug, place.clock, (tx) =>
      findMeetingFacts(tx, made.id),
    );
    expect(facts).toMatchObject([{ actions: 3, actions_owned: 2 }]);
  });

  it.each([
    [{ theirs: [] }, ["theirs[0].person"]],
    [{ ours: [{ person: " " }] }, ["ours[0].person"]],
    [{ theirs: [{ person: "Nobody Known" }] }, ["theirs[0].capacity"]],
    [{ nobodyTheirs: true }, ["nobodyTheirs"]],
    [{ theirs: [], ours: [], nobodyTheirs: true, nobodyOurs: true }, ["nobodyOurs"]],
    [{ theirs: [{ person: "Olu Officer" }, { person: "Cass Chair" }] }, ["ours[0].person"]],
    [{ council: undefined }, ["council"]],
    [{ council: "far-unitary" }, ["council"]],
    [{ on: undefined }, ["on"]],
    [{ how: undefined, title: "" }, ["how", "title"]],
    [
      { on: undefined, title: "", theirs: [], ours: [] },
      ["on", "title", "theirs[0].person", "ours[0].person"],
    ],
    [{ title: "", nobodyTheirs: true }, ["title", "nobodyTheirs"]],
    [{ theirs: [{ person: "Olu Officer", capacity: "king" }], ours: [] }, ["theirs[0].capacity"]],
    [{ promises: [{ by: "ours" }] }, ["promises[0].text"]],
    [
      { promises: [{ text: "x", by: "ours", due: { day: "31", month: "2", year: "2027" } }] },
      ["promises[0].due"],
    ],
    [{ promises: [{}, { text: "x", by: "ours", due: "2026-09-01" }] }, ["promises[1].due"]],
    [{ council: "all", theirs: [{ person: "A. New", capacity: "officer" }] }, ["theirs[0].organisation"]],
  ])("refuses %j beside its field, and writes nothing", async (change, fields) => {
    const before = await counts();
    const outcome = await log(place.community.editor, {
      theirs: [{ person: "Zed New", capacity: "officer" }],
      ...change,
    });
    expect(fieldsOf(outcome)).toEqual(fields);
    expect(await counts()).toEqual(before);
  });

  it("is refused to readers; to others there is no such area", async () => {
    expect((await log(place.community.reader)).status).toBe("forbidden");
    expect((await log(place.councilSide.reader)).status).toBe("forbidden");
    expect((await log(place.outside.councilLead)).status).toBe("absent");
  });

  it("sent twice makes one meeting and one set of promises", async () => {
    const promises = [{ text: "Only once", by: "ours", due: "2026-11-01" }];
    const key = newId();
    const [first, second] = await Promise.all([
      log(place.community.editor, { promises }, { key }),
      log(place.community.editor, { promises }, { key }),
    ]);
    expect(second).toEqual(first);
    const made = await readAs(place.community.editor, place.area.slug, place.clock, (tx) =>
      tx.record.count({ where: { title: "Only once" } }),
    );
    expect(made).toBe(1);
  });

  it("says when a side did not come", async () => {
    const missing = [{ person: "Olu Officer", attendance: "apologies" }];
    const { id } = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ theirs: [], nobodyTheirs: true, missing }) as never,
      place.by,
    );
    expect(await view(id)).toMatchObject({
      missedBy: "council",
      attendees: [{ name: "Olu Officer", side: "council", attendance: "apologies" }, { name: "Cass Chair" }],
    });
  });
});

describe("afterwards", () => {
  it("a planned meeting is written up with its promises, by the other side too", async () => {
    const id = await buildPlanned(place, place.community.editor, { on: "2026-10-01" });
    const {
      area: _,
      council: __,
      ...rest
    } = form({
      theirs: [{ person: "Cass Chair" }],
      ours: [{ person: "Olu Officer" }],
      promises: [{ text: "Send the plan", by: "ours", due: "2026-10-09" }],
    });
    const done = await mustRun(
      place.councilSide.editor,
      holdPlannedWithPromises,
      { id, ...rest } as never,
      place.by,
    );
    expect(done).toEqual({ id, promises: 1 });
    expect(await view(id)).toMatchObject({ status: "held", actions: [{ side: "council" }] });
  });

  it("more promises can be added", async () => {
    const id = await buildHeld(place, place.community.editor, people);
    const promises = [{ text: "Another", by: "theirs", due: "2026-11-01" }];
    await mustRun(place.councilSide.editor, addPromisesToMeeting, { id, promises } as never, place.by);
    expect((await view(id)).actions).toMatchObject([
      { text: "Another", side: "community", dueOn: "2026-11-01" },
    ]);
    expect(
      await statusOf(place.councilSide.editor, addPromisesToMeeting, { id, promises: [{}] }, place.by),
    ).toBe("invalid");
    expect(await statusOf(place.councilSide.reader, addPromisesToMeeting, { id, promises }, place.by)).toBe(
      "forbidden",
    );
  });

  it("what is written is changed by its own side; of two at once the second sees both", async () => {
    const id = await buildHeld(place, place.community.editor, people);
    const { area: _, council: __, ...rest } = form({ title: "About the pond", wentWell: "Much" });
    const input = { id, revision: (await view(id)).revision, ...rest };
    expect(await statusOf(place.councilSide.lead, editMeetingWithPeople, input, place.by)).toBe("forbidden");
    await mustRun(place.community.lead, editMeetingWithPeople, input as never, place.by);
    expect(await view(id)).toMatchObject({ title: "About the pond", wentWell: "Much" });
    const second = await runAs(
      place.community.editor,
      editMeetingWithPeople,
      { ...input, title: "Mine" },
      place.by,
    );
    expect(second).toMatchObject({ status: "conflict", current: { title: "About the pond" } });
    expect(await view(id)).toMatchObject({ title: "About the pond" });
  });

  it("a plan keeps a day that has passed, and takes only a coming one instead", async () => {
    const id = await buildPlanned(place, place.community.editor);
    const after = { clock: clockAt("2026-10-25T12:00:00Z") };
    const edit = (on: string, revision: number) => ({ id, revision, on, how: "call", title: "Moved" });
    await mustRun(place.community.editor, editPlan, edit("2026-10-20", 1) as never, after);
    expect(await statusOf(place.community.editor, editPlan, edit("2026-10-19", 2), after)).toBe("invalid");
    expect(await statusOf(place.community.editor, editPlan, edit("2026-10-30", 1), after)).toBe("conflict");
    await mustRun(place.community.editor, editPlan, edit("2026-10-30", 2) as never, after);
    expect(await view(id)).toMatchObject({ on: "2026-10-30", how: "call" });
  });
});
