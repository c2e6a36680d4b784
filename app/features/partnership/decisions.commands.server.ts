import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField } from "~/platform/form-days";
import { optionalLongText, optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import type { Actor, AreaActor } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import type { Context } from "../records/recording.server";
import {
  DECISION_ABOUTS,
  DECISION_HOWS,
  type DecisionAbout,
  type DecisionHow,
  VOTES,
  type Vote,
} from "./line";
import { dayColumns, resolveDays } from "./line-days";
import { findDecision, findMembers } from "./lines.queries.server";
import { keepLine, lineSubject, ownEvent } from "./own.server";
import { canKeep } from "./partnership.policy";

const command = defineCommand<Actor>();
const emptyToNull = (value: unknown) => (value === "" || value === undefined ? null : value);

const voteLine = z.strictObject({
  member: idSchema,
  vote: z.preprocess(emptyToNull, z.enum(Object.keys(VOTES) as [Vote, ...Vote[]]).nullable()).default(null),
});
const input = z.strictObject({
  area: z.string(),
  id: idSchema.optional(),
  revision: z.int32().optional(),
  title: shortText("Say what was decided"),
  about: z.enum(Object.keys(DECISION_ABOUTS) as [DecisionAbout, ...DecisionAbout[]], {
    error: "Choose what it is about",
  }),
  body: optionalShortText(),
  decidedOn: dayField("Enter the day it is decided"),
  how: z
    .preprocess(emptyToNull, z.enum(Object.keys(DECISION_HOWS) as [DecisionHow, ...DecisionHow[]]).nullable())
    .default(null),
  votes: z.array(voteLine).max(100).default([]),
  toldOn: optionalDayField(),
  meetingId: z.preprocess(emptyToNull, idSchema.nullable()).default(null),
  note: optionalLongText(),
});
type Typed = z.output<typeof input>;

/** Writes down a decision of the partnership, or one to come, or changes what is written of it. */
export const keepDecision = command({
  id: "partnership.keep-decision",
  input,
  subject: (context, typed) =>
    lineSubject(context, typed, (actor) => findDecision(context.tx, actor, typed.id ?? "")),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, typed) {
    const { tx, today } = context;
    const { title, about, body, how, meetingId, note, decidedOn, toldOn, revision } = typed;
    const { days, problems } = resolveDays({ decidedOn, toldOn }, today);
    const votes = typed.votes.flatMap(({ member, vote }) => (vote === null ? [] : [{ member, vote }]));
    const ahead = days.decidedOn > today && (votes.some(({ vote }) => vote !== "stepped_out") || days.toldOn);
    const early = days.toldOn !== null && days.toldOn > today;
    const found = {
      ...(early ? { toldOn: "The day must not be in the future" } : {}),
      ...(ahead ? { decidedOn: "It is still to come: who voted and who was told comes after" } : {}),
      ...problems,
      ...(await linkProblems(context, subject.actor, typed, subject.before?.meetingId ?? null)),
    };
    if (Object.keys(found).length > 0) throw new Problem(found);
    const answers = { title, about, body, how, meetingId, note };
    const columns = { ...answers, votes: toJson(votes), ...dayColumns(days) };
    const id = await keepLine(context, subject, columns, {
      revision,
      shelf: {
        add: (row) => tx.partnershipDecision.createMany({ data: [row] }),
        change: (where, data) => tx.partnershipDecision.updateMany({ where, data }),
      },
    });
    const data = { title, before: subject.before, after: { ...answers, votes, ...days } };
    return { result: { id }, event: ownEvent(subject.actor, id, data) };
  },
  says: ({ before, title }) => `${before ? "changed" : "wrote down"} the decision “${String(title)}”`,
});

/** Who voted must be of this partnership, and the meeting one that this side sees. */
async function linkProblems(
  { tx }: Context,
  actor: AreaActor,
  { votes, meetingId }: Typed,
  before: string | null,
): Promise<Record<string, string>> {
  const members = votes.length > 0 ? (await findMembers(tx, actor)).map(({ id }) => id) : [];
  const strange = votes.some(({ member }) => !members.includes(member));
  const twice = new Set(votes.map(({ member }) => member)).size < votes.length;
  const where = { AND: [visibleTo(actor), { id: meetingId ?? "", kind: "meeting" }] };
  const lost = meetingId !== null && meetingId !== before && (await tx.record.count({ where })) === 0;
  return {
    ...(strange || twice ? { votes: "Each vote is of one member of this partnership" } : {}),
    ...(lost ? { meetingId: "Choose a meeting of this area" } : {}),
  };
}
