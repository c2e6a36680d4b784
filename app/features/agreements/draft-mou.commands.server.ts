import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, type AreaActor, isSameTie } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import {
  type Context,
  createBase,
  eventOf,
  relationshipFor,
  reviseBase,
  standIn,
  subjectRecord,
} from "../records/recording.server";
import { MOU_KINDS, type MouKind } from "./mou";
import { isAllowed } from "./mou.policy";
import { findVersions, mustBeAble, subjectMou } from "./mou-subject.server";
import { readText, textFields, toColumns, wordsOfText, writeClauses, writeVersion } from "./mou-text.server";

const command = defineCommand<Actor>();

const title = shortText("Give the agreement a name");

/** Begins an agreement as a draft of the actor's side: the other side sees nothing of it until it is proposed. */
export const draftMou = command({
  id: "agreements.draft",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    kind: z.enum(MOU_KINDS, { error: "Choose whom it is between" }).default("partnership"),
    title,
    otherParties: optionalShortText(),
    replacesId: idSchema.nullish(),
    ...textFields,
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, kind, title, otherParties, replacesId, ...typed }) {
    const relationshipId = partiesOf(actor, kind, council);
    const text = readText(context, typed);
    await checkReplaced(context, replacesId ?? null, relationshipId);
    const { startsOn } = text.terms;
    const base = { kind: "mou", relationshipId, level: "side", title, occurredOn: startsOn } as const;
    const id = await createBase(context, actor, base);
    await context.tx.mou.create({
      data: { recordId: id, kind, otherParties, replacesId: replacesId ?? null, ...toColumns(text.terms) },
      select: { recordId: true },
    });
    await writeVersion(context, actor, id, 1, text);
    const record = { id, areaId: actor.areaId, relationshipId, level: "side" } as const;
    return { result: { id }, event: eventOf(record, actor, { kind: "mou", title, ...text }) };
  },
  says: (data) => `began a draft of “${String(data.title)}”`,
});

/** The chair's agreement with the programme is the partnership's own; any other is with one council. */
function partiesOf(actor: AreaActor, kind: MouKind, council: string | undefined): string | null {
  if (kind === "programme") {
    if (actor.side === "community") return null;
    throw new Problem({ kind: "The chair’s agreement with the programme is kept by the partnership" });
  }
  const relationshipId = relationshipFor(actor, council);
  if (relationshipId === null) throw new Problem({ council: "Choose one council" });
  return relationshipId;
}

/** What it takes the place of is an agreement of the same two, which both sides see. */
async function checkReplaced(context: Context, id: string | null, relationshipId: string | null) {
  if (id === null) return;
  const found = await subjectRecord(context, id);
  const fits =
    found?.record.kind === "mou" && isSameTie(found.actor, found.record.relationshipId, relationshipId);
  if (!fits || (relationshipId !== null && found.record.level !== "shared"))
    throw new Problem({ replacesId: "Choose an agreement of the same two" });
}

/** Changes a draft before it is proposed. */
export const reviseDraft = command({
  id: "agreements.revise-draft",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    title,
    otherParties: optionalShortText(),
    ...textFields,
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "revise"),
  async run(context, subject, { id, revision, title, otherParties, ...typed }) {
    mustBeAble(context, "revise", subject);
    const { actor, record, row } = subject;
    const text = readText(context, typed);
    const [version] = await findVersions(context.tx, id);
    if (!version) throw new Problem({ "": "There is no draft of it." });
    const before = { title: record.title, otherParties: row.otherParties, ...version };
    const base = { title, occurredOn: dayToDate(text.terms.startsOn) };
    await reviseBase(context, record, base, revision, before);
    const columns = toColumns(text.terms);
    await context.tx.mou.update({
      where: { recordId: id },
      data: { otherParties, ...columns },
      select: { recordId: true },
    });
    await context.tx.mouVersion.update({ where: { id: version.id }, data: columns, select: { id: true } });
    await context.tx.mouClause.deleteMany({ where: { versionId: version.id } });
    await writeClauses(context, version.id, text.clauses);
    const was = {
      title: record.title,
      otherParties: row.otherParties,
      ...wordsOfText(version, version.clauses),
    };
    const is = { title, otherParties, ...wordsOfText(text.terms, text.clauses) };
    const data = { kind: "mou", title, before: was, after: is };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `changed the draft of “${String(data.title)}”`,
});
