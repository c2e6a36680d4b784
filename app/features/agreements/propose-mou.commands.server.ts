import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { isAllowed } from "./mou.policy";
import {
  agreedColumn,
  findVersions,
  mustBeAble,
  type Subject,
  stepTaken,
  subjectMou,
} from "./mou-subject.server";
import { mustSaySomething, readText, textFields, toColumns, writeVersion } from "./mou-text.server";
import { standingText, type Version } from "./mou-version";

const command = defineCommand<Actor>();
const byId = z.strictObject({ id: idSchema });
const named = (data: Record<string, unknown>) => `“${String(data.title)}”`;

async function textOnTable(context: Context, id: string): Promise<Version> {
  const text = standingText(await findVersions(context.tx, id));
  if (text === null) throw new Problem({ "": "There is no text to agree to." });
  return text;
}

/** A side that puts a text forward agrees to it. */
async function putForward(context: Context, { actor }: Subject, versionId: string): Promise<void> {
  const today = dayToDate(context.today);
  await context.tx.mouVersion.update({
    where: { id: versionId },
    data: { proposedOn: today, [agreedColumn(actor)]: today },
    select: { id: true },
  });
}

/** Puts a draft to the other side: from now both see it. The chair's with the programme stays the partnership's own. */
export const proposeMou = command({
  id: "agreements.propose",
  input: byId,
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "propose"),
  async run(context, subject, { id }) {
    mustBeAble(context, "propose", subject);
    const { actor, record, mou } = subject;
    const version = await textOnTable(context, id);
    if (version.clauses.length === 0)
      throw new Problem({ "": "Write at least one part of the agreement before you propose it." });
    await putForward(context, subject, version.id);
    const level = mou.kind === "partnership" ? ("shared" as const) : record.level;
    await reviseBase(context, record, level === "shared" ? { level } : {});
    const data = { kind: "mou", title: record.title, widened: level !== record.level };
    return { result: { id }, event: eventOf({ ...record, level }, actor, data) };
  },
  says: (data) =>
    `proposed the agreement ${named(data)}${data.widened ? ", which both sides see from now on" : ""}`,
});

/** Other words or days for a text on the table; the side that puts them forward agrees to them. */
export const counterMou = command({
  id: "agreements.counter",
  input: z.strictObject({ id: idSchema, revision: z.int32(), ...textFields }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "counter"),
  async run(context, subject, { id, revision, ...typed }) {
    mustBeAble(context, "counter", subject);
    const { actor, record } = subject;
    const text = readText(context, typed);
    mustSaySomething(text.clauses);
    const before = await textOnTable(context, id);
    const base = { occurredOn: dayToDate(text.terms.startsOn) };
    await reviseBase(context, record, base, revision, { title: record.title, ...before });
    await context.tx.mouVersion.update({
      where: { id: before.id },
      data: { setAsideOn: dayToDate(context.today) },
      select: { id: true },
    });
    const versionId = await writeVersion(context, actor, id, before.number + 1, text);
    await putForward(context, subject, versionId);
    await context.tx.mou.update({
      where: { recordId: id },
      data: toColumns(text.terms),
      select: { recordId: true },
    });
    const data = { kind: "mou", title: record.title, version: before.number + 1 };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `proposed other words for ${named(data)}: version ${String(data.version)}`,
});

/** The other side agrees to the text on the table; of the chair's, the partnership notes that the programme did. */
export const agreeMou = command({
  id: "agreements.agree",
  input: byId,
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "agree"),
  async run(context, subject, { id }) {
    mustBeAble(context, "agree", subject);
    const { actor, mou } = subject;
    const version = await textOnTable(context, id);
    const column = mou.kind === "programme" ? "agreedByOtherOn" : agreedColumn(actor);
    await context.tx.mouVersion.update({
      where: { id: version.id },
      data: { [column]: dayToDate(context.today) },
      select: { id: true },
    });
    return stepTaken(context, subject, { version: version.number });
  },
  says: (data) => `agreed to ${named(data)}, version ${String(data.version)}`,
});

/** Either side gives up an agreement that has not been signed by both. */
export const dropMou = command({
  id: "agreements.drop",
  input: z.strictObject({ id: idSchema, reason: longText("Say why, so that the other side knows") }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "drop"),
  async run(context, subject, { id, reason }) {
    mustBeAble(context, "drop", subject);
    const today = dayToDate(context.today);
    await context.tx.mou.update({
      where: { recordId: id },
      data: {
        endOn: today,
        endAskedOn: today,
        endAskedBySide: subject.actor.side,
        endAgreedOn: today,
        endReason: reason,
      },
      select: { recordId: true },
    });
    return stepTaken(context, subject, { reason });
  },
  says: (data) => `gave up the agreement ${named(data)}: ${String(data.reason)}`,
});
