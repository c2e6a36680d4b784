import { z } from "zod";
import { COMPONENTS } from "../scoring/facts";
import { questionSchema } from "./questions";

const bySide = <T extends z.ZodType>(one: T) => z.strictObject({ council: one, community: one });

const questionSeen = z.strictObject({
  mean: z.number(),
  answers: z.int(),
  levels: z.array(z.int()).length(5),
});
const componentSeen = z.strictObject({
  value: z.number(),
  people: z.int(),
  spread: z.enum(["close", "mixed", "apart"]),
});

/** What is kept of a released round for both sides to see: groups that are large enough, and nobody's answers. */
export const seenSchema = z.strictObject({
  people: bySide(z.int()),
  means: bySide(z.record(questionSchema, questionSeen.nullable())),
  components: bySide(z.record(z.enum(COMPONENTS), componentSeen.nullable())),
});
export type Seen = z.infer<typeof seenSchema>;
