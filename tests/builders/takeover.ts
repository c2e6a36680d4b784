import type { SignedIn } from "~/composition/execution.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { ENDS } from "~/features/areas/takeover";
import { findTakeover } from "~/features/areas/takeover.queries.server";
import { createOrganisation, setSuccessor } from "~/features/organisations/organisations.commands.server";
import type { Day } from "~/platform/calendar/day";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { mustRun, type Place } from "./place";

/** The day on which the built places' councils are taken over, the evening before it, and that day itself. */
export const TAKEOVER = "2027-04-01" as Day;
export const before = { clock: clockAt("2027-03-31T12:00:00Z") };
export const onTheDay = { clock: clockAt("2027-04-01T12:00:00Z") };

/** A new unitary council of the register; gives its id and slug. */
export function buildUnitary({ admin, by }: Place, name = "Barley") {
  const input = {
    name: `${name} Council`,
    shortName: name,
    kinds: ["council" as const],
    tier: "unitary" as const,
  };
  return mustRun(admin, createOrganisation, input, by);
}

/** What an admin would see of a council's end, at that hour. */
export function seeTakeover(admin: SignedIn, councilId: string, clock: Clock) {
  return inTransaction(`user:${admin.id}`, todayBy(clock), (tx) =>
    findTakeover(tx, councilId, todayBy(clock)),
  );
}

/** Says that one council takes over from another on the day. */
export function nameSuccessor(
  { admin, by }: Place,
  predecessorId: string,
  successorId: string,
  takesOverOn: Day = TAKEOVER,
) {
  return mustRun(admin, setSuccessor, { predecessorId, successorId, takesOverOn }, by);
}

/** Prepares a takeover in all its areas by one council; every account follows but those named. */
export async function buildTakeover(
  place: Place,
  { from, to, ends = [], on = TAKEOVER }: { from: string; to: string; ends?: readonly string[]; on?: Day },
) {
  const { admin, by } = place;
  await nameSuccessor(place, from, to, on);
  const { ties, members } = await seeTakeover(admin, from, place.clock);
  return mustRun(
    admin,
    takeOver,
    {
      predecessorId: from,
      ties: ties.map(({ id }) => ({ id, successorId: to })),
      members: members.map(({ id, name }) => ({ id, to: ends.includes(name) ? ENDS : to })),
    },
    by,
  );
}
