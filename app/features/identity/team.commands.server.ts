import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import { idSchema } from "~/platform/ids";
import { accountEvent } from "./account-entry.server";
import { sideRole } from "./account-fields.server";
import type { Actor } from "./actor";
import { findLeftWithout, keepsOne } from "./keeping-leads.server";
import {
  createMembership,
  endOn,
  findMembership,
  isOfSide,
  leadsThere,
  OWN_ROLE,
} from "./memberships.server";

const command = defineCommand<Actor>();
const LEADS = "Only a lead of your organisation can do this.";

/** Gives a member of one's own organisation another role from today: the one before ends with it. */
export const changeRole = command({
  id: "identity.change-role",
  input: z.strictObject({ id: idSchema, role: sideRole }),
  async subject({ tx, today }, { id, role }) {
    const membership = await findMembership(tx, id);
    if (!membership || !isOfSide(membership.role)) return null;
    const leads = await leadsThere(tx, membership.organisationId, membership.areaId);
    const left = role === "lead" ? [] : await findLeftWithout(tx, { membership: id }, today);
    return { ...membership, leads, left };
  },
  allow(actor, { leads, left, user }) {
    if (!leads && !actor.admin) return LEADS;
    if (!leads && actor.userId === user.id) return OWN_ROLE;
    return left.length === 0 || keepsOne(left);
  },
  async run({ tx, today, newId }, membership, { role }) {
    const { user, organisation, areaId } = membership;
    if (role === membership.role) throw new Problem({ role: "This is what they may do already" });
    const isOver = membership.endsOn !== null && membership.endsOn <= new Date(today);
    if (isOver) throw new Problem({ role: "They are not a member any more. Bring them back instead" });
    await endOn(tx, membership, today);
    const id = newId();
    await createMembership(tx, { id, userId: user.id, organisation, role, areaId }, today);
    const data = {
      user: user.name,
      organisation: organisation.shortName,
      before: membership.role,
      after: role,
    };
    return { result: { id }, event: accountEvent(user.id, organisation.id, data) };
  },
  says: (data) =>
    `made ${String(data.user)} ${String(data.after)} for ${String(data.organisation)}, who was ${String(data.before)}`,
});

const NOBODY = "nobody";

/** Says which person of the register an account is: one's own, or that of somebody whose role one looks after. */
export const linkPerson = command({
  id: "identity.link-person",
  input: z.strictObject({
    userId: idSchema,
    person: z.union([z.literal(NOBODY), z.uuid()], { error: "Choose one of the list" }),
  }),
  async subject({ tx, actor }, { userId, person }) {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { id: true, name: true, personId: true },
    });
    if (!user) return null;
    const memberships = await tx.membership.findMany({
      where: { userId, side: { not: null } },
      select: { organisationId: true, areaId: true },
    });
    const asked = memberships.map((one) => leadsThere(tx, one.organisationId, one.areaId));
    const isOwn = actor.userId === userId;
    const found =
      person === NOBODY
        ? null
        : await tx.person.findUnique({ where: { id: person }, select: { id: true, name: true } });
    return { user, isOwn, leads: (await Promise.all(asked)).includes(true), found };
  },
  allow(actor, { isOwn, leads }) {
    if (isOwn && actor.demo && !leads)
      return "Others use this demonstration account too, so it stays as it is.";
    return isOwn || leads || LEADS;
  },
  async run({ tx }, { user, found }, { person }) {
    if (person !== NOBODY && !found) throw new Problem({ person: "Choose one of the list" });
    try {
      await tx.$executeRaw`SELECT app.link_person(${user.id}::uuid, ${found?.id ?? null}::uuid)`;
    } catch (error) {
      if (isConstraint(error, "user_person_id_key"))
        throw new Problem({ person: "Another account is said to be this person already" });
      if (isConstraint(error, "link_person_own")) throw new Problem({ person: "Choose one of the list" });
      throw error;
    }
    const data = {
      user: user.name,
      person: found?.name ?? null,
      before: user.personId,
      after: found?.id ?? null,
    };
    return { result: { id: user.id }, event: accountEvent(user.id, null, data) };
  },
  says: (data) =>
    data.person === null
      ? `said that ${String(data.user)} is nobody of the register of people`
      : `said that ${String(data.user)} is ${String(data.person)} of the register of people`,
});
