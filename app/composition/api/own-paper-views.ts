import { z } from "zod";
import { CHECK_IDS } from "~/features/partnership/check";
import {
  DECISION_ABOUTS,
  DECISION_HOWS,
  INTEREST_NATURES,
  KINS,
  LINE_KINDS,
  PLAN_KINDS,
  POLICY_ABOUTS,
  VOTES,
} from "~/features/partnership/line";
import { ROLE_IDS } from "~/features/people/person";
import { day, instant } from "./plain-values";

const wordIn = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const line = z.object({ id: z.string(), revision: z.number() });

/** Somebody who is or was on the partnership. */
export const memberItem = line.extend({
  personId: z.string().nullable(),
  name: z.string(),
  role: z.enum(ROLE_IDS),
  livesHere: z.boolean().nullable(),
  voting: z.boolean(),
  paid: z.boolean(),
  kin: wordIn(KINS),
  family: z.string().nullable(),
  relatedTo: z.array(z.string()).readonly(),
  otherOffices: z.string().nullable(),
  publicOffice: z.string().nullable(),
  party: z.string().nullable(),
  formSignedOn: day.nullable(),
  startsOn: day,
  endsOn: day.nullable(),
});

/** A policy the partnership holds or held. */
export const policyItem = line.extend({
  about: wordIn(POLICY_ABOUTS),
  title: z.string(),
  adoptedOn: day,
  reviewOn: day.nullable(),
  endsOn: day.nullable(),
  note: z.string().nullable(),
});

/** What a member has to do with another body. */
export const interestItem = line.extend({
  memberId: z.string(),
  body: z.string(),
  nature: wordIn(INTEREST_NATURES),
  note: z.string().nullable(),
  startsOn: day,
  endsOn: day.nullable(),
});

/** What the partnership decided, or is about to. */
export const decisionItem = line.extend({
  meetingId: z.string().nullable(),
  title: z.string(),
  about: wordIn(DECISION_ABOUTS),
  body: z.string().nullable(),
  decidedOn: day,
  how: wordIn(DECISION_HOWS).nullable(),
  votes: z.array(z.object({ member: z.string(), vote: wordIn(VOTES) })).readonly(),
  toldOn: day.nullable(),
  note: z.string().nullable(),
});

/** The words of the vision, the plan, a refresh or what follows. */
export const planItem = line.extend({
  kind: wordIn(PLAN_KINDS),
  agreedOn: day,
  until: day.nullable(),
  text: z.string(),
});

const plan = z.object({ doing: z.string(), who: z.string().nullable(), byOn: day });

/** What is being done about a check. */
export const mendingItem = line.extend({ checkId: z.string(), ...plan.shape });

const state = z.enum(["passes", "fails", "unknown"]);
const handedIn = { submittedOn: day.nullable(), submittedBy: z.string().nullable() };

/** A line of the list of yearly reviews. */
export const reviewItem = z.object({ id: z.string(), year: z.number(), ...handedIn });

/** A yearly review: as it was handed in, or filled in from the records as they are now. */
export const reviewView = line.extend({
  ...handedIn,
  year: z.number(),
  programme: z.string(),
  asOf: day,
  members: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      livesHere: z.boolean().nullable(),
      voting: z.boolean(),
      formSignedOn: day.nullable(),
    }),
  ),
  answers: z.array(z.object({ id: z.string(), asks: z.string(), text: z.string().nullable() })),
  checks: z.array(z.object({ title: z.string(), state, says: z.string(), plan: plan.nullable() })),
});

const influence = z.object({
  id: z.string(),
  title: z.string(),
  on: day,
  inPlan: z.boolean(),
  manner: z.string(),
});
const named = z.object({ id: z.string(), name: z.string(), publicOffice: z.string() });
const entry = z.object({ id: z.string(), title: z.string(), on: day });

/** How the partnership stands: the rules, the balance, what was done to change decisions, what will last. */
export const partnershipView = z.object({
  programme: z.string(),
  members: z.number(),
  checks: z.array(
    z.object({
      id: z.enum(CHECK_IDS),
      state,
      says: z.string(),
      mend: z.string(),
      care: z.array(z.string()).readonly(),
      records: z
        .array(z.object({ kind: z.enum([...LINE_KINDS, "review"]), id: z.string(), label: z.string() }))
        .readonly(),
      plan: plan.nullable(),
    }),
  ),
  balance: z.object({
    voting: z.number(),
    parties: z.array(z.object({ party: z.string(), members: z.array(named).readonly() })).readonly(),
    flagged: z.array(z.string()).readonly(),
  }),
  capacities: z.array(
    z.object({
      member: z.string(),
      publicOffice: z.string(),
      linked: z.boolean(),
      meetings: z.array(entry.extend({ capacity: z.string(), forUs: z.boolean() })),
    }),
  ),
  influencing: z.object({
    recent: z.array(influence).readonly(),
    all: z.number(),
    from: day,
    predominant: z.boolean(),
    outsidePlan: z.array(influence).readonly(),
  }),
  legacy: z.object({
    leverage: z.array(
      entry.extend({ own: z.number().nullable(), drawn: z.number().nullable(), from: z.string().nullable() }),
    ),
    sums: z.object({ own: z.number(), drawn: z.number(), withoutFigures: z.number() }),
    steps: z.array(entry.extend({ form: z.string() })),
  }),
});

/** What was done to the partnership's own papers, a page at a time. */
export const ownLogView = z.object({
  page: z.number(),
  pages: z.number(),
  entries: z.array(z.object({ id: z.string(), at: instant, by: z.string(), said: z.string() })),
});

/** Lines that were taken off their lists. */
export const takenOffView = z.object({
  items: z.array(z.object({ kind: z.enum(LINE_KINDS), id: z.string(), name: z.string() })),
});
