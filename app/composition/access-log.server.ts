import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction, type Principal } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { networkRange } from "~/platform/network-range";

/** What the log calls what was done without writing: refused; taken away as a file; opened by break-glass. */
export type AccessEvent = "access.refused" | "access.exported" | "access.opened";

/** Whose doing it was, and from where. */
export type Whence = {
  userId: string | null;
  principal: Principal;
  clock: Clock;
  requestId?: string | undefined;
  clientAddress?: string | undefined;
  browser?: string | undefined;
};

/** For whom an entry is: its own person and the admins, unless it is about an area. */
type Place = {
  areaId: string;
  relationshipId?: string | null;
  organisationId: string | null;
  side: "council" | "community" | null;
  level: "shared" | "side";
  subjectId?: string | null;
};

/** Adds to the log what wrote nothing, in a transaction of its own: that of a refusal was rolled back. */
export async function noteAccess(
  command: AccessEvent,
  data: Readonly<Record<string, string | number>>,
  { userId, principal, clock, requestId, clientAddress, browser }: Whence,
  place: Place | { level: "personal"; subjectId?: string | null } = { level: "personal" },
): Promise<void> {
  const at = clock.now();
  await inTransaction(principal, todayBy(clock), async (tx) => {
    // createMany: who writes the entry may be nobody who reads it back.
    await tx.event.createMany({
      data: [
        {
          ...{ id: newId(at), at, principal, actorId: userId, command, data, ...place },
          requestId: requestId ?? null,
          clientAddress: networkRange(clientAddress ?? null),
          browser: browser ?? null,
        },
      ],
    });
  });
}
