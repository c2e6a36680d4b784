import { addDays, type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, mayWrite, ownOrganisations, type Side } from "../identity/actor";
import { findNamesNow } from "../people/names-now.queries.server";
import { heldOn } from "../people/people.queries.server";
import { answeredWords, type Contact, type LinkView, type Purpose, stateOf, toPurpose } from "./link";

/** What a token opens: a link that stands, one that was used, or nothing. */
export type FoundLink = {
  id: string;
  isOpen: boolean;
  usedAt: Date | null;
  answer: string | null;
  purpose: Purpose;
  opened: boolean;
};

/** The link of a token's hash, asked before anybody is entered; null: it opens nothing. */
export async function findLinkByHash(tx: Tx, hash: string, today: Day): Promise<FoundLink | null> {
  const [row] = await tx.$queryRaw<
    {
      id: string;
      is_open: boolean;
      used_at: Date | null;
      answer: string | null;
      purpose: string;
      opened: boolean;
    }[]
  >`SELECT * FROM app.find_link(${hash}, ${today}::date)`;
  const purpose = row && toPurpose(row.purpose);
  if (!row || !purpose) return null;
  const { id, is_open: isOpen, used_at: usedAt, answer, opened } = row;
  return { id, isOpen, usedAt, answer, purpose, opened };
}

/** A link's own row, as the link itself, or the job that sends it, reads it. */
export async function findOwnLink(tx: Tx, id: string) {
  return tx.link.findUnique({
    where: { id },
    select: {
      id: true,
      recordId: true,
      areaId: true,
      relationshipId: true,
      organisationId: true,
      side: true,
      purpose: true,
      personId: true,
      firstId: true,
      madeById: true,
      madeByOrganisationId: true,
      madeAt: true,
      expiresOn: true,
      usedAt: true,
      revokedAt: true,
      sentOn: true,
    },
  });
}
export type OwnLink = NonNullable<Awaited<ReturnType<typeof findOwnLink>>>;

const listed = {
  id: true,
  way: true,
  personId: true,
  madeAt: true,
  expiresOn: true,
  sentOn: true,
  openedAt: true,
  usedAt: true,
  answer: true,
  revokedAt: true,
  madeByOrganisationId: true,
} satisfies Prisma.LinkSelect;

/** The links made for a record, newest first. */
export async function findLinksOf(
  tx: Tx,
  actor: AreaActor,
  recordId: string,
  today: Day,
): Promise<LinkView[]> {
  const rows = await tx.link.findMany({
    where: { recordId, areaId: actor.areaId },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: 50,
    select: listed,
  });
  // Apart: a contact of another council may not be this reader's to see, and would take the whole row along.
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => toView(row, actor, names.get(row.personId), today));
}

function toView(
  row: Prisma.LinkGetPayload<{ select: typeof listed }>,
  actor: AreaActor,
  contact: string | undefined,
  today: Day,
): LinkView {
  const { id, way, madeAt, openedAt, usedAt, answer, madeByOrganisationId } = row;
  const expiresOn = dateToDay(row.expiresOn);
  const sentOn = row.sentOn && dateToDay(row.sentOn);
  const state = stateOf({ ...row, expiresOn, sentOn }, today);
  const own = ownOrganisations(actor).includes(madeByOrganisationId);
  return {
    id,
    way,
    state,
    sentOn,
    contact: contact ?? "somebody of the other side",
    madeOn: dayOf(madeAt),
    lastDay: addDays(expiresOn, -1),
    opened: openedAt !== null,
    answered: usedAt && { words: answeredWords(answer), on: dayOf(usedAt) },
    canRevoke: own && mayWrite(actor) && (state === "out" || state === "waiting"),
  };
}

/** What is looked for: people of this side, and of which councils. */
type Wanted = { side: Side; councilIds: readonly string[] };

/** The contacts of the other side with a post now, by name: the partnership's own, or those councils'. */
export async function findContacts(
  tx: Tx,
  actor: AreaActor,
  { side, councilIds }: Wanted,
  today: Day,
): Promise<Contact[]> {
  const organisation =
    side === "community" ? { partnershipOf: { id: actor.areaId } } : { id: { in: [...councilIds] } };
  const posts = await tx.appointment.findMany({
    where: {
      AND: [
        heldOn(today),
        { organisation, person: { erasedAt: null }, OR: [{ areaId: null }, { areaId: actor.areaId }] },
      ],
    },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }, { id: "asc" }],
    select: {
      organisationId: true,
      person: { select: { id: true, name: true, email: true } },
      organisation: { select: { id: true, shortName: true } },
    },
  });
  const nameNow = await findNamesNow(tx, actor);
  const found = new Map<string, Contact>();
  for (const { person, organisation: of, organisationId } of posts) {
    if (found.has(person.id)) continue;
    const { id, name, email } = person;
    found.set(id, { id, name, organisation: nameNow(of), organisationId, hasEmail: Boolean(email) });
  }
  return [...found.values()];
}
