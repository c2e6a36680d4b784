import { expiryOf, MAIL_DAYS } from "~/features/links/link";
import { hashToken } from "~/features/links/link-token.server";
import { noteLinkSent } from "~/features/links/links.commands.server";
import { findOwnLink, type OwnLink } from "~/features/links/links.queries.server";
import { dayToDate } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { writeEvent } from "~/platform/command-log.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";

const PRINCIPAL = "job:send-link";
const DAY_MS = 86_400_000;

/** Which mail of a link's it is: the link first made, and the how-manieth time, from 0. */
type Sending = { firstId: string; step: number };

/**
 * The link a mail will carry, with the token it is sent with: the first time the one that was made, later one more for
 * the same thing. Null where it was taken back or answered meanwhile. Asked again after a failure it is the same link.
 */
export function prepareLink({ firstId, step, token }: Sending & { token: string }, clock: Clock) {
  const today = todayBy(clock);
  return inTransaction(PRINCIPAL, today, async (tx) => {
    const first = await findOwnLink(tx, firstId);
    if (first === null || first.revokedAt !== null || (await isAnswered(tx, firstId))) return null;
    // Noted as sent, and the queue did not learn of it: once is enough.
    if ((await countSent(tx, firstId)) > step) return null;
    const link = step === 0 ? first : await another(tx, first, clock);
    const data = { tokenHash: hashToken(token), expiresOn: dayToDate(expiryOf(today)) };
    await tx.link.update({ where: { id: link.id }, data, select: { id: true } });
    return link;
  });
}

async function isAnswered(tx: Tx, firstId: string): Promise<boolean> {
  const where = { OR: [{ id: firstId }, { firstId }], usedAt: { not: null } };
  return (await tx.link.count({ where })) > 0;
}

async function countSent(tx: Tx, firstId: string): Promise<number> {
  return tx.link.count({ where: { OR: [{ id: firstId }, { firstId }], sentOn: { not: null } } });
}

/** One more link for the same thing: begun before and not sent, or new. */
async function another(tx: Tx, first: OwnLink, clock: Clock): Promise<Pick<OwnLink, "id">> {
  const begun = await tx.link.findFirst({ where: { firstId: first.id, sentOn: null }, select: { id: true } });
  if (begun) return begun;
  const { usedAt: _, revokedAt: __, sentOn: ___, ...same } = first;
  const madeAt = clock.now();
  const id = newId(madeAt);
  await tx.link.create({
    data: { ...same, id, madeAt, way: "mail", firstId: first.id },
    select: { id: true },
  });
  return { id };
}

/** The mail server took it: both sides see that they were told, and it goes again when its day comes. */
export function markSent(link: Pick<OwnLink, "id">, { firstId, step }: Sending, clock: Clock): Promise<void> {
  const today = todayBy(clock);
  return inTransaction(PRINCIPAL, today, async (tx) => {
    const sentOn = dayToDate(today);
    await tx.link.update({ where: { id: link.id }, data: { sentOn }, select: { id: true } });
    const first = await findOwnLink(tx, firstId);
    if (first === null) return;
    const { recordId: subjectId, areaId, relationshipId, madeByOrganisationId: organisationId } = first;
    const command = { id: noteLinkSent.id, eventId: newId(clock.now()), at: clock.now() };
    const data = { linkId: link.id, step };
    const where = { subjectId, areaId, relationshipId, organisationId, side: null, level: "shared" as const };
    await writeEvent(tx, { principal: PRINCIPAL, actorId: null }, command, { ...where, data });
    const next = MAIL_DAYS[step + 1];
    if (next === undefined) return;
    const runAt = new Date(first.madeAt.getTime() + next * DAY_MS);
    const key = `send-link ${firstId} ${step + 1}`;
    await enqueue(tx, "send-link", { link: firstId, step: step + 1 }, { runAt, key });
  });
}
