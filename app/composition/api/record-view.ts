import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day, instant, side } from "./plain-values";

/** A side's or a person's own note. */
export const noteView = z.object({
  id: z.string(),
  text: z.string(),
  level: z.enum(["side", "shared", "personal"]),
  by: z.string(),
  on: day,
  revision: z.number(),
  canChange: z.boolean(),
  widen: z.object({ to: z.enum(["side", "shared"]), audience: z.string() }).nullable(),
});

/** The foot of every record: who recorded it, who sees it, replies, notes, files, history. */
export const recordView = z.object({
  organisation: z.string(),
  id: z.string(),
  kind: z.enum(RECORD_KINDS),
  level: z.enum(["side", "shared", "personal"]),
  occurredOn: day,
  recordedAt: instant,
  revision: z.number(),
  voidedOn: day.nullable(),
  replies: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      by: z.string(),
      side,
      at: instant,
      disputes: z.boolean(),
    }),
  ),
  notes: z.array(noteView),
  contested: z.object({ on: day, by: z.string(), settledOn: day.nullable() }).nullable(),
  binned: z.boolean(),
  can: z.object({
    reply: z.boolean(),
    dispute: z.boolean(),
    settle: z.boolean(),
    bin: z.boolean(),
    restore: z.boolean(),
    askVoid: z.boolean(),
    agreeVoid: z.boolean(),
    note: z.boolean(),
    attach: z.boolean(),
  }),
  by: z.string(),
  daysLate: z.number(),
  audience: z.string(),
  voidAsked: z.object({ on: day, by: z.string(), reason: z.string() }).nullable(),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      bytes: z.number(),
      level: z.enum(["side", "shared", "personal"]),
      by: z.string(),
      at: instant,
      canRemove: z.boolean(),
    }),
  ),
  otherSide: z.string(),
  history: z.array(z.object({ id: z.string(), at: instant, by: z.string(), said: z.string() })),
  codes: z
    .object({
      put: z.array(
        z.object({ slug: z.string(), label: z.string(), by: z.string(), on: day, own: z.boolean() }),
      ),
    })
    .nullable(),
  moves: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), on: day, href: z.string() })),
});
