import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

const OTHER = {
  attended: "Yes, and they came",
  apologies: "Yes, and they sent apologies",
  absent: "Yes, and they did not come",
  "for information": "They were told of it, and not asked to come",
} as const;

const CHANNELS = {
  leaflet: "Leaflets through doors",
  poster: "Posters",
  online: "Social media or a website",
  news: "A newspaper or newsletter",
  word: "By word of mouth",
  door: "Knocking on doors",
  school: "Through schools or groups",
} as const;

/** Something for residents: who held it, who came, what residents were told after (guide, C5.1, P5.1; docs/method.md R2, A3, A4). */
export const engagementEvent = evidenceKind({
  id: "engagement-event",
  words: {
    one: "An event for residents",
    many: "Events for residents",
    purpose: "Note an event, stall or open day: who held it, who came, and what residents heard afterwards.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line("What is the event?", "Say what the event is"),
    on: ask.day("When?", "Enter the day of the event", { ahead: true }),
    host: ask.sideOrJoint("Who holds it?", "Choose who holds it"),
    other: may.choice("Was the other side asked to take part?", OTHER, "Leave it empty where both hold it."),
    invited: may.line("Who was asked?"),
    channels: may.choices("How were residents told of it?", CHANNELS),
    reach: may.count("How many were told of it?", null, "A good guess is fine."),
    turnout: may.count("How many came?"),
    toldBack: may.day("When did residents hear what came of it?", { hint: "Leave it empty until they do." }),
  },
  on: "on",
  title: ({ what }) => what,
  check: ({ on, toldBack }) =>
    toldBack !== null && toldBack < on ? { toldBack: "This comes after the event" } : {},
  toFact: ({ values: { on, host, other, toldBack } }) => ({
    type: "engagement-event",
    date: on,
    host,
    other: host === "joint" ? null : other,
    told_back: toldBack,
  }),
  example: {
    fields: {
      what: "Open day on the playing field",
      host: "community",
      other: "attended",
      invited: "The parks team",
      channels: ["leaflet", "word"],
      turnout: 85,
      on: -56,
      toldBack: -30,
    },
  },
});
