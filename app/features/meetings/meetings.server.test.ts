import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { bothCame, buildHeld, buildPeople, buildPlanned } from "../../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { callOff, holdPlanned, noReply, rebook } from "./change-meeting.commands.server";
import { findMeetingFacts, getMeeting } from "./meeting.queries.server";
import { logMeeting, planMeeting, recordNoReply } from "./meetings.commands.server";
import {
  findMeetings,
  findMeetingsToWriteUp,
  findNextMeeting,
  meetingFilters,
} from "./meetings.queries.server";

let db: TestDatabase;
let place: Place;
let people: { officer: string; chair: string };
const after = { clock: clockAt("2026-10-21T20:00:00Z") };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  people = await buildPeople(place);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const view = async (id: string, user = place.community.editor) =>
  readAs(user, place.area.slug, place.clock, (tx, actor) => getMeeting(tx, actor, id));
const facts = (id: string) =>
  readAs(place.community.editor, place.area.slug, place.clock, (tx) => findMeetingFacts(tx, id));
const held = () => ({ on: "2026-10-20", how: "in_person", title: "Quarterly", attendees: bothCame(people) });

describe("planning", () => {
  it("is for editors of both sides, and both see it", async () => {
    for (const user of [place.community.editor, place.councilSide.editor]) {
      const id = await buildPlanned(place, user);
      expect(await view(id, place.councilSide.reader)).toMatchObject({ status: "planned", on: "2026-10-20" });
      expect(await view(id, place.community.reader)).toMatchObject({ title: "Quarterly meeting" });
      expect(await facts(id)).toEqual([]);
    }
  });

  it("is refused to readers, and there is no such area for others", async () => {
    const input = { area: place.area.slug, on: "2026-10-20", how: "call", title: "Call" };
    expect(await statusOf(place.community.reader, planMeeting, input, place.by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.reader, planMeeting, input, place.by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, planMeeting, input, place.by)).toBe("absent");
    expect(await statusOf(place.admin, planMeeting, input, place.by)).toBe("absent");
  });

  it.each([
    [{ on: "2026-09-30" }, { on: ["This day has passed. Log the meeting instead"] }],
    [{ on: "2126-10-20" }, { on: ["Check the year"] }],
    [{ on: "" }, { on: ["Enter a real date, such as 27 3 2026"] }],
    [{ title: " " }, { title: ["Say what it is about, in a few words"] }],
    [{ how: "telepathy" }, { how: ["Choose how you meet"] }],
    [{ startsAt: "soon" }, { startsAt: ["Enter a time, such as 19:30"] }],
  ])("refuses %j beside its field", async (change, fields) => {
    const input = { area: place.area.slug, on: "2026-10-20", how: "call", title: "Call", ...change };
    expect(await runAs(place.community.editor, planMeeting, input, place.by)).toEqual({
      status: "invalid",
      fields,
    });
  });

  it("takes a time as people write it", async () => {
    const id = await buildPlanned(place, place.community.editor, { startsAt: "7.30pm" });
    expect(await view(id)).toMatchObject({ startsAt: "19:30" });
  });
});

