import { COMMUNITY_PEOPLE, COUNCIL_PEOPLE } from "../builders/neutral-area";
import type { Story } from "./story";

const BELIEF_OF_COUNCIL = "They want events in the summer as well";
const BELIEF_OF_COMMUNITY = "They will help with work in the winter";

/** What each side knows of the other, says of it and sees in it. */
export const recognitionStories: Story[] = [
  {
    id: "S06",
    says: "Residents know the problem; officers listen and use it",
    in: "plain",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const known = "The footbridge floods before the road does";
          entries.noted(-30, who.community.lead, "insight-offered", { of: "community", what: known });
          entries.answered(-10, who.council.lead, known, "used", "The pump was moved.");
        },
        holds: {
          moves: { recognition: "up", flexibility: "up" },
          asksNot: [{ action: "C4.2", to: "council", was: true }],
          names: {
            recognition: ["The footbridge floods before the road does"],
            flexibility: ["The footbridge floods before the road does"],
          },
        },
      },
    ],
  },
  {
    id: "S07",
    says: "A resort: the council wants summer events, the partnership work all year round",
    chapters: [
      {
        tell: ({ entries, who }) => {
          entries.wants(-25, who.community.lead, "Work all year round", "Not in July alone.");
          entries.wants(-25, who.council.lead, "A full front in summer", "Visitors fill the car parks.");
          entries.wants(-24, who.council.lead, BELIEF_OF_COUNCIL, "It came up.", "theirs");
          entries.wants(-24, who.community.lead, BELIEF_OF_COMMUNITY, "They said so.", "theirs");
        },
        holds: { asks: [{ action: "C1.1", to: "council", links: [BELIEF_OF_COUNCIL] }] },
      },
      {
        tell: ({ entries, who }) => {
          entries.saidOfBelief(0, who.community.lead, BELIEF_OF_COUNCIL, "corrected", "Work in all months.");
          entries.saidOfBelief(0, who.council.lead, BELIEF_OF_COMMUNITY, "corrected", "Summer comes first.");
        },
        holds: {
          moves: { recognition: "up" },
          asksNot: [{ action: "C1.1", to: "council" }],
          names: { recognition: [BELIEF_OF_COUNCIL, BELIEF_OF_COMMUNITY] },
        },
      },
    ],
  },
  {
    id: "S10",
    says: "Ties are kept at several levels and in several teams",
    in: "plain",
    chapters: [
      {
        tell: ({ posts, talk, views, who }) => {
          posts.came(-170, who.council.lead, "Cora Cabinet", "cabinet-member");
          posts.came(-170, who.council.lead, "Sam Senior", "senior-manager");
          posts.came(-170, who.council.lead, "Frank Frontline", "front-line-officer");
          const people = { theirs: COUNCIL_PEOPLE, ours: COMMUNITY_PEOPLE.slice(0, 1) };
          talk.meeting(-30, {
            by: who.community.lead,
            title: "Round the table",
            well: "All came.",
            ...people,
          });
          const view = { interest: 4, influence: 4, stance: "champion", ally: true } as const;
          views.thinks(-20, who.community.lead, "Frank Frontline", view);
          posts.checked(-5, who.council.lead, "Olive Officer");
        },
        holds: {
          moves: { recognition: "up" },
          asksNot: [{ action: "P1.2", to: "community", was: true }],
          names: { recognition: ["Named lead: Olive Officer"] },
        },
      },
    ],
  },
  {
    id: "S22",
    says: "The plan stalls for want of a skill nobody has",
    chapters: [
      {
        tell: ({ plans, who }) => {
          plans.misses(-35, "The community garden", who.council.lead, "Somebody who can read a lease");
        },
        holds: {
          asks: [
            {
              action: "P1.3",
              to: "community",
              says: "1 skill is missing: “Somebody who can read a lease” (oldest 35 days)",
              links: ["The community garden"],
            },
          ],
        },
      },
    ],
  },
  {
    id: "S41",
    says: "The council respects what the partnership stands for and pulls the same way",
    in: "plain",
    chapters: [
      {
        tell: ({ entries, who }) => {
          for (const aim of ["A street where children play", "A shop of our own"]) {
            entries.wants(-40, who.community.lead, aim, "People asked for it.");
            entries.acknowledged(-30, who.council.lead, aim, "We want that too.");
          }
          const what = "Road closures on Sundays need no fee";
          entries.noted(-10, who.council.lead, "adaptation", { by: "council", what, agreed: "together" });
        },
        holds: {
          moves: { recognition: "up" },
          asksNot: [{ action: "C4.1", to: "council", was: true }],
          names: { recognition: ["A street where children play", "A shop of our own"] },
        },
      },
    ],
  },
  {
    id: "S42",
    says: "Including everybody: what the council could not do alone, the partnership could",
    in: "plain",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const what = "They reach people who live alone";
          entries.noted(-40, who.council.lead, "strength-named", { of: "community", what });
          entries.answered(-15, who.council.lead, what, "used", "The garden began with their visits.");
        },
        holds: {
          moves: { recognition: "up" },
          asksNot: [{ action: "C1.2", to: "council", was: true }],
          names: { recognition: ["They reach people who live alone"] },
        },
      },
    ],
  },
];
