import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "./actor";
import { leftWithout } from "./keeping-leads.server";
import { isOfSide } from "./memberships.server";

/** Somebody who is or was in the team, as it sees itself: `membership` and `role` of the strongest that runs, or the last. */
export type TeamMember = {
  userId: string;
  name: string;
  email: string;
  role: "reader" | "editor" | "lead";
  membership: string;
  everywhere: boolean;
  since: Day;
  until: Day | null;
  isHere: boolean;
  isClosed: boolean;
  isSelf: boolean;
  person: { id: string; name: string } | null;
};

const RANK = { reader: 0, editor: 1, lead: 2 } as const;

const memberSelect = {
  ...{ id: true, role: true, areaId: true, startsOn: true, endsOn: true },
  user: {
    select: {
      ...{ id: true, name: true, email: true, deactivatedAt: true },
      person: { select: { id: true, name: true } },
    },
  },
} as const;

/** Everybody who is or was in one's own organisation for this area: those who are first, each by name. */
export async function findTeam(tx: Tx, actor: AreaActor, today: Day): Promise<TeamMember[]> {
  const { organisationId, side, areaId } = actor;
  const rows = await tx.membership.findMany({
    where: { organisationId, side, OR: [{ areaId: null }, { areaId }] },
    orderBy: [{ user: { name: "asc" } }, { startsOn: "desc" }, { id: "desc" }],
    select: memberSelect,
  });
  const members = new Map<string, TeamMember>();
  for (const { id, role, areaId, startsOn, endsOn, user } of rows) {
    if (!isOfSide(role)) continue;
    const until = endsOn && dateToDay(endsOn);
    const one: TeamMember = {
      ...{ userId: user.id, name: user.name, email: user.email, person: user.person },
      ...{ role, membership: id, everywhere: areaId === null, since: dateToDay(startsOn), until },
      isHere: until === null || until > today,
      isClosed: user.deactivatedAt !== null,
      isSelf: user.id === actor.userId,
    };
    const known = members.get(user.id);
    if (!known || isStronger(one, known)) members.set(user.id, one);
  }
  return [...members.values()].sort((a, b) => Number(isOut(a)) - Number(isOut(b)));
}

function isOut({ isHere, isClosed }: TeamMember): boolean {
  return !isHere || isClosed;
}

function isStronger(one: TeamMember, known: TeamMember): boolean {
  if (one.isHere !== known.isHere) return one.isHere;
  return one.isHere && RANK[one.role] > RANK[known.role];
}

/** Whether nobody else of the team leads this area: then the role stays until somebody else does. */
export function isOnlyLead(team: readonly TeamMember[], member: TeamMember, areaId: string): boolean {
  if (member.role !== "lead" || isOut(member)) return false;
  const others = team.filter((one) => one.userId !== member.userId && one.role === "lead" && !isOut(one));
  const reach = (one: TeamMember) => ({ areaId: one.everywhere ? null : areaId });
  return leftWithout(reach(member), others.map(reach), [{ id: areaId }]).length > 0;
}
