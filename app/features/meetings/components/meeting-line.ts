import type { Day } from "~/platform/calendar/day";
import type { MeetingHow, MeetingStatus } from "../meeting";

/** A meeting as lists show it. */
export type MeetingLine = {
  id: string;
  title: string;
  on: Day;
  status: MeetingStatus;
  how: MeetingHow;
  startsAt: string | null;
  place: string | null;
  missedBy: "council" | "community" | null;
  rebookedOn: Day | null;
  came: number;
  contested: boolean;
};
