import { z } from "zod";
import { type CommandContext, defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { accountEvent } from "./account-entry.server";
import { accountFields, sideRole } from "./account-fields.server";
import { type Actor, actorIn } from "./actor";
import { ADMINS_ONLY } from "./admins-only";
import { INVITATION_DAYS } from "./invitation";
import { isOfSide, leadsThere, sideOf } from "./memberships.server";
import { findOwnSidePerson } from "./own-person.queries.server";

const command = defineCommand<Actor>();
const LEADS = "Only a lead of your organisation can invite somebody.";
const OWN_ADDRESS = "This is your own address. Somebody else has to invite you";
const DAY_MS = 86_400_000;
/** Invitations one account sends in a day: more is no longer inviting. */
const A_DAY_MOST = 50;

const invited = { name: accountFields.name, email: accountFields.email };

type Invitation = {
  name: string;
  email: string;
  organisation: { id: string; shortName: string; kinds: readonly string[] };
  areaId: string | null;
  role: "reader" | "editor" | "lead" | "admin" | "researcher";
  personId: string | null;
};

/**
 * Writes an invitation and has its mail sent. Nothing is looked up about the address but whether it is a member's already,
 * whom who invites sees anyway: it takes the same and says the same, whoever has an account. An invitation of the same
 * address to the same place ends with it.
 */
async function send({ tx, actor, now, newId }: CommandContext<Actor>, one: Invitation) {
  const { organisation, areaId, personId, role } = one;
  const email = one.email.trim().toLowerCase();
  if (email === actor.email.toLowerCase()) throw new Problem({ email: OWN_ADDRESS });
  const since = new Date(now.getTime() - DAY_MS);
  const today = await tx.invitation.count({ where: { invitedById: actor.userId, invitedAt: { gt: since } } });
  if (today >= A_DAY_MOST)
    throw new Problem({ "": "You have sent many invitations today. Send more tomorrow." });
  const same = { email, organisationId: organisation.id, areaId, acceptedAt: null, withdrawnAt: null };
  await tx.invitation.updateMany({ where: same, data: { withdrawnAt: now } });
  const id = newId();
  const side = sideOf(organisation, role);
  const times = { invitedAt: now, expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS) };
  const row = { id, name: one.name, email, organisationId: organisation.id, areaId, role, side, personId };
  await tx.invitation.createMany({ data: [{ ...row, invitedById: actor.userId, ...times }] });
  await enqueue(tx, "send-account-mail", { what: "invitation", id });
  const data = { user: one.name, organisation: organisation.shortName, role };
  return { result: { id }, event: accountEvent(id, organisation.id, data) };
}

const organisationSelect = { id: true, shortName: true, kinds: true } as const;
const says = (data: Record<string, unknown>) =>
  `invited ${String(data.user)} as ${String(data.role)} for ${String(data.organisation)}`;

/** Invites somebody to one's own side of an area: to that area, or to all that the organisation has. */
export const inviteToSide = command({
  id: "identity.invite",
  input: z.strictObject({
    area: z.string(),
    ...invited,
    role: sideRole,
    /** Whom of the register of people they are, where that is known. */
    person: z.union([z.literal(""), z.uuid()], { error: "Choose one of the list" }).optional(),
    reach: z.enum(["area", "all"], { error: "Choose where" }).default("area"),
  }),
  async subject({ tx, actor }, { area, reach, email, person }) {
    const stand = actorIn(actor, area);
    if (!stand) return null;
    const organisation = await tx.organisation.findUnique({
      where: { id: stand.organisationId },
      select: organisationSelect,
    });
    if (!organisation) return null;
    // A partnership has this area alone.
    const leadsAll = await leadsThere(tx, organisation.id, null);
    const areaId = leadsAll && (stand.side === "community" || reach === "all") ? null : stand.areaId;
    const leads = reach === "all" ? leadsAll : await leadsThere(tx, organisation.id, areaId);
    const there = { organisationId: organisation.id, user: { email: email.toLowerCase() } };
    const isMember = (await tx.membership.count({ where: { ...there, endsOn: null } })) > 0;
    const found = person ? await findOwnSidePerson(tx, person, organisation.id) : null;
    return { organisation, areaId, leads, isMember, found };
  },
  allow: (_, { leads }) => leads || LEADS,
  async run(context, { organisation, areaId, isMember, found }, { name, email, role, person }) {
    if (isMember)
      throw new Problem({
        email: "Somebody of your team has this address. Change what they may do on their page",
      });
    if (person && !found) throw new Problem({ person: "Choose one of the list" });
    return send(context, { name, email, organisation, areaId, role, personId: found?.id ?? null });
  },
  says,
});

