import type { SideRole } from "../identity/actor";
import type { MeetingStatus } from "./meeting";

/** What can be done to a meeting. Ids are for ever. */
export const MEETING_ACTIONS = [
  "hold",
  "callOff",
  "noReply",
  "rebook",
  "edit",
  "draftMinutes",
  "sendMinutes",
  "agreeMinutes",
] as const;
export type MeetingAction = (typeof MEETING_ACTIONS)[number];

/** Whose it is: either side's, or only that of the side that recorded the meeting. */
type Whose = "either" | "recorder";
type Transition = { to: MeetingStatus; whose: Whose; role: "editor" | "lead" };

/**
 * Every step there is: state × action → who, and the state after. What is not here cannot be done.
 * Minutes have steps of their own on top (minutes.ts); agreeing them is a lead's, who speaks for the side.
 */
export const MEETING_TRANSITIONS: Record<MeetingStatus, Partial<Record<MeetingAction, Transition>>> = {
  planned: {
    hold: { to: "held", whose: "either", role: "editor" },
    callOff: { to: "cancelled", whose: "either", role: "editor" },
    noReply: { to: "no_reply", whose: "recorder", role: "editor" },
    edit: { to: "planned", whose: "recorder", role: "editor" },
  },
  held: {
    rebook: { to: "held", whose: "either", role: "editor" },
    edit: { to: "held", whose: "recorder", role: "editor" },
    draftMinutes: { to: "held", whose: "either", role: "editor" },
    sendMinutes: { to: "held", whose: "either", role: "editor" },
    agreeMinutes: { to: "held", whose: "either", role: "lead" },
  },
  cancelled: {
    // Once more: to mend which side it was, or on which day it said so.
    callOff: { to: "cancelled", whose: "recorder", role: "editor" },
    rebook: { to: "cancelled", whose: "either", role: "editor" },
  },
  no_reply: {
    rebook: { to: "no_reply", whose: "either", role: "editor" },
    edit: { to: "no_reply", whose: "recorder", role: "editor" },
  },
};

const WHEN: Record<MeetingAction, string> = {
  hold: "Only a planned meeting can be written up as held.",
  callOff: "Only a planned meeting can be called off.",
  noReply: "Only a planned meeting can be closed as having had no reply.",
  rebook: "Only a meeting that did not take place with both sides is booked again.",
  edit: "A meeting that was called off stays as it is. You can book it again.",
  draftMinutes: "Minutes are written once the meeting was held.",
  sendMinutes: "Minutes are sent once the meeting was held.",
  agreeMinutes: "Minutes are agreed once the meeting was held.",
};

const READERS = "Your account can read here but not write. Ask a lead of your side for an editor's role.";

export type Doer = { role: SideRole };
export type Subject = {
  status: MeetingStatus;
  /** The actor's organisation recorded it. */
  own: boolean;
  /** A held meeting that one side did not come to. */
  missed: boolean;
  /** It has already been booked again. */
  rebooked: boolean;
};

/** True where this actor may take that step now; else the reason in words. Read from the table above. */
export function mayDo(action: MeetingAction, actor: Doer, meeting: Subject): true | string {
  if (actor.role === "reader") return READERS;
  const step = MEETING_TRANSITIONS[meeting.status][action];
  if (step === undefined) return WHEN[action];
  if (step.whose === "recorder" && !meeting.own) {
    return "Only the side that recorded it can change it. You can reply to it.";
  }
  if (step.role === "lead" && actor.role !== "lead") return "Only a lead of your side can do this.";
  if (action !== "rebook") return true;
  if (meeting.rebooked) return "It has already been booked again.";
  return meeting.status !== "held" || meeting.missed || WHEN.rebook;
}

/** The state after a step that may be taken. */
export function statusAfter(action: MeetingAction, status: MeetingStatus): MeetingStatus {
  return MEETING_TRANSITIONS[status][action]?.to ?? status;
}

/** Every step at once, for a page's buttons. */
export function stepsOpen(actor: Doer, meeting: Subject): Record<MeetingAction, boolean> {
  const open = MEETING_ACTIONS.map((action) => [action, mayDo(action, actor, meeting) === true] as const);
  return Object.fromEntries(open) as Record<MeetingAction, boolean>;
}
