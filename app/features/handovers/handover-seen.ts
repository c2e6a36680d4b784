import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** A handover that stands, as recommended steps see it. */
export type HandoverSeen = {
  id: string;
  postId: string;
  side: Side;
  incomingId: string | null;
  complete: boolean;
  /** What moved and was not moved back, and since when nothing has happened to it. */
  items: readonly { id: string; stillSince: Day }[];
};

/** Days in which something that was handed over should have moved (guide, C2.4). */
export const STILL_DAYS = 60;
