import { z } from "zod";
import { day } from "./plain-values";

const record = z.object({ id: z.string(), title: z.string(), href: z.string() });

/** Next steps, as one side sees them. */
export const actionsView = z.object({
  council: z.string(),
  mine: z.array(
    z.object({
      doing: z.object({ text: z.string(), href: z.string() }).nullable(),
      id: z.string(),
      title: z.string(),
      wording: z.string(),
      because: z.string(),
      component: z.string(),
      roles: z.array(z.string()),
      effort: z.string(),
      gain: z.string(),
      closes: z.string(),
      ownOnly: z.boolean(),
      records: z.array(record),
    }),
  ),
  unknowns: z.array(
    z.object({ id: z.string(), text: z.string(), record: record.nullable(), gain: z.string() }),
  ),
  theirs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      wording: z.string(),
      because: z.string(),
      component: z.string(),
      roles: z.array(z.string()),
      effort: z.string(),
      gain: z.string(),
      closes: z.string(),
      ownOnly: z.boolean(),
      records: z.array(record),
      doing: z.object({ text: z.string(), href: z.string() }).nullable(),
    }),
  ),
  answered: z.array(
    z.object({
      id: z.string(),
      actionId: z.string(),
      answer: z.enum(["done", "accepted", "dismissed"]),
      reason: z.string().nullable(),
      evidenceKey: z.string(),
      answeredOn: day,
      componentBefore: z.number().nullable(),
      promise: z.object({ id: z.string(), title: z.string(), open: z.boolean() }).nullable(),
      title: z.string(),
      component: z.enum(["recognition", "trust", "dialogue", "flexibility", "ownership"]),
      since: z.string(),
      promiseHref: z.string().nullable(),
    }),
  ),
});
