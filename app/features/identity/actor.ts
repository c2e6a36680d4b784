/** The two sides of an area. They are equals: whatever one may record about the other, the other may too. */
export type Side = "council" | "community";

/** What a member may do on their side: see; write; and for leads, speak for the side. */
export type SideRole = "reader" | "editor" | "lead";

/** Where a user stands in one area: on one side, speaking for one organisation, in these relationships. */
export type Stand = {
  areaId: string;
  areaSlug: string;
  side: Side;
  organisationId: string;
  role: SideRole;
  /**
   * The area's relationships this user is a party to: a council member's own, or all for the community. Those that
   * another has taken over come after the rest: records made in them are there to read and to carry on, none is added.
   */
  relationships: readonly Tie[];
  /** Organisations that ended and whose part in this area one's own has taken over. */
  formerly?: readonly string[];
  /** The area is closed: everybody reads, and nobody writes. */
  closed?: true;
  /** An admin's who was let in by break-glass: to read what both sides share, as neither of them. */
  glass?: true;
};

/** A relationship of an area with a council. */
export type Tie = {
  id: string;
  councilId: string;
  councilSlug: string;
  /** The relationship that has taken this one over. */
  heldBy?: string;
};

/** A signed-in user, and everywhere they stand today. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  demo: boolean;
  admin: boolean;
  researcher: boolean;
  stands: readonly Stand[];
  /** Set where a link acts: the contact it was made for, who has no account. `userId` is then nobody's. */
  contactId?: string;
};

/** A signed-in user within one area: what reads and writes about that area begin with. */
export type AreaActor = Stand & { userId: string; name: string };

/** The user as they stand in that area, or null: to them there is no such area. */
export function actorIn(actor: Actor, areaSlug: string): AreaActor | null {
  const stand = actor.stands.find((s) => s.areaSlug === areaSlug);
  return stand ? { ...stand, userId: actor.userId, name: actor.name } : null;
}

/** The user as they stand in each of their areas. */
export function actorsOf({ stands, userId, name }: Actor): AreaActor[] {
  return stands.map((stand) => ({ ...stand, userId, name }));
}

/** Whether the role may write. */
export function mayWrite(actor: { role: SideRole }): boolean {
  return actor.role !== "reader";
}

/** The side across the table. */
export function otherSide(side: Side): Side {
  return side === "council" ? "community" : "council";
}

/** The relationships in which something new can be recorded: those that no other has taken over. */
export function liveTies(actor: Pick<Stand, "relationships">): Tie[] {
  return actor.relationships.filter(({ heldBy }) => heldBy === undefined);
}

/** A relationship and all that it has taken over: a record of any of them counts in it, and once. */
export function partsOf(actor: Pick<Stand, "relationships">, relationshipId: string): string[] {
  const taken = actor.relationships.filter(({ heldBy }) => heldBy === relationshipId);
  return [relationshipId, ...taken.map(({ id }) => id)];
}

/** The relationship that speaks for this one now: itself, or the one that has taken it over. */
export function holderOf(actor: Pick<Stand, "relationships">, relationshipId: string): string {
  return actor.relationships.find(({ id }) => id === relationshipId)?.heldBy ?? relationshipId;
}

/** Whether what is of one relationship (null: of all councils) concerns another: itself, or what it has taken over. */
export function isAbout(
  actor: Pick<Stand, "relationships">,
  relationshipId: string | null,
  about: string,
): boolean {
  return relationshipId === null || holderOf(actor, relationshipId) === holderOf(actor, about);
}

/** Whether two things are of the same relationship today, whatever it was when they were recorded. */
export function isSameTie(actor: Pick<Stand, "relationships">, a: string | null, b: string | null): boolean {
  return (a && holderOf(actor, a)) === (b && holderOf(actor, b));
}

/** The council that has taken over from this one here; any other organisation is its own. */
export function councilNow(actor: Pick<Stand, "relationships">, organisationId: string): string {
  const taken = actor.relationships.find(({ councilId, heldBy }) => councilId === organisationId && heldBy);
  return actor.relationships.find(({ id }) => id === taken?.heldBy)?.councilId ?? organisationId;
}

/** A council and those it has taken over from here: whose people its are now. Any other organisation is alone. */
export function councilsOf(actor: Pick<Stand, "relationships">, organisationId: string): string[] {
  const now = councilNow(actor, organisationId);
  const all = actor.relationships.map(({ councilId }) => councilId);
  return [now, ...all.filter((id) => id !== now && councilNow(actor, id) === now)];
}

/** The organisation one speaks for, and those it has taken over here: what they recorded is one's own now. */
export function ownOrganisations(actor: Pick<Stand, "organisationId" | "formerly">): string[] {
  return [actor.organisationId, ...(actor.formerly ?? [])];
}

type StandRow = {
  area_id: string | null;
  area_slug: string | null;
  relationship_id: string | null;
  council_id: string | null;
  council_slug: string | null;
  side: Side | null;
  organisation_id: string;
  role: SideRole | "admin" | "researcher";
  held_by?: string | null;
  closed?: boolean | null;
  glass?: boolean | null;
};

const RANK: Record<SideRole, number> = { reader: 0, editor: 1, lead: 2 };

/** The actor from the user and the rows the database gives on entering; of two roles in an area the stronger counts. */
export function toActor(
  user: { id: string; name: string; email: string; demo: boolean },
  rows: readonly StandRow[],
): Actor {
  const stands = new Map<string, Stand>();
  // What holds comes before what it has taken over.
  for (const row of rows.toSorted((a, b) => Number(Boolean(a.held_by)) - Number(Boolean(b.held_by)))) {
    if (row.side === null || row.area_id === null || row.area_slug === null) continue;
    if (row.role === "admin" || row.role === "researcher") continue;
    const known = stands.get(row.area_id);
    const role = known && RANK[known.role] > RANK[row.role] ? known.role : row.role;
    // Of a council that ended, its successor's people have its own records too; of one that goes on, they do not.
    const organisationId = known && row.held_by ? known.organisationId : row.organisation_id;
    const ended =
      row.side === "council" && row.organisation_id !== organisationId ? [row.organisation_id] : [];
    const formerly = [...new Set([...(known?.formerly ?? []), ...ended])];
    stands.set(row.area_id, {
      areaId: row.area_id,
      areaSlug: row.area_slug,
      side: row.side,
      organisationId,
      role,
      relationships: tiesWith(known?.relationships ?? [], row),
      ...(formerly.length > 0 ? { formerly } : {}),
      ...(row.closed ? { closed: true } : {}),
      ...(row.glass ? { glass: true } : {}),
    });
  }
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    demo: user.demo,
    admin: rows.some((r) => r.role === "admin"),
    researcher: rows.some((r) => r.role === "researcher"),
    stands: [...stands.values()],
  };
}

function tiesWith(known: readonly Tie[], row: StandRow): Tie[] {
  const { relationship_id: id, council_id: councilId, council_slug: councilSlug, held_by: heldBy } = row;
  if (!id || !councilId || !councilSlug || known.some((tie) => tie.id === id)) return [...known];
  return [...known, { id, councilId, councilSlug, ...(heldBy ? { heldBy } : {}) }];
}