describe("logging", () => {
  it("keeps who came, in their capacity, and says so to the score", async () => {
    const id = await buildHeld(place, place.councilSide.editor, people, { formal: true });
    expect(await view(id)).toMatchObject({
      status: "held",
      attendees: [
        { name: "Olu Officer", side: "council", capacity: "officer", attendance: "attended" },
        { name: "Cass Chair", side: "community", capacity: "chair", attendance: "attended" },
      ],
    });
    expect(await facts(id)).toMatchObject([
      {
        type: "meeting",
        id,
        status: "held",
        attended: ["council", "community"],
        actions: 0,
        actions_owned: 0,
      },
    ]);
  });

  it("gives each decision on joint work a fact of its own", async () => {
    const decisions = [
      { text: "Keep the gate open", how: "vote", residentsAgainst: "3", councillorsFor: 4, jointWork: true },
      { text: "Meet monthly", residentsFor: 9 },
      {},
    ];
    const id = await buildHeld(place, place.community.editor, people, { decisions: decisions as never });
    const seen = await view(id);
    expect(seen?.decisions).toMatchObject([
      { text: "Keep the gate open", residentsAgainst: 3, carried: true },
      { text: "Meet monthly", how: "consensus", residentsFor: null, carried: null },
    ]);
    const [, decision, ...none] = await facts(id);
    expect(decision).toMatchObject({ type: "decision", id: seen?.decisions[0]?.id, against_residents: true });
    expect(none).toEqual([]);
  });

  it.each([
    [{ on: "2026-10-02" }, "on"],
    [{ on: "1998-10-02" }, "on"],
    [{ attendees: [] }, "theirs"],
    [{ durationMinutes: "long" }, "durationMinutes"],
    [{ durationMinutes: 1441 }, "durationMinutes"],
    [{ decisions: [{ key: true }] }, "decisions[0].text"],
    [{ decisions: [{ text: "x", residentsFor: -1 }] }, "decisions[0].residentsFor"],
  ])("refuses %j beside its field", async (change, field) => {
    const input = { area: place.area.slug, ...held(), on: "2026-09-20", ...change };
    const outcome = await runAs(place.community.editor, logMeeting, input, place.by);
    expect(outcome.status === "invalid" && Object.keys(outcome.fields)).toEqual([field]);
  });

  it("takes no person of elsewhere", async () => {
    const stranger = { personId: place.community.lead.id, side: "council", capacity: "officer" };
    const input = { area: place.area.slug, ...held(), on: "2026-09-20", attendees: [stranger] };
    expect(await statusOf(place.community.editor, logMeeting, input, place.by)).toBe("invalid");
  });

  it("shows an attempt without a reply, which is not contact", async () => {
    const input = { area: place.area.slug, on: "yesterday", how: "call", title: "About the bins" };
    const { id } = await mustRun(place.community.editor, recordNoReply, input as never, place.by);
    expect(await view(id)).toMatchObject({ status: "no_reply", on: "2026-09-30" });
    expect(await facts(id)).toMatchObject([{ status: "no reply", attended: [] }]);
    expect(await statusOf(place.community.reader, recordNoReply, input, place.by)).toBe("forbidden");
  });
});

