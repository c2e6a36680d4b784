import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { freeSlug, slugOf } from "../organisations/organisation";
import { DIMENSIONS } from "./strata";
import { wrongDays } from "./study";
import { closeStudy } from "./study-end.server";
import { makeStudyKey } from "./study-key.server";

const command = defineCommand<Actor>();

const optionalId = z.preprocess((value) => (value === "" ? null : value), idSchema.nullable()).default(null);

/** Opens a study: what it asks, for how long, and the key of its pseudonyms. What it asks is for ever: areas say yes to that. */
export const openStudy = command({
  id: "studies.open",
  input: z.strictObject({
    title: shortText("Enter what the study is called"),
    purpose: longText("Write what it wants to find out, for the areas to read"),
    organisationId: optionalId,
    dimension: z.enum(DIMENSIONS, { error: "Choose the one thing it tells areas apart by" }),
    startsOn: dayField("Enter its first day"),
    endsOn: dayField("Enter its last day"),
  }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, actor, today, now, newId }, _, { title, purpose, organisationId, dimension, ...typed }) {
    const [startsOn, endsOn] = [resolveDay(typed.startsOn, today), resolveDay(typed.endsOn, today)];
    const wrong = wrongDays(startsOn, endsOn, today);
    if (Object.keys(wrong).length > 0) throw new Problem(wrong);
    if (
      organisationId &&
      !(await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } }))
    )
      throw new Problem({ organisationId: "Choose an organisation of the list" });
    const id = newId();
    const wanted = slugOf(title);
    const near = await tx.study.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
    const slug = freeSlug(wanted, new Set(near.map((one) => one.slug)));
    await tx.study.create({
      data: {
        ...{ id, slug, title, purpose, organisationId, dimension, createdById: actor.userId, createdAt: now },
        startsOn: dayToDate(startsOn),
        endsOn: dayToDate(endsOn),
        keyHash: makeStudyKey(id),
      },
      select: { id: true },
    });
    return { result: { id, slug }, event: eventOfNoArea(id, { title, dimension, startsOn, endsOn }) };
  },
  says: ({ title }) => `opened the study “${String(title)}”`,
});

/** Ends a study now: its rows go from every release, its members see no more of it, and its key is to be destroyed. */
export const endStudy = command({
  id: "studies.end",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) =>
    tx.study.findUnique({ where: { id }, select: { id: true, title: true, endedAt: true } }),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, today, now }, study) {
    if (study.endedAt !== null) throw new Problem({ "": "This study is over already." });
    await closeStudy(tx, study.id, today, now);
    return { result: { id: study.id }, event: eventOfNoArea(study.id, { title: study.title }) };
  },
  says: ({ title }) => `ended the study “${String(title)}”`,
});
