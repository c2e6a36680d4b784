import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import type { RecordBase } from "../records/record";
import { factSchema } from "../scoring/facts";
import { NO_VOTES } from "./decision";
import { MEETING_HOWS } from "./meeting";
import { type MeetingFactView, meetingFacts } from "./meeting.facts";

const base: RecordBase = {
  id: "m1",
  kind: "meeting",
  areaId: "a",
  relationshipId: "r",
  organisationId: "o",
  side: "community",
  authorId: "u",
  level: "shared",
  title: "Not for the score",
  occurredOn: toDay("2026-03-03"),
  recordedOn: toDay("2026-03-03"),
  recordedAt: new Date("2026-03-03T20:00:00Z"),
  revision: 1,
  openedByOther: false,
  binned: false,
  voidAskedOn: null,
  voidAskedBySide: null,
  voidReason: null,
  voidedOn: null,
  contestedOn: null,
  contestedBySide: null,
  settledOn: null,
};
const decision = {
  id: "d1",
  text: "t",
  how: "vote" as const,
  ...NO_VOTES,
  abstained: null,
  key: false,
  jointWork: true,
};
const held: MeetingFactView = {
  base,
  status: "held",
  how: "in_person",
  formal: false,
  attendees: [
    { side: "council", attendance: "attended" },
    { side: "community", attendance: "attended" },
  ],
  cancelledBySide: null,
  noticeDays: null,
  rebookedOn: null,
  minutesSentOn: null,
  actions: [{ owned: true }, { owned: false }],
  decisions: [],
};

describe("a meeting's facts", () => {
  it("has the golden form, whatever the way of meeting", () => {
    for (const how of MEETING_HOWS) {
      const [fact] = meetingFacts({ ...held, how });
      expect(factSchema.parse(fact)).toMatchObject({
        type: "meeting",
        id: "m1",
        how: how.replaceAll("_", " ").replace("e mail", "e-mail"),
      });
    }
  });

  it("says who came, by attendance alone", () => {
    const attendees = [
      { side: "council" as const, attendance: "apologies" as const },
      { side: "community" as const, attendance: "attended" as const },
    ];
    expect(meetingFacts({ ...held, attendees })).toMatchObject([{ attended: ["community"] }]);
  });

  it("counts actions of formal meetings only", () => {
    expect(meetingFacts(held)).toMatchObject([{ actions: null, actions_owned: null }]);
    expect(meetingFacts({ ...held, formal: true })).toMatchObject([{ actions: 2, actions_owned: 1 }]);
  });

  it("says who called off, with how much notice, and the day it was booked again", () => {
    const view = {
      ...held,
      status: "cancelled" as const,
      cancelledBySide: "council" as const,
      noticeDays: 1,
      rebookedOn: toDay("2026-03-05"),
    };
    expect(meetingFacts(view)).toMatchObject([
      {
        status: "cancelled",
        attended: [],
        cancelled_by: "council",
        notice_days: 1,
        rebooked: "2026-03-05",
        actions: null,
      },
    ]);
    expect(meetingFacts({ ...held, status: "no_reply" })).toMatchObject([
      { status: "no reply", attended: [] },
    ]);
  });

  it("gives a decision's own fact on joint work only", () => {
    const against = { ...decision, id: "d2", residentsAgainst: 3, councillorsFor: 4 };
    const facts = meetingFacts({
      ...held,
      decisions: [decision, against, { ...decision, id: "d3", jointWork: false }],
    });
    expect(facts.slice(1)).toEqual([
      {
        type: "decision",
        id: "d1",
        contested: null,
        settled: null,
        on: "2026-03-03",
        joint_work: true,
        against_residents: false,
      },
      {
        type: "decision",
        id: "d2",
        contested: null,
        settled: null,
        on: "2026-03-03",
        joint_work: true,
        against_residents: true,
      },
    ]);
    for (const fact of facts) factSchema.parse(fact);
  });

  it("carries a dispute into every fact", () => {
    const disputed = { ...base, contestedOn: toDay("2026-03-06") };
    const facts = meetingFacts({ ...held, base: disputed, decisions: [decision] });
    expect(facts.map((fact) => fact.type !== "check-in" && fact.contested)).toEqual([
      "2026-03-06",
      "2026-03-06",
    ]);
  });

  it.each([
    ["planned", { ...held, status: "planned" as const }],
    ["binned", { ...held, base: { ...base, binned: true } }],
    ["void", { ...held, base: { ...base, voidedOn: toDay("2026-03-09") } }],
    ["a side's own", { ...held, base: { ...base, level: "side" as const } }],
  ])("says nothing when %s", (_, view) => {
    expect(meetingFacts(view)).toEqual([]);
  });
});
