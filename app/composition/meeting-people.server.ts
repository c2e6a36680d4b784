import type { z } from "zod";
import type { AreaActor, Side } from "~/features/identity/actor";
import { liveTies, otherSide } from "~/features/identity/actor";
import type { Attendee } from "~/features/meetings/meeting";
import type { missingRow, peopleFields, personRow } from "~/features/meetings/people-fields";
import { type KnownPerson, type Typed, whoIsTyped } from "~/features/meetings/people-typed";
import { NEAR_SOMEBODY, NEW_PERSON, type NearPerson } from "~/features/people/merging";
import { findNearNames } from "~/features/people/near-people.queries.server";
import { addPerson } from "~/features/people/people.commands.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { isRole, ROLES, type RoleId } from "~/features/people/person";
import type { Context } from "~/features/records/recording.server";
import type { Day } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";

type TypedPeople = z.output<z.ZodObject<typeof peopleFields>>;
type TypedRow = z.output<typeof personRow> & Partial<Pick<z.output<typeof missingRow>, "attendance">>;
type TypedAttendee = Attendee & { capacity: RoleId };
type Place = { actor: AreaActor; council: string | undefined };

/** The lists of people on the form, in the order they are read. */
const LISTS = ["theirs", "ours", "missing"] as const;
type List = (typeof LISTS)[number];

/**
 * Who can be found by typing: everybody with a post today, then those of the meeting already, then those with a post on
 * its day. Once each; later ones never change how earlier ones are told apart.
 */
export async function findKnownPeople(
  tx: Tx,
  actor: AreaActor,
  days: { today: Day; on?: Day | null },
  already: readonly { personId: string | null; name: string | null; side: Side }[] = [],
): Promise<KnownPerson[]> {
  const now = await findPeopleOf(tx, actor, days.today);
  const then = days.on && days.on !== days.today ? await findPeopleOf(tx, actor, days.on) : [];
  const known = new Map<string, KnownPerson>(now.map((person) => [person.id, person]));
  for (const { personId, name, side } of already) {
    if (personId === null || name === null || known.has(personId)) continue;
    const post = then.find(({ id }) => id === personId);
    known.set(personId, post ?? { id: personId, name, organisation: "", organisationId: "", side, role: "" });
  }
  for (const person of then) if (!known.has(person.id)) known.set(person.id, person);
  return [...known.values()];
}

/**
 * The people of a meeting as typed, known or new; throws Problem beside every row that cannot be. That both sides are
 * named at all, the form's schema has asked (`bothSidesNamed`).
 */
export async function attendeesTyped(
  context: Context,
  place: Place,
  typed: TypedPeople,
  known: readonly KnownPerson[],
): Promise<TypedAttendee[]> {
  const read = rowsOf(typed).map((one) => ({ ...one, who: whoIsTyped(known, one.row.person) }));
  const names = read.flatMap(({ who }) => ("newName" in who ? [who.newName] : []));
  const near = await findNearNames(context.tx, place.actor, names);
  const rows = read.map((one) => ({ ...one, who: whoIsMeant(one, near, known) }));
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  for (const row of rows) Object.assign(problems, rowProblem(row, seen));
  if (Object.keys(problems).length > 0) throw new Problem(problems);
  const attendees: TypedAttendee[] = [];
  for (const row of rows) attendees.push(await attendeeOf(context, place, row));
  return attendees;
}

/** What is typed, once it was asked whether a new name much like others is one of them. */
type Meant = Typed | { unsure: true };
type PlacedRow = { row: NamedRow; list: List; at: string; who: Meant };

/** A new name as its answer has it: one of those it is like, somebody new, or not said yet. */
function whoIsMeant(
  { row, who }: { row: NamedRow; who: Typed },
  near: ReadonlyMap<string, readonly NearPerson[]>,
  known: readonly KnownPerson[],
): Meant {
  const like = "newName" in who ? near.get(who.newName) : undefined;
  if (!like || row.same === NEW_PERSON) return who;
  const one = like.find(({ id }) => id === row.same);
  if (!one) return { unsure: true };
  const { id, name } = one;
  const post = known.find((person) => person.id === id);
  return { found: post ?? { id, name, organisation: "", organisationId: "", side: null, role: "" } };
}

