import { z } from "zod";
import { day } from "./plain-values";

const state = z.enum(["open", "withdrawn", "done", "kept", "kept-late", "not-kept"]);
const said = z.object({ on: day, saidOn: day.nullable(), note: z.string().nullable() });
const action = z.enum([
  "record",
  "withdraw",
  "not-kept",
  "edit",
  "report-done",
  "confirm",
  "refuse",
  "tell",
  "propose-day",
  "agree-day",
  "decline-day",
  "not-ours",
  "reopen",
  "settle",
]);

/** A line of the register of promises. */
export const commitmentItem = z.object({
  id: z.string(),
  title: z.string(),
  by: z.string(),
  byPerson: z.string().nullable(),
  dueOn: day,
  daysPast: z.number(),
  state,
  flags: z.array(z.enum(["contested", "past-its-day", "told", "own-word"])),
  waitsForYou: z.boolean(),
});

/** A promise as its page shows it to one reader. */
export const commitmentView = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  size: z.enum(["small", "large"]),
  revision: z.number(),
  by: z.object({
    name: z.string(),
    first: z.string(),
    person: z.string().nullable(),
    personId: z.string().nullable(),
    yours: z.boolean(),
  }),
  to: z.object({
    name: z.string(),
    first: z.string(),
    person: z.string().nullable(),
    personId: z.string().nullable(),
  }),
  madeOn: day,
  dueOn: day,
  effectiveDueOn: day,
  lookedForOn: day,
  daysPast: z.number(),
  state,
  flags: z.array(z.enum(["contested", "past-its-day", "told", "own-word"])),
  done: said.nullable(),
  confirmedOn: day.nullable(),
  lapsesOn: day.nullable(),
  told: said.nullable(),
  notKept: said.nullable(),
  withdrawn: said.nullable(),
  disownedOn: day.nullable(),
  redatings: z.array(
    z.object({
      id: z.string(),
      by: z.string(),
      proposedOn: day,
      newDueOn: day,
      reason: z.string(),
      agreedOn: day.nullable(),
      declinedOn: day.nullable(),
      declinedReason: z.string().nullable(),
      withdrawnOn: day.nullable(),
      replaced: z.boolean(),
    }),
  ),
  proposalId: z.string().nullable(),
  meeting: z.object({ id: z.string(), title: z.string(), on: day }).nullable(),
  waitingOn: z.object({ name: z.string(), first: z.string(), you: z.boolean() }).nullable(),
  can: z.array(action),
  next: action.nullable(),
});
