import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, otherSide } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { createBase, eventOf, relationshipFor, reviseBase, standIn } from "../records/recording.server";
import { AIM_ANSWER_WORDS, AIM_ANSWERS, type AimAnswer } from "./aim";
import { isAllowed } from "./aim.policy";
import { mustBeAble, type Subject, subjectAim } from "./aim-rows.server";

const command = defineCommand<Actor>();

const title = shortText("Say what the aim is, in one line");

/** States an aim of one's own side, or what one's side believes the other wants. */
export const stateAim = command({
  id: "aims.state",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    whose: z.enum(["ours", "theirs"], { error: "Choose whose aim it is" }),
    title,
    detail: optionalLongText(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, whose, title, detail }) {
    const relationshipId = relationshipFor(actor, council);
    const base = { kind: "aim", relationshipId, level: "shared", title, occurredOn: context.today } as const;
    const id = await createBase(context, actor, base);
    const ownerSide = whose === "ours" ? actor.side : otherSide(actor.side);
    await context.tx.aim.create({
      data: { recordId: id, ownerSide, detail },
      select: { recordId: true },
    });
    const record = { id, areaId: actor.areaId, relationshipId, level: "shared" } as const;
    const data = { kind: "aim", title, detail, ownerSide, belief: whose === "theirs" };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    data.belief
      ? `wrote down what the other side seems to want: “${String(data.title)}”`
      : `stated an aim: “${String(data.title)}”`,
});

/** Changes the words of an aim nobody has answered; after "not quite" its owner is asked again. */
export const editAim = command({
  id: "aims.edit",
  input: z.strictObject({ id: idSchema, revision: z.int32(), title, detail: optionalLongText() }),
  subject: (context, { id }) => subjectAim(context, id),
  allow: (_, { actor, record, aim }) => isAllowed(actor, record, aim, "edit"),
  async run(context, subject, { revision, title, detail }) {
    mustBeAble("edit", subject);
    const { record } = subject;
    const before = { title: record.title, detail: subject.detail };
    await reviseBase(context, record, { title }, revision, before);
    return write(
      context.tx,
      { ...subject, record: { ...record, title } },
      { detail, answer: null, answeredOn: null, answerWords: null },
      { before, after: { title, detail } },
    );
  },
  says: (data) => `changed the words of the aim “${String(data.title)}”`,
});

/** The other side says that it has taken in an aim. */
export const acknowledgeAim = command({
  id: "aims.acknowledge",
  input: z.strictObject({ id: idSchema, words: optionalLongText() }),
  subject: (context, { id }) => subjectAim(context, id),
  allow: (_, { actor, record, aim }) => isAllowed(actor, record, aim, "acknowledge"),
  async run(context, subject, { words }) {
    mustBeAble("acknowledge", subject);
    await reviseBase(context, subject.record, {});
    const columns = { acknowledgedOn: dayToDate(context.today), acknowledgedWords: words };
    return write(context.tx, subject, columns, { words });
  },
  says: (data) => `acknowledged the aim “${String(data.title)}”`,
});

/** The owner, and nobody else, confirms or corrects what the other side believes its aim to be. */
export const answerBelief = command({
  id: "aims.answer",
  input: z.strictObject({
    id: idSchema,
    answer: z.enum(AIM_ANSWERS, { error: "Choose your answer" }),
    words: optionalLongText(),
  }),
  subject: (context, { id }) => subjectAim(context, id),
  allow: (_, { actor, record, aim }) => isAllowed(actor, record, aim, "answer"),
  async run(context, subject, { answer, words }) {
    mustBeAble("answer", subject);
    if (answer === "corrected" && words === null)
      throw new Problem({ words: "Write the aim in your own words" });
    await reviseBase(context, subject.record, {});
    const columns = { answer, answeredOn: dayToDate(context.today), answerWords: words };
    return write(context.tx, subject, columns, { answer, words });
  },
  says: (data) =>
    `said of “${String(data.title)}”: ${AIM_ANSWER_WORDS[data.answer as AimAnswer] ?? String(data.answer)}`,
});

async function write(
  tx: Tx,
  { actor, record }: Subject,
  columns: Parameters<Tx["aim"]["update"]>[0]["data"],
  told: Record<string, unknown>,
) {
  await tx.aim.update({ where: { recordId: record.id }, data: columns, select: { recordId: true } });
  const data = { kind: "aim", title: record.title, ...told };
  return { result: { id: record.id }, event: eventOf(record, actor, data) };
}
