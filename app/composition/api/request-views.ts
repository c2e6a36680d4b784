import { z } from "zod";
import { bothSides, day, side } from "./plain-values";

/** A line of the list of requests. */
export const requestItem = z.object({
  id: z.string(),
  title: z.string(),
  relationshipId: z.string().nullable(),
  toSide: side,
  toPerson: z.string().nullable(),
  state: z.enum(["open", "answered", "withdrawn"]),
  waitingOn: side.nullable(),
  askedOn: day,
  targetOn: day,
  answeredOn: day.nullable(),
  answer: z.enum(["yes", "no", "partly"]).nullable(),
  judgement: z.enum(["partly", "straight", "not_straight"]).nullable(),
  waited: z.number(),
  pastTarget: z.number(),
  contested: z.boolean(),
});

/** A request as its page shows it to one reader. */
export const requestView = z.object({
  meeting: z.object({ id: z.string(), title: z.string() }).nullable(),
  council: z.string().nullable(),
  id: z.string(),
  relationshipId: z.string().nullable(),
  title: z.string(),
  revision: z.number(),
  toSide: side,
  detail: z.string().nullable(),
  askedOn: day,
  targetOn: day,
  holdingOn: day.nullable(),
  holdingText: z.string().nullable(),
  answeredOn: day.nullable(),
  answer: z.enum(["yes", "no", "partly"]).nullable(),
  answerText: z.string().nullable(),
  judgement: z.enum(["partly", "straight", "not_straight"]).nullable(),
  judgedOn: day.nullable(),
  withdrawnOn: day.nullable(),
  toPerson: z.string().nullable(),
  referrals: z.array(z.object({ on: day, to: z.string(), note: z.string().nullable() })),
  state: z.enum(["open", "answered", "withdrawn"]),
  waitingOn: side.nullable(),
  waited: z.object({ council: z.number(), community: z.number() }),
  pastTarget: z.number(),
  sides: bothSides,
  holders: z.array(z.object({ who: z.string(), from: day, until: day, workingDays: z.number() })),
  ownSide: side,
  can: z.array(z.enum(["answer", "ask", "revise", "hold", "refer", "judge", "withdraw"])),
});