/** What is wrong with one row, by field; `seen` gathers whom the rows before it named. */
function rowProblem({ row, at, who }: PlacedRow, seen: Set<string>): Record<string, string> {
  if ("severalCalled" in who) {
    return {
      [`${at}.person`]: `There are several people called ${who.severalCalled}. Choose one from the list`,
    };
  }
  if ("unsure" in who) return { [`${at}.same`]: NEAR_SOMEBODY };
  const [name, key] =
    "found" in who ? [who.found.name, who.found.id] : [who.newName, who.newName.toLowerCase()];
  if (seen.has(key)) return { [`${at}.person`]: `${name} is already in the list` };
  seen.add(key);
  const unknown = "newName" in who && row.capacity === undefined;
  return unknown ? { [`${at}.capacity`]: `${name} is new here. Choose what they came as` } : {};
}

async function attendeeOf(context: Context, place: Place, placed: PlacedRow): Promise<TypedAttendee> {
  const { row, list, at, who } = placed;
  const attendance = row.attendance ?? "attended";
  if ("found" in who) {
    const side = sideOf(place.actor, list, who.found.side, row.capacity);
    const capacity = row.capacity ?? usualCapacity(who.found.role, side);
    return { personId: who.found.id, side, capacity, attendance };
  }
  const side = sideOf(place.actor, list, null, row.capacity);
  const capacity = row.capacity ?? usualCapacity("", side);
  const name = "newName" in who ? who.newName : row.person;
  const personId = await addNewcomer(context, place, { row, name, side, capacity, at });
  return { personId, side, capacity, attendance };
}

type NamedRow = TypedRow & { person: string };

function rowsOf(typed: TypedPeople): { row: NamedRow; list: List; at: string }[] {
  return LISTS.flatMap((list) =>
    typed[list].flatMap((row: TypedRow, index) =>
      row.person === null ? [] : [{ row: { ...row, person: row.person }, list, at: `${list}[${index}]` }],
    ),
  );
}

/** The side somebody came for: that of the list they are in; of those who did not come, that of their post. */
function sideOf(actor: AreaActor, list: List, own: Side | null, capacity: RoleId | undefined): Side {
  if (list === "ours") return actor.side;
  if (list === "theirs") return otherSide(actor.side);
  return own ?? (capacity === undefined ? actor.side : ROLES[capacity].side);
}

function usualCapacity(role: string, side: Side): RoleId {
  if (isRole(role)) return role;
  return side === "council" ? "officer" : "member";
}

type Newcomer = { row: TypedRow; name: string; side: Side; capacity: RoleId; at: string };

/** Adds a new name to the area's people, and gives their id; problems are shown beside the row. */
async function addNewcomer(
  context: Context,
  place: Place,
  { row, name, side, capacity, at }: Newcomer,
): Promise<string> {
  const { actor } = place;
  const organisation = row.organisation ?? (await usualOrganisation(context, place, side));
  if (organisation === null) throw new Problem({ [`${at}.organisation`]: `Choose where ${name} is from` });
  try {
    const input = { area: actor.areaSlug, name, organisation, role: capacity };
    return (await context.call(addPerson, input)).id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { organisation: from, role, ...rest } = error.fields;
    throw new Problem({
      ...(from ? { [`${at}.organisation`]: from } : {}),
      ...(role ? { [`${at}.capacity`]: role } : {}),
      ...(Object.keys(rest).length > 0 ? { [`${at}.person`]: Object.values(rest).flat() } : {}),
    });
  }
}

/** Where a newcomer of a side is from unless said: one's own, the partnership, or the only council it can be. */
async function usualOrganisation(
  context: Context,
  { actor, council }: Place,
  side: Side,
): Promise<string | null> {
  if (side === actor.side) return "ours";
  if (side === "council") {
    const [only, ...others] = liveTies(actor);
    if (only && others.length === 0) return only.councilSlug;
    return council === undefined || council === "all" ? null : council;
  }
  const area = await context.tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { partnershipId: true },
  });
  return area.partnershipId;
}
