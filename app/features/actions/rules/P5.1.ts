import type { ActionRule } from "../action";
import { within } from "../entry-seen";
import { counted, HALF_YEAR, HYPOTHETICAL, hasHad } from "../evidence";
import { eventsOf, fallingTurnout } from "../turnout";

const CHANNELS = 3;

/**
 * Residents were told of events in fewer than three ways in six months, or fewer came to the last event than to either of
 * the two before (guide, P5.1). Events that the community held, alone or jointly.
 */
export const P5_1: ActionRule = {
  id: "P5.1",
  component: "ownership",
  for: [{ side: "community", roles: [] }],
  effort: 2,
  title: "Tell people about it in a way you have not tried",
  wording:
    "Leaflets, posters, social media, a word at the school gate: different ways reach different people.",
  closes: "Events of the last six months were told of in 3 different ways, and turnout holds.",
  look(evidence, today) {
    const events = eventsOf(evidence, today, ["community", "joint"]);
    const recent = within(events, HALF_YEAR, today);
    const ways = new Set(
      recent.flatMap(({ values }) => (Array.isArray(values.channels) ? values.channels.map(String) : [])),
    );
    const few = ways.size < CHANNELS && hasHad(HALF_YEAR, evidence, today);
    const falling = fallingTurnout(events);
    if (!few && !falling) return null;
    const parts = [
      ...(few
        ? [
            recent.length === 0
              ? "In six months no event was noted."
              : `In six months ${counted(recent.length, "event")} ${recent.length === 1 ? "was" : "were"} told of in ${ways.size === 0 ? "no way that is noted" : counted(ways.size, "way")}.`,
          ]
        : []),
      ...(falling ? [`At the last ${falling.events.length} events ${falling.words}.`] : []),
    ];
    return {
      because: parts.join(" "),
      recordIds: [...new Set([...(falling?.events ?? []), ...(few ? recent : [])].map(({ id }) => id))],
      state: [...(few ? [...ways].sort() : []), few ? "few ways" : "", falling ? "falling" : ""],
      since: (few ? recent[0]?.on : falling?.events[0]?.on) ?? evidence.since,
      hypothetical: { type: "engagement-event", id: HYPOTHETICAL, date: today, host: "joint" },
    };
  },
};
