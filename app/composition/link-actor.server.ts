import { type Actor, type AreaActor, toActor } from "~/features/identity/actor";
import { findOwnLink, type OwnLink } from "~/features/links/links.queries.server";
import type { Day } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import type { Execution } from "~/platform/command.server";
import { inReading, inTransaction, type StandRow, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { afterWrite } from "./after-write.server";
import { refuseClosed } from "./closed-areas.server";

/** A link as one who acts: where it stands is for the database to say, and it has no account. */
function linkActor({ id, personId }: Pick<OwnLink, "id" | "personId">, stands: readonly StandRow[]): Actor {
  return { ...toActor({ id, name: "", email: "", demo: false }, stands), contactId: personId };
}

/** What reads as a link begin with: its own row, and where it stands. */
export type LinkReading = { tx: Tx; today: Day; now: Date; link: OwnLink; actor: AreaActor };

/** Runs reads as a link, which sees its one thing; null where it no longer opens it. */
export function readAsLink<T>(
  linkId: string,
  clock: Clock,
  work: (reading: LinkReading) => Promise<T>,
): Promise<T | null> {
  const today = todayBy(clock);
  return inReading(`link:${linkId}`, today, async (tx, stands) => {
    const link = await findOwnLink(tx, linkId);
    if (link === null) return null;
    const all = linkActor(link, stands);
    const [stand] = all.stands;
    // Nothing is asked about a closed area, and no mail goes out about it.
    if (!stand || stand.closed) return null;
    return work({ tx, today, now: clock.now(), link, actor: { ...stand, userId: link.id, name: "" } });
  });
}

type Whence = {
  clock: Clock;
  requestId?: string | null;
  clientAddress?: string | null;
  browser?: string | null;
};

/** How a link's command runs: as its own principal, told in the log as its contact's, the score following. */
export function executionByLink(
  link: { id: string; personId: string; purpose: OwnLink["purpose"] },
  { clock, requestId, clientAddress, browser }: Whence,
): Execution<Actor> {
  return {
    principal: `link:${link.id}`,
    actorId: null,
    byPerson: link.personId,
    actor: (stands) => linkActor(link, stands),
    clock,
    ...(requestId ? { requestId } : {}),
    ...(clientAddress ? { clientAddress } : {}),
    ...(browser ? { browser } : {}),
    refuse: refuseClosed,
    // Who agreed minutes says nothing to the score, and a link does not see what else a meeting says to it.
    after: (context, entries) =>
      link.purpose === "minutes" ? Promise.resolve() : afterWrite(context, entries),
    denied: (command, why) => noteDenialByLink(link.id, command, why, clock),
  };
}

/** A refusal is audited in a transaction of its own: the refused one was rolled back. */
export async function noteDenialByLink(
  linkId: string,
  command: string,
  why: string,
  clock: Clock,
): Promise<void> {
  const entry = { principal: `link:${linkId}`, command: "access.refused", level: "personal" as const };
  const data = { command, why };
  await inTransaction("auth", todayBy(clock), async (tx) => {
    await tx.event.createMany({ data: [{ id: newId(clock.now()), at: clock.now(), ...entry, data }] });
  });
}