/** Invites anybody to anything, as an admin. */
export const inviteAnyone = command({
  id: "identity.invite-anyone",
  input: z.strictObject({
    ...invited,
    organisationId: z.uuid({ error: "Choose an organisation" }),
    area: z.union([z.literal(""), z.uuid()], { error: "Choose an area, or all" }).optional(),
    role: z.enum(["reader", "editor", "lead", "admin", "researcher"], { error: "Choose what they may do" }),
  }),
  async subject({ tx }, { organisationId, area }) {
    const organisation = await tx.organisation.findUnique({
      where: { id: organisationId },
      select: organisationSelect,
    });
    const ties = { some: { councilId: organisationId } };
    const theirs = { OR: [{ partnershipId: organisationId }, { relationships: ties }] };
    const place = area
      ? await tx.area.findFirst({ where: { id: area, ...theirs }, select: { id: true } })
      : null;
    return organisation && { organisation, place };
  },
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run(context, { organisation, place }, { name, email, role, area }) {
    const { kinds } = organisation;
    const fits = isOfSide(role)
      ? kinds.includes("partnership") || kinds.includes("council")
      : role === "researcher" || kinds.includes("programme");
    if (!fits) throw new Problem({ role: "Nobody can have this role in this organisation" });
    if (area && !place) throw new Problem({ area: "This organisation has nothing to do with this area" });
    const areaId = isOfSide(role) ? (place?.id ?? null) : null;
    return send(context, { name, email, organisation, areaId, role, personId: null });
  },
  says,
});

/** One that can still be accepted; asked for on a team's page, one of that team. */
const openInput = z.strictObject({ id: idSchema, area: z.string().optional() });

async function findOpen({ tx, actor }: CommandContext<Actor>, { id, area }: z.output<typeof openInput>) {
  const row = await tx.invitation.findFirst({
    where: { id, acceptedAt: null, withdrawnAt: null, email: { not: null } },
    select: {
      ...{ id: true, name: true, email: true, role: true, areaId: true, personId: true },
      organisation: { select: organisationSelect },
    },
  });
  if (row?.email == null) return null;
  if (area !== undefined) {
    const stand = actorIn(actor, area);
    const isOfTeam = stand?.organisationId === row.organisation.id;
    if (!isOfTeam || (row.areaId !== null && row.areaId !== stand.areaId)) return null;
  }
  const leads = isOfSide(row.role) && (await leadsThere(tx, row.organisation.id, row.areaId));
  return { ...row, email: row.email, leads };
}

type Open = { leads: boolean; email: string };
const allow = (actor: Actor, { leads }: Open) => actor.admin || leads || LEADS;

/** Sends an invitation again, in one's own name and for as many days: the link sent before opens nothing any more. */
export const resendInvitation = command({
  id: "identity.resend-invitation",
  input: openInput,
  subject: findOpen,
  allow: (actor, one) => (one.email === actor.email.toLowerCase() ? `${OWN_ADDRESS}.` : allow(actor, one)),
  run: (context, invitation) => send(context, invitation),
  says: (data) => `sent the invitation of ${String(data.user)} again`,
});

/** Takes an invitation back: its link opens nothing any more. */
export const withdrawInvitation = command({
  id: "identity.withdraw-invitation",
  input: openInput,
  subject: findOpen,
  allow,
  async run({ tx, now }, { id, name, role, organisation }) {
    await tx.invitation.updateMany({ where: { id }, data: { withdrawnAt: now } });
    const data = { user: name, organisation: organisation.shortName, role };
    return { result: { id }, event: accountEvent(id, organisation.id, data) };
  },
  says: (data) => `took back the invitation of ${String(data.user)}`,
});
