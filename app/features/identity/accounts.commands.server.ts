import { z } from "zod";
import { daySchema } from "~/platform/calendar/day-schema";
import { defineCommand } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { accountEvent } from "./account-entry.server";
import type { Actor } from "./actor";
import { ADMINS_ONLY } from "./admins-only";
import { findLeftWithout, keepsOne } from "./keeping-leads.server";
import {
  countRoles,
  createMembership,
  endOn,
  findMembership,
  isOfSide,
  leadsThere,
  OWN_ROLE,
} from "./memberships.server";

const command = defineCommand<Actor>();
const LEADS = "Only a programme admin, or a lead for their own organisation, can do this.";

/**
 * Gives an account a role in an organisation; an admin none to their own, which would open what break-glass guards. The
 * database refuses an account on both sides of one area.
 */
export const giveMembership = command({
  id: "identity.give-membership",
  input: z.strictObject({
    userId: idSchema,
    organisationId: z.uuid({ error: "Choose an organisation" }),
    role: z.enum(["reader", "editor", "lead", "admin", "researcher"], { error: "Choose a role" }),
    areaId: idSchema.nullable().default(null),
    startsOn: daySchema.optional(),
  }),
  subject: async ({ tx }, { userId, organisationId, areaId }) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true } });
    const organisation = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: { id: true, shortName: true, kinds: true },
    });
    if (!user || !organisation) return null;
    return { user, organisation, leads: await leadsThere(tx, organisationId, areaId) };
  },
  allow(actor, { leads, user }, { role }) {
    if (leads && isOfSide(role)) return true;
    if (!actor.admin) return LEADS;
    return actor.userId !== user.id || OWN_ROLE;
  },
  async run({ tx, newId, today }, { user, organisation }, { role, areaId, startsOn }) {
    const id = newId();
    await createMembership(tx, { id, userId: user.id, organisation, role, areaId }, startsOn ?? today);
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
  async subject({ tx, actor, today }, { id }) {
    const membership = await findMembership(tx, id);
    if (!membership) return null;
    const { organisationId, areaId, userId } = membership;
    const leads = await leadsThere(tx, organisationId, areaId);
    const left = await findLeftWithout(tx, { membership: id }, today);
    const others = await countRoles(tx, { userId, but: id }, today);
    return { ...membership, leads, left, isLastOfOwn: userId === actor.userId && others === 0 };
  },
  allow(actor, { role, leads, left, isLastOfOwn }) {
    if (!actor.admin && !(leads && isOfSide(role))) return LEADS;
    if (left.length > 0) return keepsOne(left);
    return !isLastOfOwn || "This is your only role here. Ask somebody else to end it.";
  },
  async run({ tx, today }, membership) {
    await endOn(tx, membership, today);
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

/**
 * Closes an account: nobody signs in with it, and its sessions, tokens, feeds and keys end with the write. It is never
 * deleted: its records keep their author.
 */
export const deactivateUser = command({
  id: "identity.deactivate",
  input: z.strictObject({ id: idSchema }),
  async subject({ tx, today }, { id }) {
    const user = await tx.user.findUnique({ where: { id }, select: { id: true, name: true } });
    return user && { ...user, left: await findLeftWithout(tx, { user: id }, today) };
  },
  allow(actor, { id, left }) {
    if (!actor.admin) return "Only a programme admin can close an account.";
    if (actor.userId === id) return "You cannot close your own account.";
    return left.length === 0 || keepsOne(left);
  },
  async run({ tx, now }, user) {
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: now }, select: { id: true } });
    return { result: { id: user.id }, event: accountEvent(user.id, null, { user: user.name }) };
  },
  says: (data) => `closed the account of ${String(data.user)}`,
});

/** Opens a closed account again. Sessions, tokens and keys it had stay gone. */
export const reactivateUser = command({
  id: "identity.reactivate",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) =>
    tx.user.findFirst({ where: { id, deactivatedAt: { not: null } }, select: { id: true, name: true } }),
  allow: (actor) => actor.admin || "Only a programme admin can open an account again.",
  async run({ tx }, user) {
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: null }, select: { id: true } });
    return { result: { id: user.id }, event: accountEvent(user.id, null, { user: user.name }) };
  },
  says: (data) => `opened the account of ${String(data.user)} again`,
});

/** Takes the second step off an account whose owner lost their phone and codes. It is signed out everywhere, and told. */
export const resetSecondFactor = command({
  id: "identity.reset-second-factor",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) => tx.user.findUnique({ where: { id }, select: { id: true, name: true } }),
  allow: (actor, user) =>
    actor.admin ? actor.userId !== user.id || "Ask another programme admin to do this for you." : ADMINS_ONLY,
  async run({ tx }, user) {
    await tx.$executeRaw`SELECT app.reset_second_factor(${user.id}::uuid)`;
    await enqueue(tx, "send-account-mail", { what: "second-step-reset", user: user.id });
    return { result: { id: user.id }, event: accountEvent(user.id, null, { user: user.name }) };
  },
  says: (data) => `took the second step off the account of ${String(data.user)}`,
});
