import type { RouterContextProvider } from "react-router";
import type { AreaActor } from "~/features/identity/actor";
import { findSideInvitations } from "~/features/identity/invitations.queries.server";
import { leadsThere } from "~/features/identity/memberships.server";
import { findTeam, isOnlyLead, type TeamMember } from "~/features/identity/team.queries.server";
import { idSchema } from "~/platform/ids";
import { accountMailIsOn } from "./account-mail.server";
import { findOwnPeople } from "./own-people.server";
import { notFound, type Reading, readArea } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** What of a member the team sees; their address leads alone. */
function toRow(
  { userId, name, email, role, since, until, isHere, isClosed, person }: TeamMember,
  leads: boolean,
) {
  return {
    id: userId,
    ...{ name, email: leads ? email : null, role, since, until },
    isHere: isHere && !isClosed,
    person: person?.name ?? null,
  };
}

function findOrganisation({ tx }: Reading, { organisationId }: AreaActor) {
  return tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { shortName: true } });
}

/** Who of one's own side uses the tracker for an area; for leads, who is invited, and the choices of the form that invites. */
export async function readTeam(context: Context, area: string) {
  const hasMail = await accountMailIsOn();
  return readArea(context, area, async (actor, reading) => {
    const { tx, today, now } = reading;
    const leads = actor.role === "lead";
    const team = await findTeam(tx, actor, today);
    return {
      organisation: (await findOrganisation(reading, actor)).shortName,
      members: team.map((one) => toRow(one, leads)),
      leads,
      hasMail,
      invitations: leads ? await findSideInvitations(tx, actor, now) : [],
      people: leads ? await findOwnPeople(tx, actor, today) : [],
      canReachAll: leads && actor.side === "council" && (await leadsThere(tx, actor.organisationId, null)),
    };
  });
}

/** One member of one's own side, and what a lead may do about them; 404 for anybody else. */
export function readMember(context: Context, { area, id: given }: { area: string; id: string }) {
  const id = idSchema.safeParse(given).data ?? notFound();
  return readArea(context, area, async (actor, reading) => {
    const { tx, today } = reading;
    const team = await findTeam(tx, actor, today);
    const member = team.find(({ userId }) => userId === id) ?? notFound();
    const isLead = actor.role === "lead";
    // Who leads here alone changes nothing that is everywhere.
    const reach = member.everywhere ? null : actor.areaId;
    const leads = isLead && (await leadsThere(tx, actor.organisationId, reach));
    return {
      organisation: (await findOrganisation(reading, actor)).shortName,
      organisationId: actor.organisationId,
      member: {
        ...toRow(member, isLead),
        membership: member.membership,
        personId: member.person?.id ?? null,
      },
      reach,
      isClosed: member.isClosed,
      isOnlyLead: isOnlyLead(team, member, actor.areaId),
      can: {
        change: leads && member.isHere && !member.isClosed,
        end: leads && member.isHere && !member.isSelf,
        bringBack: leads && !member.isHere && !member.isClosed,
        link: leads && member.isHere,
      },
      people: leads && member.isHere ? await findOwnPeople(tx, actor, today, member.person?.id) : [],
    };
  });
}
