import { z } from "zod";
import { day, side } from "./plain-values";
import { electionItem } from "./relationship-views";

/** A line of what helps and hinders. */
export const evidenceItem = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  on: day,
  level: z.enum(["side", "shared", "personal"]),
  side,
  relationshipId: z.string().nullable(),
  stage: z.enum(["answered", "held", "waiting", "proposed", "plain"]),
  state: z.string().nullable(),
  said: z.string().nullable(),
  forReader: z.boolean(),
  daysPast: z.number(),
  contested: z.boolean(),
});

/** An entry of any kind as its page shows it to one reader. */
export const evidenceView = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.object({
    id: z.string(),
    one: z.string(),
    component: z.enum(["recognition", "trust", "dialogue", "flexibility", "ownership"]),
  }),
  shown: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.enum([
        "person",
        "project",
        "side",
        "text",
        "line",
        "yes-no",
        "day",
        "count",
        "choice",
        "choices",
      ]),
      text: z.string(),
      linkId: z.string().nullable(),
    }),
  ),
  state: z.string().nullable(),
  stage: z.enum(["answered", "held", "waiting", "proposed", "plain"]),
  turn: z.boolean(),
  answer: z
    .object({
      ask: z.string(),
      outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
      waitsOn: z.string().nullable(),
      hopedForBy: day.nullable(),
      daysPast: z.number(),
      on: day.nullable(),
      by: z.string().nullable(),
      said: z.string().nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
  can: z.object({ answer: z.array(z.enum(["answer", "propose", "agree"])), change: z.boolean() }),
  signOff: electionItem.nullable(),
});
