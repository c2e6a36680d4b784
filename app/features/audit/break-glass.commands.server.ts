import { z } from "zod";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import type { Actor } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { glassState } from "./break-glass";
import { findLeadsOf } from "./break-glass.queries.server";

const command = defineCommand<Actor>();
const REASON_LEAST = 20;

type Context = Parameters<Parameters<typeof command>[0]["subject"]>[0];
type Area = { id: string; name: string };

// Both sides' leads read what is asked, and what becomes of it.
function eventOf(id: string, area: Area, data: Record<string, unknown>): EventEntry {
  return {
    subjectId: id,
    areaId: area.id,
    relationshipId: null,
    organisationId: null,
    side: null,
    level: "shared",
    data: { area: area.name, ...data },
  };
}

/** An admin asks to read what both sides of an area share, for an hour; a second admin has to confirm it. */
export const askBreakGlass = command({
  id: "break-glass.ask",
  input: z.strictObject({
    areaId: z.uuid({ error: "Choose the area" }),
    reason: longText("Say why. The leads of both sides will read it.").refine(
      (words) => words.length >= REASON_LEAST,
      { error: "Say a little more: the leads of both sides will read it" },
    ),
  }),
  subject: ({ tx, actor }, { areaId }) =>
    actor.admin
      ? tx.area.findUnique({ where: { id: areaId }, select: { id: true, name: true } })
      : Promise.resolve(null),
  allow: (actor, area) =>
    actor.stands.some(({ areaId }) => areaId === area.id)
      ? "You are a member here, and read it as one."
      : actor.admin || ADMINS_ONLY,
  async run({ tx, actor, newId }, area, { areaId, reason }) {
    const id = newId();
    await tx.breakGlass.create({
      data: { id, areaId, reason, askedById: actor.userId },
      select: { id: true },
    });
    return { result: { id }, event: eventOf(id, area, { reason }) };
  },
  says: (data) =>
    `asked to read what both sides of ${String(data.area)} share, by break-glass: ${String(data.reason)}`,
});

async function findRequest({ tx, actor }: Context, id: string) {
  if (!actor.admin) return null;
  return tx.breakGlass.findUnique({
    where: { id },
    select: {
      id: true,
      reason: true,
      askedById: true,
      askedAt: true,
      confirmedAt: true,
      endsAt: true,
      endedAt: true,
      area: { select: { id: true, name: true, slug: true } },
    },
  });
}

const one = z.strictObject({ id: idSchema });

/** A second admin confirms: from now the first may read for an hour, and the leads of both sides are told. */
export const confirmBreakGlass = command({
  id: "break-glass.confirm",
  input: one,
  subject: (context, { id }) => findRequest(context, id),
  allow: (actor, asked) =>
    !actor.admin
      ? ADMINS_ONLY
      : asked.askedById !== actor.userId || "Another admin has to confirm what you asked for.",
  async run(context, asked, { id }) {
    const { tx, actor, today, now } = context;
    if (glassState(asked, now) !== "waiting")
      throw new Problem({ "": "This was confirmed or ended already, or has waited for more than a day." });
    await tx.breakGlass.update({
      where: { id },
      data: { confirmedById: actor.userId },
      select: { id: true },
    });
    for (const user of await findLeadsOf(tx, asked.area.id, today))
      await enqueue(tx, "send-account-mail", { what: "break-glass", area: asked.area.slug, user });
    return { result: { id }, event: eventOf(id, asked.area, { reason: asked.reason }) };
  },
  says: (data) =>
    `confirmed that an admin may read what both sides of ${String(data.area)} share, for an hour`,
});

/** Ends it early, or takes back what was asked. */
export const endBreakGlass = command({
  id: "break-glass.end",
  input: one,
  subject: (context, { id }) => findRequest(context, id),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, actor, now }, asked, { id }) {
    if (glassState(asked, now) === "over") throw new Problem({ "": "It is over already." });
    await tx.breakGlass.update({ where: { id }, data: { endedById: actor.userId }, select: { id: true } });
    return { result: { id }, event: eventOf(id, asked.area, { wasOpen: asked.confirmedAt !== null }) };
  },
  says: (data) =>
    data.wasOpen
      ? `ended the reading of ${String(data.area)} by break-glass`
      : `took back the request to read ${String(data.area)} by break-glass`,
});
