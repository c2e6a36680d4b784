import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { RecordBase } from "../records/record";
import type { Fact } from "../scoring/facts";
import { type Decision, isAgainstResidents } from "./decision";
import { type Attendee, type MeetingHow, type MeetingStatus, sidesThatCame } from "./meeting";

type MeetingFact = Extract<Fact, { type: "meeting" }>;
type HowWord = NonNullable<MeetingFact["how"]>;

const HOW: Record<MeetingHow, HowWord> = {
  in_person: "in person",
  video: "video",
  call: "call",
  e_mail_exchange: "e-mail exchange",
  visit: "visit",
  social: "social",
  public_event: "public event",
};

const STATUS: Record<MeetingStatus, MeetingFact["status"]> = {
  planned: "planned",
  held: "held",
  cancelled: "cancelled",
  no_reply: "no reply",
};

/** What the score needs to know of a meeting. */
export type MeetingFactView = {
  base: RecordBase;
  status: MeetingStatus;
  how: MeetingHow;
  formal: boolean;
  attendees: readonly Pick<Attendee, "side" | "attendance">[];
  cancelledBySide: Side | null;
  noticeDays: number | null;
  rebookedOn: Day | null;
  minutesSentOn: Day | null;
  actions: readonly { owned: boolean }[];
  decisions: readonly (Decision & { id: string })[];
};

/**
 * What a meeting says to the score: itself, and each of its decisions on joint work. A planned one says nothing yet:
 * its day is planned, not lived, and a series alone must not look like a record being kept.
 */
export function meetingFacts(view: MeetingFactView): Fact[] {
  const { base } = view;
  if (base.level !== "shared" || base.binned || base.voidedOn !== null || view.status === "planned")
    return [];
  return [
    meetingFact(view),
    ...(view.status === "held" ? view.decisions.flatMap((one) => decisionFact(base, one)) : []),
  ];
}

function disputeOf(base: RecordBase) {
  return { contested: base.contestedOn, settled: base.settledOn };
}

function meetingFact(view: MeetingFactView): MeetingFact {
  const { base, status } = view;
  const held = status === "held";
  const counted = held && view.formal;
  return {
    type: "meeting",
    id: base.id,
    ...disputeOf(base),
    date: base.occurredOn,
    status: STATUS[status],
    how: HOW[view.how],
    attended: held ? sidesThatCame(view.attendees) : [],
    cancelled_by: view.cancelledBySide,
    notice_days: view.noticeDays,
    minutes_sent: view.minutesSentOn,
    actions: counted ? view.actions.length : null,
    actions_owned: counted ? view.actions.filter(({ owned }) => owned).length : null,
    rebooked: view.rebookedOn,
  };
}

function decisionFact(base: RecordBase, decision: Decision & { id: string }): Fact[] {
  if (!decision.jointWork) return [];
  return [
    {
      type: "decision",
      id: decision.id,
      ...disputeOf(base),
      on: base.occurredOn,
      joint_work: true,
      against_residents: isAgainstResidents(decision),
    },
  ];
}
