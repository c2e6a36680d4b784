import { COMMUNITY_PEOPLE } from "../builders/neutral-area";
import type { StoryTellers } from "../builders/story-teller";
import type { Story } from "./story";

const GARDEN = "The community garden";
const votes = { key: true, jointWork: true, how: "vote" as const };
const news = { well: "It was short.", badly: "It was cold." };

/** A meeting on a day of the officer and the partnership, as its chair logs it. */
function met({ talk, who }: StoryTellers, day: number, title: string, more: object = {}): void {
  const people = { theirs: ["Olive Officer"], ours: COMMUNITY_PEOPLE };
  talk.meeting(day, { by: who.community.lead, title, sentAfter: 2, ...people, ...news, ...more });
}

/** Stories whose action is one side's alone. */
export const oneSidedStories: Story[] = [
  {
    id: "a club is opened where there is one already",
    says: "Youth work is begun beside youth work that nobody had looked for",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const also = "The council’s own youth team";
          entries.noted(-20, who.community.lead, "duplication-found", { what: "A youth club", also });
        },
        holds: {
          asks: [{ action: "P2.3", to: "community", says: "1 thing was found", links: ["A youth club"] }],
        },
      },
      {
        tell: ({ entries, who }) => {
          const rests = "Both clubs share Thursdays now.";
          entries.noted(0, who.community.lead, "case-made", { what: "One club", to: "The council", rests });
        },
        holds: { asksNot: [{ action: "P2.3", to: "community" }] },
      },
    ],
  },
  {
    id: "somebody storms out",
    says: "A meeting ends in a slammed door; a quiet talk follows a week later",
    chapters: [
      {
        tell: (tellers) => met(tellers, -8, "The slammed door", { tone: "tense" }),
        holds: {
          asks: [
            { action: "P3.2", to: "community", says: "marked tense 8 days ago", links: ["The slammed door"] },
          ],
        },
      },
      {
        tell: (tellers) => met(tellers, -1, "A quiet talk", { how: "call", tone: "warm" }),
        holds: { asksNot: [{ action: "P3.2", to: "community" }] },
      },
    ],
  },
  {
    id: "a majority where consensus was sought",
    says: "Councillors' votes carry a key decision on joint work against most residents",
    chapters: [
      {
        tell: (tellers) => {
          const vote = { residentsFor: 3, residentsAgainst: 5, councillorsFor: 4, councillorsAgainst: 0 };
          met(tellers, -9, "The vote", {
            decisions: [{ text: "The gate is locked at six.", ...votes, ...vote }],
          });
        },
        holds: {
          moves: { ownership: "down" },
          conduct: { ownership: { council: "down" } },
          asks: [
            { action: "C5.4", to: "council", says: "at 1 meeting in the last year", links: ["The vote"] },
          ],
        },
      },
    ],
  },
  {
    id: "four councillors and one vote",
    says: "Councillors on the partnership share a vote, and residents decide",
    chapters: [
      {
        tell: (tellers) => {
          const vote = { residentsFor: 6, residentsAgainst: 1, councillorsFor: 1, councillorsAgainst: 0 };
          met(tellers, -9, "The vote", { decisions: [{ text: "The gate stays open.", ...votes, ...vote }] });
        },
        holds: { moves: { ownership: "not down" }, asksNot: [{ action: "C5.4", to: "council" }] },
      },
    ],
  },
  {
    id: "a new head, told after the fact",
    says: "The council changes, and residents learn it a month later",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const change = { what: "A new head of parks", by: "council", effective: -30, notified: 0 };
          entries.noted(-10, who.council.lead, "staff-change-notified", change);
        },
        holds: {
          moves: { dialogue: "down" },
          conduct: { dialogue: { council: "down" } },
          asks: [
            {
              action: "C3.2",
              to: "council",
              says: "30 days after it took effect",
              links: ["A new head of parks"],
            },
          ],
          names: { dialogue: ["A new head of parks"] },
        },
      },
    ],
  },
  {
    id: "the council steps in to lead",
    says: "Where residents' effort flagged, the council takes over without asking",
    chapters: [
      {
        tell: ({ plans, who }) => {
          const [by, aim] = [who.community.lead, "A hall with a stage."];
          plans.begun(-100, "The stage", { by, aim, lead: "community", person: "Rita Resident" });
          plans.leadMoved(-20, "The stage", who.council.lead, { to: "council" });
        },
        holds: {
          moves: { ownership: "down" },
          asks: [
            {
              action: "C5.2",
              to: "council",
              says: "no decision on record: “The stage”",
              links: ["The stage"],
            },
          ],
          names: { ownership: ["The stage"] },
        },
      },
    ],
  },
  {
    id: "the answer brought along",
    says: "The council comes with its outcome fixed, and a change of goal gets no answer",
    chapters: [
      {
        tell: ({ agreements, plans, who }) => {
          const [by, aim] = [who.council.lead, "A car park."];
          plans.begun(-80, "The car park", { by, aim, lead: "joint" });
          plans.scoped(-78, "The car park", by);
          agreements.proposed(-50, who.community.lead, "goal", "A market in its place", "Twice a week.");
        },
        holds: {
          moves: { flexibility: "down" },
          conduct: { flexibility: { council: "down" } },
          asks: [
            {
              action: "C4.4",
              to: "council",
              says: "1 change of goal got no reasoned answer",
              links: ["The car park", "A market in its place"],
            },
          ],
          names: { flexibility: ["A market in its place"] },
        },
      },
    ],
  },
  {
    id: "one person carries it all",
    says: "What the partnership promised lies with its chair alone",
    chapters: [
      {
        tell: ({ handovers, who }) => {
          for (const title of ["Keys", "Minutes", "Posters"])
            handovers.promised(-10, { by: who.community.lead, title, due: 40, person: "Carol Chair" });
        },
        holds: {
          moves: { trust: "not down" },
          asks: [
            {
              action: "P1.3",
              to: "community",
              says: "Carol Chair holds 3 of the partnership’s 3 open promises",
              links: ["Keys", "Minutes", "Posters"],
            },
          ],
        },
      },
    ],
  },
  {
    id: "an early win",
    says: "Something modest is delivered where everybody sees it; it waits for a word, and gets one",
    chapters: [
      {
        tell: ({ plans, who }) => {
          plans.step(-70, "The bench", {
            by: who.council.lead,
            owner: "council",
            due: -36,
            of: GARDEN,
            early: true,
          });
          plans.done(-40, "The bench", who.council.lead, "It stands.");
        },
        holds: {
          moves: { ownership: "up", recognition: "down" },
          asks: [
            {
              action: "P4.2",
              to: "community",
              says: "“The bench” (oldest 40 days ago)",
              links: ["The bench"],
            },
          ],
          names: { ownership: ["The bench"], recognition: ["The bench"] },
        },
      },
      {
        tell: ({ entries, who }) => {
          entries.noted(0, who.community.lead, "thanks", { what: "The bench by the gate" });
        },
        holds: { asksNot: [{ action: "P4.2", to: "community" }] },
      },
    ],
  },
  {
    id: "word passed on from the doorstep",
    says: "What residents report reaches the council, and something is done",
    in: "plain",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const what = "Rubbish is tipped behind the shops";
          entries.noted(-20, who.community.lead, "feedback-passed-on", { what });
          entries.answered(-12, who.council.lead, what, "acted on", "A camera, and a skip.");
        },
        holds: {
          moves: { dialogue: "not down" },
          asksNot: [{ action: "P3.3", to: "community", was: true }],
        },
      },
    ],
  },
  {
    id: "called off, and not booked again",
    says: "The council calls a meeting off the day before, and nobody books another",
    chapters: [
      {
        tell: ({ talk, who }) =>
          talk.dropped(-50, { by: who.council.lead, title: "The yearly look back", notice: 1 }),
        holds: { moves: { flexibility: "down" }, names: { flexibility: ["The yearly look back"] } },
      },
    ],
  },
];
