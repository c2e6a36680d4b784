import { z } from "zod";
import { bothSides, day, side } from "./plain-values";

const outgoing = z.object({ href: z.string(), id: z.string(), name: z.string() });
const state = z.enum(["withdrawn", "accepted", "complete", "notified", "prepared"]);
const next = z.object({ step: z.enum(["accept", "complete", "prepare"]), by: day });

/** A line of the list of handovers. */
export const handoverItem = z.object({
  id: z.string(),
  relationshipId: z.string().nullable(),
  title: z.string(),
  state,
  contested: z.boolean(),
  ofSide: side,
  notifiedOn: day,
  effectiveOn: day,
  completedOn: day.nullable(),
  outgoing: z.string(),
  incoming: z.string().nullable(),
  vacant: z.boolean(),
  notice: z.number(),
  next: next.nullable(),
});

/** A handover as its page shows it to one reader. */
export const handoverView = z.object({
  outgoing,
  incoming: outgoing.nullable(),
  metAt: z.object({ href: z.string(), id: z.string(), title: z.string() }).nullable(),
  meetings: z.array(z.object({ on: z.string(), id: z.string(), title: z.string() })),
  successors: z.array(z.object({ organisation: z.string(), id: z.string(), name: z.string() })),
  open: z.array(z.object({ id: z.string(), title: z.string(), role: z.string(), href: z.string() })),
  moved: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      href: z.string(),
      role: z.string(),
      to: z.string(),
      movedOn: day,
      undone: z.boolean(),
      id: z.string(),
      batch: z.number(),
    }),
  ),
  can: z.array(
    z.enum([
      "check",
      "revise",
      "withdraw",
      "accept",
      "complete",
      "prepare",
      "announce",
      "name-incoming",
      "move-items",
      "undo-move",
    ]),
  ),
  lastDay: day,
  notice: z.number(),
  checks: z.array(
    z.object({
      check: z.enum([
        "brief_read",
        "timeline_shared",
        "commitments_moved",
        "introductions_made",
        "first_meeting",
      ]),
      on: day.nullable(),
    }),
  ),
  state,
  next: next.nullable(),
  vacant: z.boolean(),
  ofSide: side,
  why: z.enum([
    "new_job",
    "other_team",
    "reorganised",
    "term_over",
    "poll",
    "retired",
    "leave",
    "stepped_down",
    "other",
  ]),
  notifiedOn: day,
  effectiveOn: day,
  note: z.string().nullable(),
  preparedOn: day.nullable(),
  acceptedOn: day.nullable(),
  completedOn: day.nullable(),
  id: z.string(),
  title: z.string(),
  revision: z.number(),
  relationshipId: z.string().nullable(),
  ownSide: side,
  role: z.enum(["other", "own", "noted"]),
  sides: bothSides,
  withdrawn: z.object({ on: day, note: z.string().nullable() }).nullable(),
});

/** What whoever takes a post over needs, as its reader may have it. */
export const briefView = z.object({
  title: z.string(),
  opening: z.array(z.string()).readonly(),
  note: z.string().nullable(),
  sections: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        lines: z
          .array(
            z.object({
              id: z.string(),
              href: z.string(),
              text: z.string(),
              facts: z.array(z.string()).readonly(),
            }),
          )
          .readonly(),
        empty: z.string(),
      }),
    )
    .readonly(),
});
