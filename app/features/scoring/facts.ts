import { z } from "zod";
import { type Day, dayOf, parseDay } from "./day.ts";

// The flat facts a score is made from: one a record, no text, no names. They are stored append-only, and
// `npm run score` reads the same form. Keys are the stored ones and are for ever. A date is a day
// `YYYY-MM-DD` in Europe/London; missing and null both say: has not happened, or is not known.

export const SIDES = ["council", "community"] as const;
export type Side = (typeof SIDES)[number];
export const COMPONENTS = ["recognition", "trust", "dialogue", "flexibility", "ownership"] as const;
export type Component = (typeof COMPONENTS)[number];

const side = z.enum(SIDES);
const day = z
  .string()
  .refine((text) => parseDay(text) !== null, { error: "is not a calendar day (YYYY-MM-DD)" })
  .nullish();
const yes = z.boolean().nullish();
const count = z.int().nonnegative().nullish();
const moves = z.array(z.strictObject({ agreed: day, due: day })).nullish();
const answer = z.enum(["used", "declined with reasons"]).nullish();

// What any record carries; a check-in alone cannot be disputed.
const record = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), id: z.string().min(1), contested: day, settled: day, ...shape });

const answers = z
  .tuple([
    z.int().min(1).max(5).nullable(),
    z.int().min(1).max(5).nullable(),
    z.int().min(1).max(5).nullable(),
  ])
  .nullish();

const checkIn = z.strictObject({
  type: z.literal("check-in"),
  id: z.string().min(1),
  who: z.string().min(1),
  side,
  date: day,
  items: z.strictObject({
    recognition: answers,
    trust: answers,
    dialogue: answers,
    flexibility: answers,
    ownership: answers,
  }),
});

/** Every kind of fact, strict: an unknown key or value is refused (form: scoring-golden.json, "form"). */
export const factSchema = z.discriminatedUnion("type", [
  record("commitment", {
    by: side,
    due: day,
    done: day,
    confirmed: day,
    told: day,
    renegotiated: moves,
    not_kept: day,
    withdrawn: day,
    made: day,
  }),
  record("request", {
    to: side,
    asked: day,
    target: day,
    holding: day,
    answered: day,
    judged: z.enum(["straight", "partly", "not straight"]).nullish(),
    withdrawn: day,
  }),
  record("meeting", {
    date: day,
    status: z.enum(["held", "cancelled", "planned", "no reply"]),
    how: z
      .enum(["in person", "video", "call", "e-mail exchange", "visit", "social", "public event"])
      .nullish(),
    attended: z.array(side).nullish(),
    cancelled_by: side.nullish(),
    notice_days: z.int().nullish(),
    minutes_sent: day,
    actions: count,
    actions_owned: count,
    rebooked: day,
  }).refine((m) => (m.actions_owned ?? 0) <= (m.actions ?? m.actions_owned ?? 0), {
    path: ["actions_owned"],
    error: "is more than actions",
  }),
  record("engagement-event", {
    date: day,
    host: z.enum(["council", "community", "joint"]),
    other: z.enum(["attended", "apologies", "absent", "for information"]).nullish(),
    told_back: day,
  }),
  record("milestone", {
    owner: z.enum(["council", "community", "joint"]),
    due: day,
    done: day,
    acknowledged: day,
    redated: moves,
    dropped: day,
    withdrawn: day,
    set: day,
  }),
  record("mou", {
    signed: z.strictObject({ council: day, community: day }).nullish(),
    review_due: day,
    reviewed: day,
    ended: day,
  }),
  record("handover", {
    side,
    notified: day,
    effective: day,
    prepared: day,
    accepted: day,
    completed: day,
  }),
  record("staff-change-notified", { by: side, effective: day, notified: day }),
  record("bad-news-given", { by: side, decided: day, conveyed: day }),
  record("good-news-shared", { by: side, decided: day, conveyed: day }),
  record("aim", { owner: side, stated_by: side, recorded: day, acknowledged: day, answered: day }),
  record("appointment", { side, lead: yes, checked: day, vacant: day, filled: day }),
  record("proposal", { to: side, proposed: day, answered: day }),
  record("strength-named", { of: side, on: day, answered: day, outcome: answer }),
  record("insight-offered", { of: side, on: day, answered: day, outcome: answer }),
  record("procedure-barrier", {
    of: side,
    on: day,
    resolved: day,
    outcome: z.enum(["dropped", "simplified", "legal requirement", "policy", "habit"]).nullish(),
  }),
  record("disagreement", {
    by: side,
    opened: day,
    closed: day,
    outcome: z.enum(["settled", "adapted", "reasoned no"]).nullish(),
  }),
  record("publicity", { by: side, on: day, credits: z.enum(["both", "own", "other"]).nullish() }),
  record("project", { started: day, lead_named: day, lead_moved: day, lead_decision: yes }),
  record("residents-lead", { on: day, agreed: day }),
  record("councillor-steps-back", { on: day, key_decision: yes }),
  record("decision", { on: day, joint_work: yes, against_residents: yes }),
  record("rhythm", { agreed: day, longest_gap: count }),
  record("nothing-to-report", { date: day }),
  checkIn,
]);

export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact["type"];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** Whether the other side disputes a fact and that has not ended. The fact must be as of a day (`factOn`). */
export function isDisputed(fact: Fact): boolean {
  return fact.type !== "check-in" && fact.contested != null && fact.settled == null;
}

/** A fact's date field as a day; missing, null → null. Throws RangeError for what the schema would refuse. */
export function on(text: string | null | undefined): Day | null {
  return text == null ? null : dayOf(text);
}

/** The other of the two sides. */
export function otherSide(one: Side): Side {
  return one === "council" ? "community" : "council";
}
