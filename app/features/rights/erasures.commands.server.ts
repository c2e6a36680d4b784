import { z } from "zod";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { subjectPerson } from "../people/person-subject.queries.server";
import { canLead } from "../records/record.policy";
import { ANSWER_DAYS, ERASURE_REASONS, erasureRefusal, isSamePlace, type Place } from "./erasure";
import { personEvent } from "./erasure-event.server";
import { findAskedErasure, isHeldBy } from "./erasures.queries.server";
import { countAnswersDue } from "./erasures-elsewhere.queries.server";
import { findWordsNaming } from "./words-naming.queries.server";

const command = defineCommand<Actor>();
const reasons = Object.keys(ERASURE_REASONS) as [keyof typeof ERASURE_REASONS];
const who = { area: z.string(), id: idSchema };

/** A lead asks for somebody to be erased whom their organisation holds. A programme admin decides. */
export const askErasure = command({
  id: "rights.ask-erasure",
  input: z.strictObject({ ...who, reason: z.enum(reasons, { error: "Choose why" }) }),
  async subject(context, input) {
    const found = await subjectPerson(context, input);
    return found && { ...found, held: await isHeldBy(context.tx, found.actor.organisationId, input.id) };
  },
  allow: (_, { actor, held }) => (held ? canLead(actor) : erasureRefusal("held")),
  async run(context, subject, { id, reason }) {
    const { areaId, organisationId } = subject.actor;
    const erasure = context.newId();
    const [row] = await context.tx.$queryRaw<{ problem: string | null }[]>`
      SELECT app.ask_erasure(${erasure}::uuid, ${id}::uuid, ${areaId}::uuid, ${organisationId}::uuid, ${reason},
        ${context.today}::date) AS problem`;
    if (row?.problem) throw new Problem({ "": erasureRefusal(row.problem) });
    return { result: { id: erasure }, event: personEvent(subject, { reason }) };
  },
  says: () => "asked for somebody’s details to be erased",
});

/** Somebody asks for their own account to be erased. A person of the register is asked for by a lead. */
export const askOwnErasure = command({
  id: "rights.ask-own-erasure",
  input: z.strictObject({}),
  subject: async ({ actor }) => actor,
  allow: () => true,
  async run(context, actor) {
    const erasure = context.newId();
    const [row] = await context.tx.$queryRaw<{ problem: string | null }[]>`
      SELECT app.ask_erasure(${erasure}::uuid, NULL, NULL, NULL, 'asked', ${context.today}::date) AS problem`;
    if (row?.problem) throw new Problem({ "": erasureRefusal(row.problem) });
    return { result: { id: erasure }, event: ownEvent(actor.userId, {}) };
  },
  says: () => "asked for their own details to be erased",
});

const placeField = z
  .string()
  .max(500)
  .transform((text, issues): Place => {
    const parsed = placeSchema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    issues.addIssue({ code: "custom", message: "Choose a place from the list" });
    return z.NEVER;
  });
const placeSchema = z.strictObject({
  place: z.string().max(63),
  name: z.string().max(63),
  key: z.record(z.string().max(63), z.union([z.string().max(100), z.boolean()])),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A lead who has looked says that one place means somebody else of that name: it is left alone. Or takes that back. */
export const leaveAlone = command({
  id: "rights.leave-alone",
  input: z.strictObject({ ...who, place: placeField, alone: z.enum(["yes", "no"]) }),
  async subject(context, { area, id, place }) {
    const subject = await subjectPerson(context, { area, id });
    if (!subject) return null;
    const asked = { personId: id, areaId: subject.actor.areaId };
    const erasure = await findAskedErasure(context.tx, asked, []);
    if (!erasure) return null;
    const { name, email, phone } = subject.person;
    const found = await findWordsNaming(context.tx, subject.actor, [name, email, phone]);
    const seen = found.find((one) => isSamePlace(one, place));
    return seen
      ? { ...subject, erasure, place: { place: seen.place, name: seen.name, key: seen.key } }
      : null;
  },
  allow: (_, { actor }) => canLead(actor),
  async run({ tx }, { erasure, place, ...subject }, { alone }) {
    await tx.$executeRaw`
      SELECT app.leave_alone(${erasure.id}::uuid, ${JSON.stringify(place)}::jsonb, ${alone === "yes"})`;
    return { result: { id: erasure.id }, event: personEvent(subject, { alone }) };
  },
  says: ({ alone }) =>
    alone === "yes"
      ? "looked at words that name somebody to be erased: they mean another person"
      : "looked again at words that name somebody to be erased",
});

/** An admin carries an erasure out, for good, or declines it. They see numbers, and nothing of what is written. */
export const decideErasure = command({
  id: "rights.decide-erasure",
  input: z.strictObject({
    id: idSchema,
    answer: z.enum(["carry-out", "decline"]),
    sure: z.literal("yes", { error: "Tick that you are sure" }).optional(),
  }),
  async subject({ tx, actor }, { id }) {
    const open = { doneOn: null, declinedOn: null };
    const select = { id: true, userId: true, personId: true, reason: true } as const;
    const told = { toldOn: { not: null }, askedById: null };
    const erasure = await tx.erasure.findFirst({ where: { id, ...open, NOT: told }, select });
    if (!erasure) return null;
    // Whoever else asked for the same person is decided on with it.
    const same = erasure.personId === null ? { id } : { personId: erasure.personId };
    const own = await tx.erasure.count({ where: { ...same, ...open, askedById: actor.userId } });
    return { ...erasure, askedByThem: own > 0 };
  },
  allow(actor, erasure) {
    if (!actor.admin) return ADMINS_ONLY;
    if (actor.userId === erasure.userId) return "Ask another programme admin to decide about you.";
    return !erasure.askedByThem || "You asked for this: another programme admin decides.";
  },
  async run({ tx, now, today }, erasure, { answer, sure }) {
    const carryOut = answer === "carry-out";
    if (carryOut && !sure) throw new Problem({ sure: "Tick that you are sure" });
    const due = carryOut && erasure.personId ? await countAnswersDue(tx, erasure.personId, today) : 0;
    if (due > 0)
      throw new Problem({
        "": `Other areas that know them have not answered: ${due}. Wait until they have, or ${ANSWER_DAYS} days are over.`,
      });
    const [row] = await tx.$queryRaw<{ cut: number }[]>`
      SELECT app.decide_erasure(${erasure.id}::uuid, ${carryOut}, ${now}::timestamptz) AS cut`;
    const data = { answer, reason: erasure.reason, cut: row?.cut ?? 0 };
    return { result: { id: erasure.id, cut: data.cut }, event: ownEvent(erasure.id, data) };
  },
  says: ({ answer }) =>
    answer === "carry-out" ? "erased somebody’s details" : "declined to erase somebody’s details",
});

/** The event of something that is of no area: seen by whoever did it, and by admins. */
function ownEvent(subjectId: string, data: EventEntry["data"]): EventEntry {
  return {
    subjectId,
    areaId: null,
    relationshipId: null,
    organisationId: null,
    side: null,
    level: "personal",
    data,
  };
}
