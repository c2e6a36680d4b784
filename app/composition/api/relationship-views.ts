import { z } from "zod";
import { day, side } from "./plain-values";

/** What a partnership and a council agreed, beside records. */
export const relationshipItem = z.object({
  id: z.string(),
  councilSlug: z.string(),
  council: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  requestWorkingDays: z.number(),
  communication: z.string().nullable(),
  revision: z.number(),
});

/** How often the two sides agreed to meet. */
export const rhythmItem = z.object({
  id: z.string(),
  idealGapDays: z.number(),
  longestGapDays: z.number(),
  proposedBy: side,
  proposedOn: day,
  state: z.enum(["agreed", "declined", "proposed"]),
  agreedOn: day.nullable(),
  declinedOn: day.nullable(),
  declinedReason: z.string().nullable(),
  waitsOn: side.nullable(),
  canAnswer: z.boolean(),
});

/** An election of a council. */
export const electionItem = z.object({
  id: z.string(),
  councilId: z.string(),
  council: z.string(),
  kind: z.enum(["local", "by_election", "mayor", "london_authority", "parliament"]),
  pollOn: day,
  noticeOn: day.nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  revision: z.number(),
  period: z.object({ from: day, to: day, published: z.boolean() }),
  nearness: z.enum(["over", "running", "near", "ahead"]),
});
