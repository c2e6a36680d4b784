import type { Day } from "~/platform/calendar/day";
import { type EntrySeen, entriesOf } from "./entry-seen";
import type { Evidence } from "./evidence";

const EVENTS = 3;

/** Events of some hosts that have been, the oldest first. */
export function eventsOf(evidence: Evidence, today: Day, hosts: readonly string[]): EntrySeen[] {
  return entriesOf(evidence, "engagement-event").filter(
    ({ values, on }) => hosts.some((host) => values.host === host) && on <= today,
  );
}

/** The last three of some events, where fewer came to the last than to either before it; null: not so. */
export function fallingTurnout(events: readonly EntrySeen[]): { events: EntrySeen[]; words: string } | null {
  const counted = events.flatMap((event) => {
    const { turnout } = event.values;
    return typeof turnout === "number" ? [{ event, turnout }] : [];
  });
  const three = counted.slice(-EVENTS);
  const [first, second, last] = three;
  if (!first || !second || !last || last.turnout >= Math.min(first.turnout, second.turnout)) return null;
  return {
    events: three.map(({ event }) => event),
    words: `${first.turnout}, ${second.turnout} and then ${last.turnout} people came`,
  };
}
