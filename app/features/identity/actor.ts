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
  /** The area's relationships this user is a party to: a council member's own, or all for the community. */
  relationships: readonly { id: string; councilId: string; councilSlug: string }[];
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
};

/** A signed-in user within one area: what reads and writes about that area begin with. */
export type AreaActor = Stand & { userId: string; name: string };

/** The user as they stand in that area, or null: to them there is no such area. */
export function actorIn(actor: Actor, areaSlug: string): AreaActor | null {
  const stand = actor.stands.find((s) => s.areaSlug === areaSlug);
  return stand ? { ...stand, userId: actor.userId, name: actor.name } : null;
}

/** Whether the role may write. */
export function mayWrite(actor: { role: SideRole }): boolean {
  return actor.role !== "reader";
}

/** The side across the table. */
export function otherSide(side: Side): Side {
  return side === "council" ? "community" : "council";
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
};

const RANK: Record<SideRole, number> = { reader: 0, editor: 1, lead: 2 };

/** The actor from the user and the rows the database gives on entering; of two roles in an area the stronger counts. */
export function toActor(
  user: { id: string; name: string; email: string; demo: boolean },
  rows: readonly StandRow[],
): Actor {
  const stands = new Map<string, Stand>();
  for (const row of rows) {
    if (row.side === null || row.area_id === null || row.area_slug === null) continue;
    if (row.role === "admin" || row.role === "researcher") continue;
    const known = stands.get(row.area_id);
    const relationships = known ? [...known.relationships] : [];
    if (row.relationship_id && row.council_id && row.council_slug) {
      const id = row.relationship_id;
      if (!relationships.some((r) => r.id === id)) {
        relationships.push({ id, councilId: row.council_id, councilSlug: row.council_slug });
      }
    }
    const role = known && RANK[known.role] > RANK[row.role] ? known.role : row.role;
    stands.set(row.area_id, {
      areaId: row.area_id,
      areaSlug: row.area_slug,
      side: row.side,
      organisationId: row.organisation_id,
      role,
      relationships,
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
