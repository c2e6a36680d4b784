import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { MeetingHow, MeetingStatus, MeetingTone } from "../meetings/meeting";
import type { PostLevel } from "../people/person";

// `shared`: both sides of the area see it. What is not shared is seen by the side that reads this, and counts for it alone.

export type MeetingSeen = {
  id: string;
  shared: boolean;
  on: Day;
  status: MeetingStatus;
  how: MeetingHow;
  /** Held, with somebody of both sides there. */
  contact: boolean;
  tone: MeetingTone | null;
  wentWell: boolean;
  wentBadly: boolean;
  came: readonly { personId: string; side: Side; capacity: string }[];
  /** A key decision that councillors' votes carried against the residents' majority. */
  againstResidents: boolean;
  /** The projects it talked of. */
  projectIds: readonly string[];
};

export type PromiseSeen = {
  id: string;
  shared: boolean;
  title: string;
  bySide: Side;
  personId: string | null;
  personName: string | null;
  /** The day both sides look to. */
  dueOn: Day;
  state: "open" | "done" | "kept" | "kept-late" | "not-kept" | "withdrawn";
  contested: boolean;
  /** The side whose move it is. */
  waitingOn: Side | null;
  /** The last day on which a new day was agreed after the one it replaced had passed. */
  movedLateOn: Day | null;
  /** The day it was done, given up or let go. */
  endedOn: Day | null;
};

export type RequestSeen = {
  id: string;
  shared: boolean;
  title: string;
  toSide: Side;
  askedOn: Day;
  targetOn: Day;
  answeredOn: Day | null;
  withdrawn: boolean;
  judged: boolean;
};

/** A post held now, ahead, or in the last two years. People and posts are seen by both sides. */
export type PostSeen = {
  id: string;
  personId: string;
  name: string;
  organisationId: string;
  side: Side;
  level: PostLevel;
  role: string;
  topic: string | null;
  /** Leads the council or sits in its cabinet. */
  cabinet: boolean;
  isLead: boolean;
  leadFilledOn: Day | null;
  checkedOn: Day | null;
  /** Half-open. */
  startsOn: Day | null;
  endsOn: Day | null;
};
