import { z } from "zod";
import { day, side } from "./plain-values";

const stage = z.enum(["answered", "unseen", "acknowledged", "believed", "not-quite"]);

/** A line of the list of aims. */
export const aimItem = z.object({
  id: z.string(),
  title: z.string(),
  corrected: z.string().nullable(),
  owner: side,
  belief: z.boolean(),
  relationshipId: z.string().nullable(),
  recordedOn: day,
  stage,
  forReader: z.boolean(),
  contested: z.boolean(),
});

/** An aim as its page shows it to one reader. */
export const aimView = z.object({
  id: z.string(),
  title: z.string(),
  revision: z.number(),
  detail: z.string().nullable(),
  owner: z.string(),
  statedBy: z.string(),
  recordedOn: day,
  own: z.boolean(),
  belief: z.boolean(),
  stage,
  acknowledged: z.object({ on: day, words: z.string().nullable() }).nullable(),
  answered: z
    .object({
      answer: z.enum(["confirmed", "corrected", "not_quite"]),
      on: day,
      words: z.string().nullable(),
    })
    .nullable(),
  can: z.array(z.enum(["answer", "edit", "acknowledge"])),
});
