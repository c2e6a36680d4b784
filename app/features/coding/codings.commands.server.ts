import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { KIND_WORDS, type RecordKind } from "../records/record";
import { eventOf, subjectRecord } from "../records/recording.server";
import { canPutCode, canTakeOff } from "./code.policy";

const command = defineCommand<Actor>();

/** A code's slug, as addresses and forms have it. */
const codeSlug = z
  .string({ error: "Choose a code from the list" })
  .regex(/^[a-z0-9-]{1,80}$/, { error: "Choose a code from the list" });

const which = z.strictObject({ id: idSchema, code: codeSlug });

function named(data: Record<string, unknown>): string {
  const kind = KIND_WORDS[data.kind as RecordKind]?.one.toLowerCase() ?? "record";
  return `the ${kind} “${String(data.title)}”`;
}

/** Puts a code on a record that both sides share. It is counted in releases, and says nothing to the score. */
export const putCode = command({
  id: "coding.put",
  input: which,
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canPutCode(actor, record),
  async run(context, { actor, record }, { code: slug }) {
    const { tx, newId, now } = context;
    const code = await tx.code.findFirst({
      where: { slug, state: "accepted" },
      select: { id: true, label: true },
    });
    if (!code) throw new Problem({ code: "Choose a code from the list" });
    const { organisationId, side, userId: codedById } = actor;
    const coding = {
      id: newId(),
      recordId: record.id,
      codeId: code.id,
      codedById,
      organisationId,
      side,
      codedAt: now,
    };
    const { count } = await tx.coding.createMany({ data: [coding], skipDuplicates: true });
    if (count === 0) throw new Problem({ code: "This code is there already" });
    const data = { kind: record.kind, title: record.title, code: code.label };
    return {
      result: { id: record.id },
      event: { ...eventOf(record, actor, data), changesNoFact: true as const },
    };
  },
  says: (data) => `put the code “${String(data.code)}” on ${named(data)}`,
});

/** Takes a code off again: the side that put it there. */
export const takeCodeOff = command({
  id: "coding.take-off",
  input: which,
  async subject(context, { id, code }) {
    const found = await subjectRecord(context, id);
    const coding =
      found &&
      (await context.tx.coding.findFirst({
        where: { recordId: id, endedAt: null, code: { slug: code } },
        select: { id: true, organisationId: true, code: { select: { label: true } } },
      }));
    return coding && { ...found, coding };
  },
  allow: (_, { actor, coding }) => canTakeOff(actor, coding),
  async run(context, { actor, record, coding }) {
    const { count } = await context.tx.coding.updateMany({
      where: { id: coding.id, endedAt: null },
      data: { endedAt: context.now, endedById: actor.userId },
    });
    if (count === 0) throw new Problem({ "": "It was taken off already." });
    const data = { kind: record.kind, title: record.title, code: coding.code.label };
    return {
      result: { id: record.id },
      event: { ...eventOf(record, actor, data), changesNoFact: true as const },
    };
  },
  says: (data) => `took the code “${String(data.code)}” off ${named(data)}`,
});
