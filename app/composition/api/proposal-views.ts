import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day, side } from "./plain-values";

/** A line of the list of proposals. */
export const proposalItem = z.object({
  id: z.string(),
  title: z.string(),
  relationshipId: z.string().nullable(),
  state: z.enum(["open", "withdrawn", "declined", "accepted"]),
  about: z.string(),
  toSide: side,
  proposedOn: day,
  answeredOn: day.nullable(),
  contested: z.boolean(),
});

/** A proposal as its page shows it to one reader. */
export const proposalView = z.object({
  id: z.string(),
  title: z.string(),
  relationshipId: z.string().nullable(),
  state: z.enum(["open", "withdrawn", "declined", "accepted"]),
  bySide: side,
  proposedOn: day,
  detail: z.string().nullable(),
  answerText: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  aboutRecord: z
    .object({
      id: z.string(),
      kind: z.enum(RECORD_KINDS),
      title: z.string(),
    })
    .nullable(),
  versionId: z.string().nullable(),
  ownSide: side,
  can: z.array(z.enum(["withdraw", "accept", "decline"])),
  toSide: side,
  about: z.enum(["date", "goal", "agreement", "way_of_working"]),
  answeredOn: day.nullable(),
  answer: z.enum(["declined", "accepted"]).nullable(),
  withdrawnOn: day.nullable(),
});
