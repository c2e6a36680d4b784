import { z } from "zod";
import { assessed } from "./people-overviews";
import { day, side } from "./plain-values";
import { noteView } from "./record-view";

/** A line of the list of people: somebody with their posts in one organisation. */
export const personItem = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.array(z.string()),
  isLead: z.boolean(),
  held: z.boolean(),
  organisation: z.string(),
  side,
});

/** Somebody as their page shows them to one reader. */
export const personView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  erased: z.boolean(),
  revision: z.number(),
  posts: z.array(
    z.object({
      id: z.string(),
      organisation: z.string(),
      side,
      role: z.string(),
      level: z.enum(["community", "elected", "senior", "officer", "front_line"]),
      topic: z.string().nullable(),
      ward: z.string().nullable(),
      party: z.string().nullable(),
      cabinetPost: z.string().nullable(),
      startsOn: day.nullable(),
      lastDay: day.nullable(),
      held: z.boolean(),
      isLead: z.boolean(),
      checkedOn: day.nullable(),
      revision: z.number(),
    }),
  ),
  changes: z.array(
    z.object({
      id: z.string(),
      on: day,
      what: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  can: z.object({ write: z.boolean() }),
  own: z
    .object({
      ours: z.array(z.object({ value: z.string(), label: z.string() })),
      audience: z.string(),
      now: assessed.nullable(),
      earlier: z.array(assessed),
      last: z.object({ on: day, recordId: z.string() }).nullable(),
      cadence: z
        .object({ wantedDays: z.number(), dueOn: day, daysPast: z.number(), cold: z.boolean() })
        .nullable(),
      plan: z
        .object({
          next: z.string(),
          dueOn: day,
          by: z.string().nullable(),
          byPersonId: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  notes: z.array(noteView),
});
