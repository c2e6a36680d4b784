import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { createBase, eventOf, relationshipFor, reviseBase, standIn } from "../records/recording.server";
import { findKind, kindOf } from "./evidence";
import { canChange } from "./evidence.policy";
import { fieldsOf, linksOf, writeLinks } from "./evidence-rows.server";
import { inputOf } from "./evidence-schema";
import { subjectEvidence } from "./evidence-subject.server";
import { checkedValues, mustBeOfKind } from "./evidence-values.server";
import { KINDS } from "./kinds/index";

const command = defineCommand<Actor>();

/** Records an entry of any kind: the kind decides its level, whose answer it asks for, and what may be in it. */
export const recordEvidence = command({
  id: "evidence.record",
  input: inputOf(KINDS, { area: z.string(), council: z.string().optional() }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, ...typed }) {
    const kind = kindOf(typed.kind);
    const relationshipId = relationshipFor(actor, council);
    const { values, title, occurredOn } = await checkedValues(context, actor, kind, typed);
    const { level } = kind;
    const base = { kind: "evidence", relationshipId, level, title, occurredOn } as const;
    const id = await createBase(context, actor, base);
    const answerBySide = kind.answer?.by(values, actor.side) ?? null;
    // Nobody asks their own side what it has just said itself.
    const outcome = answerBySide === actor.side ? (kind.answer?.ownOutcome ?? null) : null;
    const answered =
      outcome === null ? {} : { answeredOn: dayToDate(occurredOn), answeredBySide: actor.side };
    await context.tx.evidence.create({
      data: {
        recordId: id,
        kind: kind.id,
        fields: fieldsOf(kind, values),
        answerBySide,
        outcome,
        ...answered,
      },
      select: { recordId: true },
    });
    await writeLinks(context, id, linksOf(kind, values));
    const record = { id, areaId: actor.areaId, relationshipId, level };
    const data = { kind: "evidence", evidence: kind.id, title, values };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `recorded ${named(data)}`,
});

/** Changes an entry, until the other side has answered it. It stays of its kind. */
export const editEvidence = command({
  id: "evidence.edit",
  input: inputOf(KINDS, { id: idSchema, revision: z.int32() }),
  subject: (context, { id }) => subjectEvidence(context, id),
  allow: (_, { actor, record, entry }) => canChange(actor, record, entry),
  async run(context, { actor, record, entry }, { revision, ...typed }) {
    const { kind, values: before } = entry;
    mustBeOfKind(kind, typed.kind);
    const { values, title, occurredOn } = await checkedValues(context, actor, kind, typed);
    await reviseBase(context, record, { title, occurredOn: dayToDate(occurredOn) }, revision, before);
    const answerBySide = kind.answer?.by(values, entry.recordedBy) ?? null;
    await context.tx.evidence.update({
      where: { recordId: record.id },
      data: { fields: fieldsOf(kind, values), answerBySide },
      select: { recordId: true },
    });
    await writeLinks(context, record.id, linksOf(kind, values));
    const data = { kind: "evidence", evidence: kind.id, title, before, after: values };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `changed ${named(data)}`,
});

function named(data: Readonly<Record<string, unknown>>): string {
  const words = findKind(String(data.evidence))?.words.one ?? "an entry";
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}: “${String(data.title)}”`;
}
