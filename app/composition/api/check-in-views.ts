import { z } from "zod";
import { QUESTIONS } from "~/features/check-ins/question-list";
import { COMPONENTS } from "~/features/scoring/facts";
import { bothSides, day, side } from "./plain-values";

/** A line of the list of check-ins. Until one has closed it says no more than that it is open. */
export const checkInItem = z.object({
  id: z.string(),
  relationshipId: z.string(),
  state: z.enum(["open", "released", "too few", "called off"]),
  openedBy: side,
  openedOn: day,
  lastDay: day,
  endedOn: day.nullable(),
});

const level = z.object({
  value: z.number(),
  people: z.number(),
  spread: z.enum(["close", "mixed", "apart"]),
});
const ofSides = <T extends z.ZodType>(one: T) =>
  z.object({ community: one.nullable(), council: one.nullable() });

/** A check-in as its page shows it to both sides: its levels and gaps once it is released, and never an answer. */
export const checkInView = checkInItem.extend({
  sides: bothSides,
  released: z
    .object({
      on: day,
      people: z.object({ community: z.number(), council: z.number() }),
      components: z.array(
        z.object({
          component: z.enum(COMPONENTS),
          /** What each side says of the other. */
          by: ofSides(level),
          gap: z
            .object({ points: z.number(), lo: z.number(), hi: z.number(), flagged: z.boolean() })
            .nullable(),
        }),
      ),
      questions: z.array(
        z.object({
          id: z.enum(QUESTIONS.map(({ id }) => id)),
          text: z.string(),
          /** The mean of each side's answers, 1 to 5. */
          by: ofSides(z.object({ mean: z.number(), answers: z.number() })),
        }),
      ),
    })
    .nullable(),
});
