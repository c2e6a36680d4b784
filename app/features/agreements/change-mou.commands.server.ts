import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canLead } from "../records/record.policy";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { putChangeForward } from "./make-proposal.commands.server";
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
import { pendingChange, standingText, type Version } from "./mou-version";

const command = defineCommand<Actor>();
const { startsOn: _, ...changeFields } = textFields;
const named = (data: Record<string, unknown>) =>
  `the change of “${String(data.title)}”, version ${String(data.version)}`;

/**
 * Proposes other words or days for an agreement that is signed: a new version, and a proposal for the other side to
 * answer. What holds stays as it is until they accept. Of the chair's, the partnership notes what the two agreed.
 */
export const changeMou = command({
  id: "agreements.change",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    reason: longText("Say what should change, and why"),
    ...changeFields,
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "change"),
  async run(context, subject, { id, revision, reason, ...typed }) {
    mustBeAble(context, "change", subject);
    const { actor, record, mou } = subject;
    const versions = await findVersions(context.tx, id);
    if (pendingChange(versions)) throw new Problem({ "": "A change is waiting for an answer already." });
    const text = readText(context, { ...typed, startsOn: mou.startsOn });
    mustSaySomething(text.clauses);
    if (text.terms.endsOn !== null && text.terms.endsOn < context.today)
      throw new Problem({ endsOn: "The last day cannot be moved into the past" });
    await reviseBase(context, record, {}, revision, { title: record.title, ...standingText(versions) });
    const number = versions.length + 1;
    const versionId = await writeVersion(context, actor, id, number, text);
    const today = dayToDate(context.today);
    const agreed = { proposedOn: today, [agreedColumn(actor)]: today };
    await context.tx.mouVersion.update({ where: { id: versionId }, data: agreed, select: { id: true } });
    const data = { kind: "mou", title: record.title, version: number, reason };
    const event = eventOf(record, actor, data);
    if (mou.kind === "programme") {
      await adopt(context, subject, { id: versionId, ...text.terms }, "agreedByOtherOn");
      return { result: { id }, event };
    }
    const proposal = await context.call(putChangeForward, { id, versionId, reason });
    return { result: proposal, event };
  },
  says: (data) => `proposed ${named(data)}: ${String(data.reason)}`,
});

type Adopted = Pick<Version, "id" | "startsOn" | "endsOn" | "reviewOn">;

/** From now this version is what holds. */
async function adopt(
  { tx, today }: Context,
  { record }: Subject,
  version: Adopted,
  column: "agreedByCommunityOn" | "agreedByOtherOn",
): Promise<void> {
  await tx.mouVersion.update({
    where: { id: version.id },
    data: { [column]: dayToDate(today) },
    select: { id: true },
  });
  await tx.mou.update({
    where: { recordId: record.id },
    data: toColumns(version),
    select: { recordId: true },
  });
}

async function changeOf(context: Context, { record }: Subject, versionId: string): Promise<Version> {
  const pending = pendingChange(await findVersions(context.tx, record.id));
  if (pending?.id !== versionId) throw new Problem({ "": "This change is not on the table any more." });
  return pending;
}

/** The other side accepts a change: its text holds from today. Called by the answer to its proposal. */
export const adoptChange = command({
  id: "agreements.adopt-change",
  input: z.strictObject({ id: idSchema, versionId: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => canLead(actor),
  async run(context, subject, { versionId }) {
    const version = await changeOf(context, subject, versionId);
    if (version.bySide === subject.actor.side)
      throw new Problem({ "": "A change is agreed by the other side." });
    if (version.endsOn !== null && version.endsOn < context.today)
      throw new Problem({ "": "The last day it names has passed meanwhile. Ask for another change." });
    await adopt(context, subject, version, agreedColumn(subject.actor));
    return stepTaken(context, subject, { version: version.number });
  },
  says: (data) => `agreed to ${named(data)}`,
});

/** A change that was declined or taken back is set aside. Called by the answer to its proposal. */
export const setChangeAside = command({
  id: "agreements.set-change-aside",
  input: z.strictObject({ id: idSchema, versionId: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => canLead(actor),
  async run(context, subject, { versionId }) {
    const version = await changeOf(context, subject, versionId);
    await context.tx.mouVersion.update({
      where: { id: version.id },
      data: { setAsideOn: dayToDate(context.today) },
      select: { id: true },
    });
    return stepTaken(context, subject, { version: version.number });
  },
  says: (data) => `set aside ${named(data)}`,
});
