import type { Mould } from "./moulds";
import { PEOPLE } from "./people";

const { chair, liaison, member } = PEOPLE;

/** What each side wants, what it noticed and did, and what they agreed on. */
export const COURSES = {
  "council sees our aim": {
    titles: ["A park that is open in the evening", "Warm rooms for all", "Work for young people"],
    tell({ entries }, day, title, { chair: by, officer }) {
      entries.wants(day, by, title, "It comes up at every door.");
      entries.acknowledged(day + 18, officer, title);
    },
  },
  "our aim, not seen": {
    titles: ["A bus that comes on Sundays", "Fewer empty shops", "A say in what is built"],
    tell({ entries }, day, title, { chair: by }) {
      entries.wants(day, by, title, "Nobody has asked us about it.");
    },
  },
  "we see the council's aim": {
    titles: [
      "Streets that cost less to keep",
      "Tenants who know whom to ring",
      "A library that pays its way",
    ],
    tell({ entries }, day, title, { chair: other, officer: by }) {
      entries.wants(day, by, title, "The plan for four years says so.");
      entries.acknowledged(day + 12, other, title);
    },
  },
  "their strength is used": {
    titles: ["They know every family here", "They have keys to every hall", "They can write a bid in a week"],
    tell({ entries }, day, title, { officer: by }) {
      entries.noted(day, by, "strength-named", { of: "community", what: title });
      entries.answered(day + 30, by, title, "used", "We began with it.");
    },
  },
  "what we noticed is used": {
    titles: ["The path floods at the bend", "Nobody reads the board", "Prams cannot pass the bins"],
    tell({ entries }, day, title, { chair: by, officer }) {
      entries.noted(day, by, "insight-offered", { of: "community", what: title });
      entries.answered(day + 26, officer, title, "used", "It is in the plan.");
    },
  },
  "what we noticed lies": {
    titles: ["Lorries use the back lane", "The clock has stopped", "Dogs keep children away"],
    tell({ entries }, day, title, { chair: by }) {
      entries.noted(day, by, "insight-offered", { of: "community", what: title });
    },
  },
  "a rule is made simpler": {
    titles: ["A form for every stall", "Keys signed for in person", "Insurance for each walk"],
    tell({ entries }, day, title, { chair: by, officer }) {
      const effect = "Two evenings each time.";
      entries.noted(day, by, "procedure-barrier", { of: "council", what: title, effect });
      entries.answered(day + 40, officer, title, "simplified", "Once a year will do.");
    },
  },
  "a rule stays": {
    titles: ["Three quotes for a kettle", "No events after eight", "Every poster is approved"],
    tell({ entries }, day, title, { chair: by, officer }) {
      const effect = "We stop asking.";
      entries.noted(day, by, "procedure-barrier", { of: "council", what: title, effect });
      entries.answered(day + 58, officer, title, "habit", "It has always been so.");
    },
  },
  "a disagreement is settled": {
    titles: ["Who holds the keys", "Whose name is on the sign", "Where the benches go"],
    tell({ entries }, day, title, { chair: by, officer }) {
      entries.noted(day, by, "disagreement", { what: title, ours: "Those who use it should say." });
      entries.closedTogether(day + 33, [officer, by], title, "adapted", "Both, in turns.");
    },
  },
  "an event together": {
    titles: ["A picnic on the green", "An open day", "A lantern walk", "Planting the orchard"],
    tell({ entries }, day, title, { chair: by }) {
      entries.noted(day, by, "engagement-event", {
        ...{ what: title, host: "joint", channels: ["poster", "word"], turnout: 70 },
      });
      entries.added(day + 28, by, title, { toldBack: 0 });
    },
  },
  "an event of ours": {
    titles: ["A clean-up on Saturday", "Soup on Thursdays", "The carol round"],
    tell({ entries }, day, title, { chair: by }) {
      entries.noted(day, by, "engagement-event", {
        ...{ what: title, host: "community", other: "absent", channels: ["word"], turnout: 30 },
      });
    },
  },
  "credit for both": {
    titles: ["A page about the green", "A film of the open day", "A word in the newsletter"],
    tell({ entries }, day, title, { officer: by }) {
      entries.noted(day, by, "publicity", {
        ...{ what: title, by: "council", where: "newsletter", joint: true, credits: "both" },
      });
    },
  },
  "credit for one": {
    titles: ["A speech about the new path", "A press release on the lamps"],
    tell({ entries }, day, title, { officer: by }) {
      entries.noted(day, by, "publicity", {
        ...{ what: title, by: "council", where: "speech", joint: true, credits: "own" },
      });
    },
  },
  "news told in time": {
    titles: ["The grant is cut", "No second skip this year", "The office moves in spring"],
    tell({ entries }, day, title, { officer: by }) {
      entries.noted(day, by, "bad-news-given", {
        ...{
          what: title,
          by: "council",
          decided: -4,
          conveyed: 0,
          how: "call",
          reasons: "A smaller budget.",
        },
      });
    },
  },
  "residents decide": {
    titles: ["Letting the hall", "Giving out the small grants", "Choosing what is planted"],
    tell({ entries }, day, title, { chair: by, officer }) {
      entries.noted(day, by, "residents-lead", { what: title, who: "A group of nine" });
      entries.answered(day + 14, officer, title, "agreed", "Gladly.");
    },
  },
  "a proposal is taken up": {
    titles: ["Meet in the hall from now on", "One form for the year", "Notes within a week"],
    tell({ agreements }, day, title, { chair: by, officer }) {
      agreements.proposed(day, by, "way_of_working", title, "More of us can come then.");
      agreements.accepted(day + 9, officer, title, "We will try it.");
    },
  },
  "a proposal waits": {
    titles: ["Share one calendar", "A second meeting in summer", "Swap desks for a day"],
    tell({ agreements }, day, title, { officer: by }) {
      agreements.proposed(day, by, "way_of_working", title, "It would save us both a letter.");
    },
  },
  "a project together": {
    titles: ["The green, for everybody", "A hall that pays its way", "The old depot"],
    tell({ plans }, day, title, { chair: by, officer: agreedBy }) {
      plans.begun(day, title, {
        ...{ by, aim: "Something both sides can point to.", lead: "joint" as const, person: member },
        ...{ residents: true, ends: day + 240, agreedBy },
      });
    },
  },
  "a project nobody leads": {
    titles: ["The empty shop", "Lamps on the path"],
    tell({ plans }, day, title, { officer: by }) {
      plans.begun(day, title, { by, aim: "Somebody will have to.", lead: "none" });
    },
  },
  "an agreement": {
    titles: ["How we work together"],
    tell({ agreements }, day, title, { chair: by, officer }) {
      const words = {
        roles: "Each side names somebody to ask first.",
        communication: "We meet every six weeks.",
        review: "We read this together once a year.",
      };
      agreements.written(day, title, { by, title, starts: day + 30, review: day + 120, words });
      agreements.agreed(day + 12, title, officer);
      agreements.signed(day + 20, title, by, chair);
      agreements.signed(day + 24, title, officer, liaison);
      agreements.reviewed(day + 118, title, [by, officer], "It still says what we do.");
    },
  },
  "a rhythm": {
    titles: ["rhythm"],
    tell({ talk }, day, _, { chair: by, officer }) {
      talk.rhythm(day, [by, officer], [42, 63]);
    },
  },
  "nothing to report": {
    titles: ["Everybody is away"],
    tell({ entries }, day, title, { chair: by }) {
      entries.noted(day, by, "nothing-to-report", { words: title });
    },
  },
} satisfies Record<string, Mould>;
