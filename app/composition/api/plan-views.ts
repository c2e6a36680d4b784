import { z } from "zod";
import { bothSides, day, side } from "./plain-values";

/** Whose a milestone is, or who leads. */
export const bearer = z.enum(["council", "community", "joint"]);

/** Where a milestone stands. */
export const planState = z.enum(["withdrawn", "done", "planned", "dropped"]);

/** A milestone within the page of something else. */
export const stepLine = z.object({
  href: z.string(),
  sides: bothSides,
  project: z.string().nullable(),
  forReader: z.boolean(),
  dueOn: day,
  expectedOn: day,
  id: z.string(),
  title: z.string(),
  owner: bearer,
  state: planState,
  doneOn: day.nullable(),
  acknowledged: z.boolean(),
  daysPast: z.number(),
  moved: z.number(),
  parts: z.number(),
  partsDone: z.number(),
  earlyWin: z.boolean(),
  dueDiligence: z.boolean(),
  contested: z.boolean(),
});

/** A day that stood, or was meant to. */
export const planDay = z.object({
  on: day,
  state: z.enum(["waiting", "agreed", "first", "alone", "declined", "withdrawn", "replaced"]),
  by: side.nullable(),
  saidOn: day.nullable(),
  reason: z.string().nullable(),
});

/** A day that is proposed. */
export const dayProposal = z.object({
  id: z.string(),
  proposedBySide: side,
  proposedOn: day,
  newDueOn: day,
  reason: z.string(),
  agreedOn: day.nullable(),
  declinedOn: day.nullable(),
  declinedReason: z.string().nullable(),
  withdrawnOn: day.nullable(),
});
