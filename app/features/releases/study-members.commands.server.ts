import { z } from "zod";
import { dateToDay, dayToDate } from "~/platform/calendar/day";
import { type CommandContext, defineCommand, Problem } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { isMemberStill, studyState } from "./study";

const command = defineCommand<Actor>();

/** A study to say who is in it; what is over is over. */
async function findOpen({ tx, today }: CommandContext<Actor>, id: string) {
  const row = await tx.study.findUnique({
    where: { id },
    select: { id: true, title: true, startsOn: true, endsOn: true, endedAt: true },
  });
  if (!row) return null;
  const days = { startsOn: dateToDay(row.startsOn), endsOn: dateToDay(row.endsOn), endedAt: row.endedAt };
  return { id: row.id, title: row.title, startsOn: days.startsOn, state: studyState(days, today) };
}

/** Lets an account into a study, by its address. Nobody lets themselves in. */
export const addStudyMember = command({
  id: "studies.add-member",
  input: z.strictObject({
    id: idSchema,
    email: shortText("Enter the e-mail address of their account").transform((text) => text.toLowerCase()),
  }),
  subject: (context, { id }) => findOpen(context, id),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, actor, today, now, newId }, study, { email }) {
    if (study.state === "over") throw new Problem({ "": "This study is over." });
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, name: true, deactivatedAt: true },
    });
    if (!user) throw new Problem({ email: "No account has this address. Open one first, or invite them" });
    if (user.deactivatedAt !== null) throw new Problem({ email: "The account with this address is closed" });
    if (user.id === actor.userId)
      throw new Problem({ email: "This is you. Ask another programme admin to let you in" });
    const id = newId();
    const startsOn = dayToDate(today < study.startsOn ? study.startsOn : today);
    const { count } = await tx.studyMember.createMany({
      data: [{ id, studyId: study.id, userId: user.id, startsOn, addedById: actor.userId, addedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Problem({ email: "They are in this study already" });
    return { result: { id }, event: eventOfNoArea(study.id, { title: study.title, user: user.name }) };
  },
  says: ({ title, user }) => `let ${String(user)} into the study “${String(title)}”`,
});

/** Takes somebody out of a study from today: they see nothing of it on their next request. */
export const removeStudyMember = command({
  id: "studies.remove-member",
  input: z.strictObject({ id: idSchema, member: idSchema }),
  async subject({ tx }, { id, member }) {
    return tx.studyMember.findFirst({
      where: { id: member, studyId: id },
      select: {
        id: true,
        startsOn: true,
        endsOn: true,
        study: { select: { id: true, title: true } },
        user: { select: { name: true } },
      },
    });
  },
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, today }, { id, startsOn, endsOn, study, user }) {
    const days = { startsOn: dateToDay(startsOn), endsOn: endsOn && dateToDay(endsOn) };
    if (!isMemberStill(days, today)) throw new Problem({ "": `${user.name} is not in this study any more.` });
    const on = dayToDate(today);
    await tx.studyMember.update({
      where: { id },
      data: { endsOn: startsOn > on ? startsOn : on },
      select: { id: true },
    });
    return { result: { id }, event: eventOfNoArea(study.id, { title: study.title, user: user.name }) };
  },
  says: ({ title, user }) => `took ${String(user)} out of the study “${String(title)}”`,
});
