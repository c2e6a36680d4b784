import type { StoryTellers } from "../builders/story-teller";
import type { Story } from "./story";

const NEUTRAL = "444 444 444 444 444";
const OPENED = -30;
const HALL = "The hall that floods";

/** A round in which each of the three of a side gives the same answers, in the order of the questions. */
function round({ checkIns, who }: StoryTellers, { community = NEUTRAL, council = NEUTRAL } = {}): void {
  const sides = { community, council };
  checkIns.round(
    OPENED,
    who.community.lead,
    (["community", "council"] as const).flatMap((side) => {
      const { lead, editor, reader } = who[side];
      return [lead, editor, reader].map((one) => [one, sides[side]] as const);
    }),
  );
}

/** What one side says of the other when it is asked. All are compared with the same round, answered with fours. */
export const checkInStories: Story[] = [
  {
    id: "S01",
    says: "The council keeps pressing for another scheme to get the money; residents feel unheard",
    against: (tellers) => round(tellers),
    chapters: [
      {
        tell: (tellers) => {
          const { entries, who } = tellers;
          entries.noted(-45, who.community.lead, "disagreement", { what: "The scheme for the car park" });
          round(tellers, { community: "442 444 444 444 444" });
        },
        holds: {
          moves: { recognition: "down" },
          conduct: { recognition: { council: "down" } },
          asks: [{ action: "C1.1", to: "council" }],
        },
      },
    ],
  },
  {
    id: "S03",
    says: "An officer doubts that what residents lead can work; only agencies deliver",
    against: (tellers) => round(tellers, { community: "555 444 444 444 444" }),
    chapters: [
      {
        tell: (tellers) => {
          round(tellers, { community: "555 444 444 444 444", council: "424 444 444 444 444" });
        },
        holds: {
          moves: { recognition: "down" },
          gap: "recognition",
          asks: [{ action: "C1.2", to: "council" }],
        },
      },
    ],
  },
  {
    id: "S09",
    says: "The partnership thinks the council a nice-to-have",
    against: (tellers) => round(tellers),
    chapters: [
      {
        tell: (tellers) => {
          const { plans, who } = tellers;
          const [by, aim] = [who.community.lead, "A dry hall."];
          plans.begun(-50, HALL, { by, aim, lead: "community", ends: 200, agreedBy: who.council.lead });
          plans.heldUp(-20, HALL, by, "Nobody knows whose drain it is.");
          round(tellers, { community: "424 444 444 444 444" });
        },
        holds: { asks: [{ action: "P1.1", to: "community", links: [HALL] }] },
      },
    ],
  },
  {
    id: "S12",
    says: "The fund is treated as somewhere to draw money from",
    against: (tellers) => round(tellers),
    chapters: [
      {
        tell: (tellers) => round(tellers, { community: "444 414 444 444 444" }),
        holds: {
          moves: { trust: "down" },
          conduct: { trust: { council: "down" } },
          asks: [{ action: "C2.1", to: "council" }],
        },
      },
    ],
  },
];
