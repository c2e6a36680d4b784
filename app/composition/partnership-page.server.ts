import type { AreaActor } from "~/features/identity/actor";
import { partyBalance } from "~/features/partnership/balance";
import { presentOn, seatsOn } from "~/features/partnership/check";
import { checkPartnership } from "~/features/partnership/check-partnership";
import { recusalsDue } from "~/features/partnership/conduct-checks";
import { type Decision, holdsOn } from "~/features/partnership/line";
import {
  findFacts,
  findInterests,
  findMembers,
  findMendings,
} from "~/features/partnership/lines.queries.server";
import { canKeep, isPartnerships } from "~/features/partnership/partnership.policy";
import { programme } from "~/features/partnership/programmes";
import type { Option } from "~/features/partnership/question";
import { planFor } from "~/features/partnership/review";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { roleLabel } from "~/features/people/person";
import { audienceWords } from "~/features/records/record";
import { visibleTo } from "~/features/records/record.queries.server";
import { addDays, dateToDay, dayToDate } from "~/platform/calendar/day";
import { formatDayShort } from "~/ui/format-date";
import { findCapacities, findInfluencing, findLegacy } from "./partnership-entries.server";
import { ownHref } from "./partnership-href";
import { notFound, type Reading, readArea } from "./request.server";

type Context = Parameters<typeof readArea>[0];

/** What every page of the partnership's own begins with. */
export type OwnHead = { canKeep: boolean; audience: string };

/** Reads within an area as its partnership: 404 for everybody else, the area's councils included. */
export function readOwn<T extends object>(
  context: Context,
  area: string,
  work: (actor: AreaActor, reading: Reading) => Promise<T>,
): Promise<T & OwnHead> {
  return readArea(context, area, async (actor, reading) => {
    if (!isPartnerships(actor)) return notFound();
    const audience = `${audienceWords("side", actor, [])} The council never sees it.`;
    return { ...(await work(actor, reading)), canKeep: canKeep(actor) === true, audience };
  });
}

/** How the partnership stands: the rules, the balance, what was done to change decisions, what will last. */
export async function findOverview(actor: AreaActor, { tx, today }: Reading) {
  const facts = await findFacts(tx, actor);
  const mendings = await findMendings(tx, actor);
  const checks = checkPartnership(facts, programme, today);
  const present = presentOn({ facts, programme, today });
  return {
    programme: programme.name,
    members: seatsOn({ facts, programme, today }).length,
    checks: checks.map((check) => ({ ...check, plan: planFor(check, mendings) })),
    balance: partyBalance(facts, programme, today),
    capacities: await findCapacities(tx, actor, present, today),
    influencing: await findInfluencing(tx, actor, programme, today),
    legacy: await findLegacy(tx, actor),
  };
}

/** Everybody who is or was on the partnership, as the list shows them; those who left apart. */
export async function findMemberRows(actor: AreaActor, { tx, today }: Reading) {
  const members = await findMembers(tx, actor);
  const rows = members.map(({ id, name, role, livesHere, voting, formSignedOn, startsOn, endsOn }) => ({
    id,
    name,
    role: roleLabel(role),
    livesHere,
    voting,
    formSignedOn,
    startsOn,
    endsOn,
    href: ownHref({ kind: "member", id }, actor.areaSlug),
  }));
  const hasLeft = ({ endsOn }: { endsOn: string | null }) => endsOn !== null && endsOn <= today;
  return { members: rows.filter((row) => !hasLeft(row)), past: rows.filter(hasLeft) };
}

/** What a form about a member offers: people of the register, and the other members. */
export async function findMemberOptions(actor: AreaActor, { tx, today }: Reading, ownId?: string) {
  const people = await findPeopleOf(tx, actor, today);
  const members = await findMembers(tx, actor);
  return {
    people: people.map(
      ({ id, name, organisation }): Option => ({ value: id, label: `${name}, ${organisation}` }),
    ),
    others: members
      .filter(({ id }) => id !== ownId)
      .map(({ id, name }): Option => ({ value: id, label: name })),
  };
}

const MEETINGS_BACK = 730;

/** The meetings a decision can have been made at, the newest first; the one it names whatever its day. */
export async function findMeetingOptions(
  actor: AreaActor,
  { tx, today }: Reading,
  named: string | null = null,
): Promise<Option[]> {
  const since = dayToDate(addDays(today, -MEETINGS_BACK));
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "meeting", OR: [{ occurredOn: { gte: since } }, ...(named ? [{ id: named }] : [])] },
      ],
    },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, title: true, occurredOn: true },
  });
  return rows.map(({ id, title, occurredOn }) => ({
    value: id,
    label: `${title}, ${formatDayShort(dateToDay(occurredOn))}`,
  }));
}

/** Who can have voted in a decision: those who vote on its day, and whoever is written down as having done something. */
export async function findVoters(actor: AreaActor, { tx, today }: Reading, decision: Decision | null) {
  const members = await findMembers(tx, actor);
  const interests = await findInterests(tx, actor);
  const due = decision
    ? recusalsDue(decision, { members, interests }).map(({ interest }) => interest.memberId)
    : [];
  const named = decision?.votes.map(({ member }) => member) ?? [];
  return members
    .filter((one) => named.includes(one.id) || (one.voting && holdsOn(one, decision?.decidedOn ?? today)))
    .map(({ id, name }) => ({ id, name, interest: due.includes(id) }));
}