describe("what becomes of a planned meeting", () => {
  it("is written up by either side", async () => {
    const id = await buildPlanned(place, place.community.editor);
    expect(await statusOf(place.councilSide.reader, holdPlanned, { id, ...held() }, after)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, holdPlanned, { id, ...held() }, after)).toBe("absent");
    await mustRun(place.councilSide.editor, holdPlanned, { id, ...held() } as never, after);
    expect(await view(id)).toMatchObject({ status: "held", title: "Quarterly" });
    expect(await statusOf(place.community.editor, holdPlanned, { id, ...held() }, after)).toBe("forbidden");
  });

  it.each([
    ["ours", "2026-10-19", "community", 1],
    ["theirs", "2026-10-10", "council", 10],
    ["theirs", "2026-10-21", "council", 0],
  ])("is called off: %s, told on %s", async (by, noticeOn, side, days) => {
    const id = await buildPlanned(place, place.councilSide.editor);
    await mustRun(place.community.editor, callOff, { id, by, noticeOn } as never, after);
    expect(await view(id)).toMatchObject({ status: "cancelled", cancelledBySide: side, noticeDays: days });
    expect(await facts(id)).toMatchObject([{ status: "cancelled", cancelled_by: side, notice_days: days }]);
  });

  it("notice is not given tomorrow, and the side is asked for", async () => {
    const id = await buildPlanned(place, place.community.editor);
    const outcome = await runAs(
      place.community.editor,
      callOff,
      { id, by: "ours", noticeOn: "2026-10-02" },
      place.by,
    );
    expect(outcome).toMatchObject({ status: "invalid", fields: { noticeOn: ["This day is still to come"] } });
    const unsaid = await runAs(place.community.editor, callOff, { id, noticeOn: "today" }, place.by);
    expect(unsaid).toMatchObject({ status: "invalid", fields: { by: ["Choose which side called it off"] } });
  });

  it("has no reply only for who asked", async () => {
    const id = await buildPlanned(place, place.community.editor);
    expect(await statusOf(place.councilSide.lead, noReply, { id }, after)).toBe("forbidden");
    await mustRun(place.community.editor, noReply, { id }, after);
    expect(await view(id)).toMatchObject({ status: "no_reply" });
  });

  it("is booked again once, and the two are linked", async () => {
    const id = await buildPlanned(place, place.community.editor);
    const again = { id, on: "2026-11-03", how: "video" };
    expect(await statusOf(place.community.editor, rebook, again, after)).toBe("forbidden");
    await mustRun(place.community.editor, callOff, { id, by: "theirs", noticeOn: "2026-10-20" }, after);
    const made = await mustRun(place.councilSide.editor, rebook, again as never, after);
    expect(await view(id)).toMatchObject({ rebookedOn: "2026-10-21", rebookedAsId: made.id });
    expect(await view(made.id)).toMatchObject({
      status: "planned",
      title: "Quarterly meeting",
      on: "2026-11-03",
      rebookedFromId: id,
    });
    expect(await facts(id)).toMatchObject([{ rebooked: "2026-10-21" }]);
    expect(await statusOf(place.councilSide.editor, rebook, again, after)).toBe("forbidden");
  });

  it("one that a side missed is booked again too", async () => {
    const [, chair] = bothCame(people);
    const id = await buildHeld(place, place.community.editor, people, { attendees: chair ? [chair] : [] });
    expect(await view(id)).toMatchObject({ missedBy: "council", can: { rebook: true } });
    const input = { id, on: "2026-11-03", how: "in_person" };
    await mustRun(place.community.editor, rebook, input as never, place.by);
    expect(await facts(id)).toMatchObject([{ attended: ["community"], rebooked: "2026-10-01" }]);
  });
});

describe("lists", () => {
  it("puts coming ones first, then the newest, page by page without gaps", async () => {
    const list = (page: number, today = "2026-10-01") =>
      readAs(place.community.editor, place.area.slug, place.clock, (tx, actor) =>
        findMeetings(tx, actor, meetingFilters.parse({ page }), today as never),
      );
    for (let more = 0; more < 15; more += 1) await buildHeld(place, place.community.editor, people);
    const first = await list(1);
    const all = [];
    for (let page = 1; page <= first.pages; page += 1) {
      const { upcoming, earlier } = await list(page);
      all.push(...upcoming, ...earlier);
    }
    expect(all).toHaveLength(first.total);
    expect(new Set(all.map(({ id }) => id)).size).toBe(first.total);
    expect(first.upcoming[0]?.on).toBe("2026-10-20");
    const days = all.slice(first.upcoming.length).map(({ on }) => on);
    expect(days.length > 20).toBe(true);
    expect(days).toEqual([...days].sort().reverse());
    expect((await list(99)).page).toBe(first.pages);
  });

  it("knows the next one, and those waiting for words", async () => {
    const at = (today: string) =>
      readAs(place.councilSide.reader, place.area.slug, place.clock, async (tx, actor) => [
        (await findNextMeeting(tx, actor, today as never))?.on ?? null,
        (await findMeetingsToWriteUp(tx, actor, today as never)).length > 0,
      ]);
    expect(await at("2026-10-01")).toEqual(["2026-10-20", false]);
    expect(await at("2026-10-21")).toEqual(["2026-11-03", true]);
    expect(await at("2027-10-21")).toEqual([null, true]);
  });

  it("are empty elsewhere", async () => {
    const seen = await readAs(
      place.outside.communityLead,
      place.outside.area.slug,
      place.clock,
      (tx, actor) =>
        findMeetings(
          tx,
          actor,
          meetingFilters.parse({ status: "nonsense", page: "-1" }),
          "2026-10-01" as never,
        ),
    );
    expect(seen).toMatchObject({ upcoming: [], earlier: [], total: 0, page: 1, pages: 1 });
  });
});
