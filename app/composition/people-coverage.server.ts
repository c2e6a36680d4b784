import { type AreaActor, councilNow, liveTies, type Side } from "~/features/identity/actor";
import { findAssessments } from "~/features/people/assessments.queries.server";
import type { LastContact } from "~/features/people/cadence";
import {
  type Contact,
  coverOf,
  type HeldPost,
  holdersOfMost,
  liveContacts,
} from "~/features/people/coverage";
import { findLeads, sideOf } from "~/features/people/leads.queries.server";
import { heldOn, postsVisibleTo } from "~/features/people/people.queries.server";
import { findVacancies } from "~/features/people/vacancies.queries.server";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { promisesSeen } from "./action-evidence-records.server";
import { findContacts } from "./people-contacts.server";

type Asked = { tx: Tx; actor: AreaActor; today: Day };
type Organisation = { id: string; side: Side };

/** How far the ties reach, council by council, what hangs on one person, and the posts that stand empty. */
export async function findCoverage(tx: Tx, actor: AreaActor, today: Day) {
  const asked = { tx, actor, today };
  const { held, organisations } = await findHeld(asked);
  const allies = await findAllies(asked);
  const met = new Set<string>();
  const councils = [];
  for (const { id, councilId } of liveTies(actor)) {
    const contacts = await findContacts(asked, id);
    for (const personId of contacts.keys()) met.add(personId);
    const council = await tx.organisation.findUniqueOrThrow({
      where: { id: councilId },
      select: { slug: true, shortName: true },
    });
    const posts = withContact(held, contacts);
    const theirs = liveContacts(posts, councilId, today);
    const ours = ownContacts(posts, organisations, today);
    councils.push({
      name: council.shortName,
      slug: council.slug,
      levels: coverOf(posts, councilId, today),
      // Allies are people across the table.
      allies: (actor.side === "community" ? theirs : ours)
        .filter((one) => allies.has(one.id))
        .map(({ name }) => name),
      only: { council: loneOf(theirs), community: loneOf(ours) },
      holders: await findHolders(asked, id),
    });
  }
  const vacancies = await findVacancies(tx, actor, [...met], today);
  return {
    councils,
    vacancies: vacancies.map(({ id, personId, name, role, organisation, endsOn }) => {
      return { id, personId, name, role, organisation, endsOn };
    }),
    leads: (await findLeads(tx, actor, today)).flatMap(({ lead, organisation, vacant }) =>
      lead ? [] : [{ organisation, vacant }],
    ),
  };
}

async function findHeld({ tx, actor, today }: Asked) {
  const rows = await tx.appointment.findMany({
    where: { AND: [postsVisibleTo(actor), heldOn(today), { person: { erasedAt: null } }] },
    select: {
      personId: true,
      level: true,
      organisationId: true,
      person: { select: { name: true } },
      organisation: { select: { kinds: true } },
    },
  });
  const organisations: Organisation[] = rows.map(({ organisationId, organisation }) => ({
    id: organisationId,
    side: sideOf(organisation),
  }));
  const held = rows.map(({ person, organisation: _, organisationId, ...post }) => ({
    ...post,
    organisationId: councilNow(actor, organisationId),
    name: person.name,
  }));
  return { held, organisations };
}

/** Whom the actor's own side calls an ally. */
async function findAllies({ tx, actor }: Asked): Promise<Set<string>> {
  const assessed = [...(await findAssessments(tx, actor))];
  return new Set(assessed.flatMap(([id, [now]]) => (now?.ally ? [id] : [])));
}

function withContact(
  held: readonly Omit<HeldPost, "lastOn">[],
  contacts: ReadonlyMap<string, LastContact>,
): HeldPost[] {
  return held.map((post) => ({ ...post, lastOn: contacts.get(post.personId)?.on ?? null }));
}

/** The community's live contacts, of whichever of its organisations. */
function ownContacts(posts: readonly HeldPost[], organisations: readonly Organisation[], today: Day) {
  const own = new Set(organisations.flatMap(({ id, side }) => (side === "community" ? [id] : [])));
  const found = [...own].flatMap((id) => liveContacts(posts, id, today));
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

/** The only one of a side, where there is only one. */
function loneOf(contacts: readonly Contact[]): Contact | null {
  return contacts.length === 1 ? (contacts[0] ?? null) : null;
}

async function findHolders({ tx, actor, today }: Asked, relationshipId: string) {
  const promises = await promisesSeen({ tx, actor, relationshipId, today });
  return holdersOfMost(
    promises
      .filter(({ state }) => state === "open")
      .map(({ bySide, personId, personName }) => ({ bySide, personId, name: personName })),
  );
}
