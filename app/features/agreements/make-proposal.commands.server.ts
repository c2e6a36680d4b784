import { z } from "zod";
import { addDays, type Day } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, type AreaActor, otherSide } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { findBase } from "../records/record.queries.server";
import { type Context, createBase, eventOf, relationshipFor, standIn } from "../records/recording.server";
import { isAllowed } from "./mou.policy";
import { subjectMou } from "./mou-subject.server";
import { ABOUTS, type About } from "./proposal";

const command = defineCommand<Actor>();

type NewProposal = {
  relationshipId: string | null;
  title: string;
  detail: string | null;
  about: About;
  aboutId: string | null;
  versionId: string | null;
  proposedOn: Day;
};

async function writeProposal(context: Context, actor: AreaActor, proposal: NewProposal) {
  const { relationshipId, title, proposedOn, ...own } = proposal;
  const base = {
    kind: "proposal",
    relationshipId,
    level: "shared",
    title,
    occurredOn: proposedOn,
  } as const;
  const id = await createBase(context, actor, base);
  const toSide = otherSide(actor.side);
  await context.tx.proposal.create({ data: { recordId: id, toSide, ...own }, select: { recordId: true } });
  const record = { id, areaId: actor.areaId, relationshipId, level: "shared" } as const;
  const data = { kind: "proposal", title, toSide, proposedOn, ...own };
  return { result: { id }, event: eventOf(record, actor, data) };
}

/** Longest ago something can have been proposed, in days. */
const MOST_BACK = 10 * 366;

/** Puts a change of a day, a goal or a way of working to the other side. */
export const makeProposal = command({
  id: "proposals.make",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    about: z.enum(ABOUTS, { error: "Choose what you want to change" }),
    title: shortText("Say what you propose, in one line"),
    detail: optionalLongText(),
    aboutId: idSchema.nullish(),
    proposedOn: dayField("Enter the day you proposed it"),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, about, title, detail, aboutId, ...typed }) {
    if (about === "agreement")
      throw new Problem({ about: "Open the agreement and propose the change there, with its words" });
    const proposedOn = resolveDay(typed.proposedOn, context.today);
    if (proposedOn > context.today) throw new Problem({ proposedOn: "This day cannot be in the future" });
    if (proposedOn < addDays(context.today, -MOST_BACK)) throw new Problem({ proposedOn: "Check the year" });
    const changed = aboutId ? await findBase(context.tx, actor, aboutId) : null;
    if (aboutId && changed?.level !== "shared")
      throw new Problem({ aboutId: "Choose something both sides see" });
    // What is about one council's record is put to that council.
    const relationshipId = changed?.relationshipId ?? relationshipFor(actor, council);
    const own = { relationshipId, title, detail, about, aboutId: aboutId ?? null, versionId: null };
    return writeProposal(context, actor, { ...own, proposedOn });
  },
  says: (data) => `proposed: “${String(data.title)}”`,
});

/** The proposal that goes with the new text of an agreement: called by the change itself, which has written the text. */
export const putChangeForward = command({
  id: "proposals.put-change",
  input: z.strictObject({ id: idSchema, versionId: idSchema, reason: longText("Say why") }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "change"),
  async run(context, { actor, record, mou }, { id, versionId, reason }) {
    const version = await context.tx.mouVersion.findFirst({
      where: { id: versionId, mouId: id, bySide: actor.side, setAsideOn: null, proposal: null },
      select: { id: true },
    });
    if (!version || mou.kind !== "partnership") throw new Problem({ "": "There is no such change." });
    return writeProposal(context, actor, {
      relationshipId: record.relationshipId,
      title: `Change “${record.title}”`.slice(0, 200),
      detail: reason,
      about: "agreement",
      aboutId: id,
      versionId,
      proposedOn: context.today,
    });
  },
  says: (data) => `proposed: ${String(data.title)}`,
});
