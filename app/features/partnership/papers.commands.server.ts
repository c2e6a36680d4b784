import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField } from "~/platform/form-days";
import { longText, optionalLongText, optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { CHECK_IDS, CHECKS } from "./check";
import { INTEREST_NATURES, PLAN_KINDS, POLICY_ABOUTS } from "./line";
import { dayColumns, resolveDays } from "./line-days";
import {
  findInterests,
  findMembers,
  findMendings,
  findPlanTexts,
  findPolicies,
} from "./lines.queries.server";
import { keepLine, lineSubject, ownEvent } from "./own.server";
import { canKeep } from "./partnership.policy";

const command = defineCommand<Actor>();

const place = { area: z.string(), id: idSchema.optional(), revision: z.int32().optional() };
const oneOf = <K extends string>(words: Record<K, string>, missing: string) =>
  z.enum(Object.keys(words) as [K, ...K[]], { error: missing });
const ENDS_FIRST = "It cannot end before it begins";

function refuse(problems: Record<string, string | false>): void {
  const found = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== false);
  if (found.length > 0) throw new Problem(Object.fromEntries(found));
}

/** Writes down a policy the partnership has agreed, or changes what is written of one. */
export const keepPolicy = command({
  id: "partnership.keep-policy",
  input: z.strictObject({
    ...place,
    about: oneOf(POLICY_ABOUTS, "Choose what it is about"),
    title: shortText("Enter its name"),
    adoptedOn: dayField("Enter the day it was agreed"),
    reviewOn: optionalDayField(),
    endsOn: optionalDayField(),
    note: optionalLongText(),
  }),
  subject: (context, input) => lineSubject(context, input, (actor) => findPolicies(context.tx, actor)),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, { revision, about, title, note, adoptedOn, reviewOn, endsOn }) {
    const { tx, today } = context;
    const { days, problems } = resolveDays({ adoptedOn, reviewOn, endsOn }, today);
    refuse({
      adoptedOn: days.adoptedOn > today && "The day must not be in the future",
      reviewOn:
        days.reviewOn !== null && days.reviewOn <= days.adoptedOn && "Enter a day after it was agreed",
      endsOn: days.endsOn !== null && days.endsOn < days.adoptedOn && ENDS_FIRST,
      ...problems,
    });
    const id = await keepLine(
      context,
      subject,
      { about, title, note, ...dayColumns(days) },
      {
        revision,
        shelf: {
          add: (row) => tx.partnershipPolicy.createMany({ data: [row] }),
          change: (where, data) => tx.partnershipPolicy.updateMany({ where, data }),
        },
      },
    );
    const after = { about, title, note, ...days };
    return { result: { id }, event: ownEvent(subject.actor, id, { title, before: subject.before, after }) };
  },
  says: ({ before, title }) => `${before ? "changed" : "wrote down"} the policy “${String(title)}”`,
});

/** Writes down what a member has to do with another body, or changes it. */
export const keepInterest = command({
  id: "partnership.keep-interest",
  input: z.strictObject({
    ...place,
    memberId: z.uuid({ error: "Choose whose interest it is" }),
    body: shortText("Enter the name of the body"),
    nature: oneOf(INTEREST_NATURES, "Choose what they have to do with it"),
    startsOn: dayField("Enter the day from which it holds"),
    endsOn: optionalDayField(),
    note: optionalLongText(),
  }),
  subject: (context, input) => lineSubject(context, input, (actor) => findInterests(context.tx, actor)),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, { revision, memberId, body, nature, note, startsOn, endsOn }) {
    const { tx, today } = context;
    const { days, problems } = resolveDays({ startsOn, endsOn }, today);
    const member = (await findMembers(tx, subject.actor)).find(({ id }) => id === memberId);
    refuse({
      memberId: !member && "Choose a member of this partnership",
      endsOn: days.endsOn !== null && days.endsOn < days.startsOn && ENDS_FIRST,
      ...problems,
    });
    const id = await keepLine(
      context,
      subject,
      { memberId, body, nature, note, ...dayColumns(days) },
      {
        revision,
        shelf: {
          add: (row) => tx.partnershipInterest.createMany({ data: [row] }),
          change: (where, data) => tx.partnershipInterest.updateMany({ where, data }),
        },
      },
    );
    const after = { memberId, body, nature, note, ...days };
    const title = `${member?.name}: ${body}`;
    return { result: { id }, event: ownEvent(subject.actor, id, { title, before: subject.before, after }) };
  },
  says: ({ before, title }) => `${before ? "changed" : "wrote down"} the interest “${String(title)}”`,
});

/** Keeps the words of the vision, the plan, a refresh or what follows, as agreed on a day. */
export const keepPlan = command({
  id: "partnership.keep-plan",
  input: z.strictObject({
    ...place,
    kind: oneOf(PLAN_KINDS, "Choose what these words are"),
    agreedOn: dayField("Enter the day it was agreed"),
    until: optionalDayField(),
    text: longText("Write the words, or where they are kept"),
  }),
  subject: (context, input) => lineSubject(context, input, (actor) => findPlanTexts(context.tx, actor)),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, { revision, kind, text, agreedOn, until }) {
    const { tx, today } = context;
    const { days, problems } = resolveDays({ agreedOn, until }, today);
    refuse({
      agreedOn: days.agreedOn > today && "The day must not be in the future",
      until: days.until !== null && days.until < days.agreedOn && ENDS_FIRST,
      ...problems,
    });
    const id = await keepLine(
      context,
      subject,
      { kind, text, ...dayColumns(days) },
      {
        revision,
        shelf: {
          add: (row) => tx.partnershipPlan.createMany({ data: [row] }),
          change: (where, data) => tx.partnershipPlan.updateMany({ where, data }),
        },
      },
    );
    const data = { title: PLAN_KINDS[kind], before: subject.before, after: { kind, text, ...days } };
    return { result: { id }, event: ownEvent(subject.actor, id, data) };
  },
  says: ({ before, title }) => `${before ? "changed" : "wrote down"} the words of: ${String(title)}`,
});

/** Says what is being done about a check, by whom and by when. */
export const keepMending = command({
  id: "partnership.keep-mending",
  input: z.strictObject({
    ...place,
    checkId: z.enum(CHECK_IDS),
    doing: shortText("Say what you are doing about it"),
    who: optionalShortText(),
    byOn: dayField("Enter the day by which it is done"),
  }),
  subject: (context, input) => lineSubject(context, input, (actor) => findMendings(context.tx, actor)),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, { revision, checkId, doing, who, byOn }) {
    const { tx, today } = context;
    const { days, problems } = resolveDays({ byOn }, today);
    refuse({ byOn: days.byOn < today && "Enter a day that is still to come", ...problems });
    const id = await keepLine(
      context,
      subject,
      { checkId, doing, who, ...dayColumns(days) },
      {
        revision,
        shelf: {
          add: (row) => tx.partnershipMending.createMany({ data: [row] }),
          change: (where, data) => tx.partnershipMending.updateMany({ where, data }),
        },
      },
    );
    const data = { title: CHECKS[checkId], before: subject.before, after: { checkId, doing, who, ...days } };
    return { result: { id }, event: ownEvent(subject.actor, id, data) };
  },
  says: ({ title }) => `said what is being done about: ${String(title)}`,
});
