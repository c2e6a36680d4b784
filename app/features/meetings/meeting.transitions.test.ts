import { describe, expect, it } from "vitest";
import { MEETING_STATUSES, type MeetingStatus } from "./meeting";
import { MEETING_ACTIONS, type MeetingAction, mayDo, statusAfter, stepsOpen } from "./meeting.transitions";

type Case = { role: "reader" | "editor" | "lead"; own: boolean; missed: boolean; rebooked: boolean };

const cases: Case[] = (["reader", "editor", "lead"] as const).flatMap((role) =>
  [true, false].flatMap((own) =>
    [true, false].flatMap((missed) => [true, false].map((rebooked) => ({ role, own, missed, rebooked }))),
  ),
);

/** Written out, not worked out: who may, in each state. */
const EXPECTED: Record<MeetingStatus, Partial<Record<MeetingAction, (c: Case) => boolean>>> = {
  planned: {
    hold: (c) => c.role !== "reader",
    callOff: (c) => c.role !== "reader",
    noReply: (c) => c.role !== "reader" && c.own,
    edit: (c) => c.role !== "reader" && c.own,
  },
  held: {
    edit: (c) => c.role !== "reader" && c.own,
    rebook: (c) => c.role !== "reader" && c.missed && !c.rebooked,
    draftMinutes: (c) => c.role !== "reader",
    sendMinutes: (c) => c.role !== "reader",
    agreeMinutes: (c) => c.role === "lead",
  },
  cancelled: {
    callOff: (c) => c.role !== "reader" && c.own,
    rebook: (c) => c.role !== "reader" && !c.rebooked,
  },
  no_reply: {
    edit: (c) => c.role !== "reader" && c.own,
    rebook: (c) => c.role !== "reader" && !c.rebooked,
  },
};

describe("who may do what to a meeting", () => {
  for (const status of MEETING_STATUSES) {
    for (const action of MEETING_ACTIONS) {
      it(`${action} when ${status}`, () => {
        for (const one of cases) {
          const { role, ...meeting } = one;
          const said = mayDo(action, { role }, { status, ...meeting });
          expect(said === true, JSON.stringify(one)).toBe(EXPECTED[status][action]?.(one) ?? false);
          if (said !== true) expect(said).toMatch(/^[A-Z].*\.$/);
        }
      });
    }
  }

  it("gives all steps at once", () => {
    const meeting = { status: "planned" as const, own: false, missed: false, rebooked: false };
    expect(stepsOpen({ role: "editor" }, meeting)).toEqual({
      hold: true,
      callOff: true,
      noReply: false,
      rebook: false,
      edit: false,
      draftMinutes: false,
      sendMinutes: false,
      agreeMinutes: false,
    });
  });

  it("says the state after", () => {
    expect(statusAfter("hold", "planned")).toBe("held");
    expect(statusAfter("callOff", "planned")).toBe("cancelled");
    expect(statusAfter("noReply", "planned")).toBe("no_reply");
    expect(statusAfter("rebook", "cancelled")).toBe("cancelled");
    expect(statusAfter("hold", "held")).toBe("held");
  });
});
