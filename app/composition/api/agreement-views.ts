import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { bothSides, day, side } from "./plain-values";

const state = z.enum([
  "agreed",
  "in-force",
  "draft",
  "proposed",
  "signed",
  "under-review",
  "superseded",
  "expired",
  "ended",
]);
const heading = z.enum([
  "communication",
  "roles",
  "priorities",
  "flex",
  "liabilities",
  "data_protection",
  "review",
  "duration",
]);
const idle = z.object({
  heading,
  movedOn: day.nullable(),
  days: z.number().nullable(),
});

/** A line of the list of agreements. */
export const agreementItem = z.object({
  id: z.string(),
  title: z.string(),
  relationshipId: z.string().nullable(),
  kind: z.enum(["partnership", "programme"]),
  state,
  startsOn: day,
  endsOn: day.nullable(),
  overOn: day.nullable(),
  reviewOn: day.nullable(),
  endingOn: day.nullable(),
  reviewIsDue: z.boolean(),
  idle: z.array(idle),
  own: z.boolean(),
  contested: z.boolean(),
});

/** An agreement as its page shows it to one reader. */
export const agreementView = z.object({
  id: z.string(),
  title: z.string(),
  revision: z.number(),
  relationshipId: z.string().nullable(),
  kind: z.enum(["partnership", "programme"]),
  parties: z.object({
    partnership: z.string(),
    other: z.string(),
    others: z.string().nullable(),
    shortOther: z.string(),
    sides: bothSides,
  }),
  terms: z.object({ startsOn: day, endsOn: day.nullable(), reviewOn: day.nullable() }),
  version: z.object({ number: z.number(), bySide: side, proposedOn: day.nullable() }).nullable(),
  agreed: z.object({ community: day.nullable(), other: day.nullable() }).nullable(),
  clauses: z.array(z.object({ heading, text: z.string() })),
  links: z.array(
    z.object({
      id: z.string(),
      heading,
      linkedId: z.string(),
      kind: z.enum(RECORD_KINDS),
      title: z.string(),
      movedOn: day,
    }),
  ),
  idle: z.array(idle),
  signatories: z.array(
    z.object({
      id: z.string(),
      party: z.enum(["council", "community", "programme"]),
      name: z.string(),
      signedOn: day.nullable(),
    }),
  ),
  reviews: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["kept", "to_change", "to_end"]).nullable(),
      note: z.string().nullable(),
      startedBySide: side,
      doneBySide: side.nullable(),
      dueOn: day.nullable(),
      startedOn: day.nullable(),
      doneOn: day.nullable(),
      nextReviewOn: day.nullable(),
      agreedOn: day.nullable(),
    }),
  ),
  ending: z
    .object({
      on: day.nullable(),
      askedBySide: side,
      askedOn: day.nullable(),
      reason: z.string().nullable(),
      agreedOn: day.nullable(),
    })
    .nullable(),
  replaces: z.object({ id: z.string(), title: z.string() }).nullable(),
  signedCopyId: z.string().nullable(),
  pending: z.object({ proposalId: z.string(), bySide: side, number: z.number() }).nullable(),
  ownSide: side,
  can: z.array(
    z.enum([
      "link",
      "revise",
      "drop",
      "propose",
      "counter",
      "agree",
      "sign",
      "change",
      "startReview",
      "finishReview",
      "agreeReview",
      "reopenReview",
      "askEnd",
      "agreeEnd",
      "refuseEnd",
      "attach",
    ]),
  ),
  state,
  stage: z.enum([...state.options, "half-signed", "reviewed", "ending"]),
  inForceFrom: day.nullable(),
  endingOn: day.nullable(),
  reviewIsDue: z.boolean(),
});

const piece = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

/** The versions of an agreement, the text that held on a day, and what changed from one to another. */
export const versionsView = z.object({
  title: z.string(),
  relationshipId: z.string().nullable(),
  on: day,
  held: z
    .object({
      number: z.number(),
      stateWords: z.string(),
      clauses: z.array(z.object({ heading, text: z.string() })),
    })
    .nullable(),
  versions: z.array(
    z.object({
      number: z.number(),
      bySide: side,
      said: z.string(),
      proposedOn: day.nullable(),
      adoptedOn: day.nullable(),
    }),
  ),
  difference: z
    .object({
      from: z.number(),
      to: z.number(),
      days: z.array(z.object({ what: z.string(), before: day.nullable(), after: day.nullable() })),
      parts: z.array(z.object({ heading, pieces: z.array(piece) })),
    })
    .nullable(),
});
