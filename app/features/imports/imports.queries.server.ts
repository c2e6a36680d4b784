import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { KnownArea } from "./areas-plan";
import type { KnownCouncillor, Post } from "./councillor";
import type { KnownCouncil } from "./councils-plan";
import type { ImportCounts, ImportRecord, ImportWhat, UndoStep } from "./import";

const day = (date: Date | null) => (date === null ? null : dateToDay(date));

/** Every council held, as an import sees it. */
export async function findKnownCouncils(tx: Tx): Promise<KnownCouncil[]> {
  const rows = await tx.organisation.findMany({
    where: { kinds: { has: "council" } },
    include: {
      county: { select: { code: true } },
      successors: { select: { takesOverOn: true, successor: { select: { code: true } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.shortName,
    gssCode: row.gssCode,
    tier: row.tier,
    region: row.region,
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    county: row.county?.code ?? null,
    successors: row.successors.flatMap(({ successor, takesOverOn }) =>
      successor.code === null ? [] : [{ code: successor.code, takesOverOn: dateToDay(takesOverOn) }],
    ),
  }));
}

/** All slugs of organisations, so that new ones can keep clear of them. */
export async function findOrganisationSlugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.organisation.findMany({ select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}

/** All slugs of areas the actor can see: for an admin, of all there are. */
export async function findAreaSlugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.area.findMany({ select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}

/** Every area the actor can see, with its councils by code, as an import sees it. */
export async function findKnownAreas(tx: Tx): Promise<KnownArea[]> {
  const rows = await tx.area.findMany({
    include: {
      relationships: {
        include: {
          council: { select: { code: true } },
          takenOverBy: { select: { council: { select: { code: true } } } },
        },
      },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    wave: row.wave,
    region: row.region,
    ruralUrban: row.ruralUrban,
    deprivationQuintile: row.deprivationQuintile,
    relationships: row.relationships.map((one) => ({
      id: one.id,
      council: one.council.code,
      startsOn: day(one.startsOn),
      endsOn: day(one.endsOn),
      takenOverBy: one.takenOverBy?.council.code ?? null,
    })),
  }));
}

/** A council by its code in the national register; null where none is held. */
export async function findCouncil(tx: Tx, code: string) {
  return tx.organisation.findFirst({
    where: { code, kinds: { has: "council" } },
    select: { id: true, code: true, name: true },
  });
}

const ownPosts = (organisationId: string) => ({ organisationId, role: "councillor" });

/** Who is or was a councillor of a council, or has an id in its list, as far as the actor can see them. */
export async function findKnownCouncillors(tx: Tx, organisationId: string): Promise<KnownCouncillor[]> {
  const rows = await tx.person.findMany({
    where: {
      erasedAt: null,
      OR: [
        { externalIds: { some: { organisationId } } },
        { appointments: { some: ownPosts(organisationId) } },
      ],
    },
    include: {
      externalIds: { where: { organisationId } },
      appointments: {
        where: ownPosts(organisationId),
        orderBy: { startsOn: { sort: "asc", nulls: "first" } },
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const posts = row.appointments.map((post) => ({ ...post, ...postOf(post) })).filter(isReal);
    const last = posts.at(-1);
    return {
      personId: row.id,
      externalId: row.externalIds[0]?.value ?? null,
      name: row.name,
      party: last?.party ?? null,
      ward: last?.ward ?? null,
      email: row.email,
      telephone: row.phone,
      posts: posts.map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
    };
  });
}

function postOf(post: { startsOn: Date | null; endsOn: Date | null }): Post {
  return { startsOn: day(post.startsOn), endsOn: day(post.endsOn) };
}

/** A post that ends on the day it starts is one that was taken back. */
function isReal(post: Post): boolean {
  return post.startsOn === null || post.startsOn !== post.endsOn;
}

/** The imports the actor may see, newest first; an admin sees all. */
export async function findImports(tx: Tx): Promise<ImportRecord[]> {
  const rows = await tx.import.findMany({ orderBy: { appliedAt: "desc" }, omit: { steps: true } });
  return rows.map((row) => ({
    id: row.id,
    what: row.what as ImportWhat,
    fileName: row.fileName,
    sha256: row.sha256,
    organisationId: row.organisationId,
    areaId: row.areaId,
    on: day(row.on),
    byUserId: row.byUserId,
    counts: row.counts as unknown as ImportCounts,
    appliedAt: row.appliedAt,
    revertedAt: row.revertedAt,
  }));
}

/** The named leads among the posts that some writes made or changed: what the score knows of them may be another now. */
export async function findLeadsTouched(tx: Tx, steps: readonly UndoStep[]): Promise<string[]> {
  const ids = steps.filter(({ record }) => record === "appointment").map(({ id }) => id);
  const leads = await tx.appointment.findMany({
    where: { id: { in: [...new Set(ids)] }, isLead: true },
    select: { id: true },
  });
  return leads.map(({ id }) => id);
}
