import { z } from "zod";
import { STEP_FILTERS } from "~/features/actions/action-view";
import { day } from "./plain-values";

const record = z.object({ id: z.string(), title: z.string(), href: z.string() });

const link = z.object({ text: z.string(), href: z.string() });

const card = z.object({
  id: z.string(),
  title: z.string(),
  wording: z.string(),
  because: z.string(),
  component: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  first: z.array(z.string()),
  effort: z.string(),
  gain: z.string(),
  closes: z.string(),
  ownOnly: z.boolean(),
  records: z.array(record),
  doing: link.nullable(),
});

const answer = {
  id: z.string(),
  actionId: z.string(),
  answer: z.enum(["done", "accepted", "dismissed"]),
  reason: z.string().nullable(),
  answeredOn: day,
  componentBefore: z.number().nullable(),
  componentLo: z.number().nullable(),
  componentHi: z.number().nullable(),
  stands: z.boolean(),
  promise: z.object({ id: z.string(), title: z.string(), open: z.boolean() }).nullable(),
  title: z.string(),
  component: z.enum(["recognition", "trust", "dialogue", "flexibility", "ownership"]),
  promiseHref: z.string().nullable(),
};

/** Next steps, as one side sees them. */
export const actionsView = z.object({
  council: z.string(),
  mine: z.array(card),
  others: z.array(card),
  unknowns: z.array(
    z.object({ id: z.string(), text: z.string(), record: record.nullable(), gain: z.string() }),
  ),
  theirs: z.array(card),
  answered: z.array(z.object(answer)),
  steps: z.object({
    items: z.array(
      z.object({
        ...answer,
        stood: z.string(),
        ended: z.string().nullable(),
        told: z.array(z.object({ days: z.number(), on: day, says: z.string() })),
        next: z.string().nullable(),
      }),
    ),
    filter: z.enum(STEP_FILTERS),
    count: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
});
