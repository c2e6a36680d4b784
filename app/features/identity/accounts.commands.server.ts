import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import type { Actor } from "./actor";

const command = defineCommand<Actor>();
const LEADS = "Only a programme admin, or a lead for their own organisation, can do this.";

function accountEvent(
  subjectId: string,
  organisationId: string | null,
  data: Record<string, unknown>,
): EventEntry {
  return {
    subjectId,
    areaId: null,
    relationshipId: null,
    organisationId,
    side: null,
    level: "personal",
    data,
  };
}

function leads(actor: Actor, organisationId: string): boolean {
  return actor.stands.some((s) => s.organisationId === organisationId && s.role === "lead");
}

/** Gives an account a role in an organisation. The database refuses an account on both sides of one area. */
export const giveMembership = command({
  id: "identity.give-membership",
  input: z.strictObject({
    userId: idSchema,
    organisationId: z.uuid({ error: "Choose an organisation" }),
    role: z.enum(["reader", "editor", "lead", "admin", "researcher"], { error: "Choose a role" }),
    areaId: idSchema.nullable().default(null),
    startsOn: daySchema.optional(),
  }),
  subject: async ({ tx }, { userId, organisationId }) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true } });
    const organisation = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: { id: true, shortName: true, kinds: true },
    });
    return user && organisation ? { user, organisation } : null;
  },
  allow: (actor, { organisation }, { role }) =>
    actor.admin || (leads(actor, organisation.id) && role !== "admin" && role !== "researcher") || LEADS,
  async run({ tx, newId, today }, { user, organisation }, { role, areaId, startsOn }) {
    const onSide = role !== "admin" && role !== "researcher";
    const side = organisation.kinds.includes("council") ? "council" : "community";
    const id = newId();
    try {
      await tx.membership.create({
        data: {
          id,
          userId: user.id,
          organisationId: organisation.id,
          role,
          areaId,
          side: onSide ? side : null,
          startsOn: dayToDate(startsOn ?? today),
        },
        select: { id: true },
      });
    } catch (error) {
      if (isConstraint(error, "membership_one_side")) {
        throw new Problem({
          organisationId: "This account is on the other side of one of its areas. An account is on one side.",
        });
      }
      if (isConstraint(error, "membership_side_fits")) {
        throw new Problem({ organisationId: "Nobody can be a member of this organisation with that role" });
      }
      throw error;
    }
    return {
      result: { id },
      event: accountEvent(user.id, organisation.id, {
        user: user.name,
        organisation: organisation.shortName,
        role,
      }),
    };
  },
  says: (data) => `made ${String(data.user)} ${String(data.role)} for ${String(data.organisation)}`,
});

/** Ends a membership from today: the account loses what came with it on its next request. */
export const endMembership = command({
  id: "identity.end-membership",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) =>
    tx.membership.findUnique({
      where: { id },
      select: {
        id: true,
        role: true,
        startsOn: true,
        endsOn: true,
        organisationId: true,
        user: { select: { id: true, name: true } },
        organisation: { select: { shortName: true } },
      },
    }),
  allow: (actor, membership) => actor.admin || leads(actor, membership.organisationId) || LEADS,
  async run({ tx, today }, membership) {
    const on = dayToDate(today);
    if (membership.endsOn === null || membership.endsOn > on) {
      await tx.membership.update({
        where: { id: membership.id },
        data: { endsOn: on },
        select: { id: true },
      });
    }
    const { user, organisation, organisationId, role } = membership;
    return {
      result: { id: membership.id },
      event: accountEvent(user.id, organisationId, {
        user: user.name,
        organisation: organisation.shortName,
        role,
      }),
    };
  },
  says: (data) =>
    `ended ${String(data.user)}’s role as ${String(data.role)} for ${String(data.organisation)}`,
});

/** Audits that an account was opened. The account itself is the sign-in library's to make. */
export const noteAccountOpened = command({
  id: "identity.open-account",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) => tx.user.findUnique({ where: { id }, select: { id: true, name: true } }),
  allow: (actor) => actor.admin || "Only a programme admin can open an account.",
  run: async (_, user) => ({
    result: { id: user.id },
    event: accountEvent(user.id, null, { user: user.name }),
  }),
  says: (data) => `opened an account for ${String(data.user)}`,
});

/** Closes an account: nobody signs in with it again. It is never deleted, its records keep their author. */
export const deactivateUser = command({
  id: "identity.deactivate",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) => tx.user.findUnique({ where: { id }, select: { id: true, name: true } }),
  allow: (actor, user) =>
    actor.admin
      ? actor.userId !== user.id || "You cannot close your own account."
      : "Only a programme admin can close an account.",
  async run({ tx, now }, user) {
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: now }, select: { id: true } });
    return { result: { id: user.id }, event: accountEvent(user.id, null, { user: user.name }) };
  },
  says: (data) => `closed the account of ${String(data.user)}`,
});

/** Takes the second step off an account whose owner lost their phone and codes. It is signed out everywhere, and told. */
export const resetSecondFactor = command({
  id: "identity.reset-second-factor",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) => tx.user.findUnique({ where: { id }, select: { id: true, name: true } }),
  allow: (actor, user) =>
    actor.admin
      ? actor.userId !== user.id || "Ask another programme admin to do this for you."
      : "Only a programme admin can do this.",
  async run({ tx }, user) {
    await tx.$executeRaw`SELECT app.reset_second_factor(${user.id}::uuid)`;
    await enqueue(tx, "send-account-mail", { what: "second-step-reset", user: user.id });
    return { result: { id: user.id }, event: accountEvent(user.id, null, { user: user.name }) };
  },
  says: (data) => `took the second step off the account of ${String(data.user)}`,
});
