import type { Story } from "./story";

const FORM = "A safety form for every picnic";
const BYELAW = "Whether the byelaw stands";

/** Both sides move: procedures, positions, old grievances. */
export const flexibilityStories: Story[] = [
  {
    id: "S37",
    says: "The same safety form for every small event, however harmless",
    chapters: [
      {
        tell: ({ entries, who }) => {
          entries.noted(-70, who.community.lead, "procedure-barrier", { of: "council", what: FORM });
        },
        holds: {
          moves: { flexibility: "down" },
          asks: [
            {
              action: "C4.5",
              to: "council",
              says: "1 procedure of Barley Borough stands in the way (1 without an answer): “A safety form for every picnic” (oldest named 70 days ago)",
              links: [FORM],
            },
          ],
          names: { flexibility: [FORM] },
        },
      },
      {
        tell: ({ entries, who }) => {
          entries.answered(0, who.council.lead, FORM, "habit", "It has always been so.");
          entries.answered(0, who.council.lead, FORM, "dropped", "Nobody missed it.");
        },
        holds: {
          moves: { flexibility: "up" },
          asksNot: [{ action: "C4.5", to: "council" }],
          names: { flexibility: [FORM] },
        },
      },
    ],
  },
  {
    id: "S39",
    says: "A threat to go to the regulator",
    chapters: [
      {
        tell: ({ entries, who }) => {
          entries.noted(-365, who.community.lead, "disagreement", { what: BYELAW });
        },
        holds: {
          moves: { flexibility: "down" },
          conduct: { flexibility: { council: "down" } },
          asks: [
            {
              action: "C4.1",
              to: "council",
              says: "1 disagreement is open: “Whether the byelaw stands” (oldest 365 days)",
              links: [BYELAW],
            },
          ],
          names: { flexibility: [BYELAW] },
        },
      },
    ],
  },
  ...(["community", "council"] as const).map((owes): Story => {
    const action = owes === "community" ? "P4.1" : "C4.1";
    return {
      id: owes === "community" ? "S44" : "S44 the other way round",
      says: `Matters unsettled for years still colour decisions: the ${owes} owes the answer`,
      chapters: [
        {
          tell: ({ entries, who }) => {
            const by = owes === "community" ? who.council.lead : who.community.lead;
            entries.noted(-1095, by, "disagreement", { what: "Who pays for the hall that burnt" });
          },
          holds: {
            moves: { flexibility: "down" },
            conduct: { flexibility: { [owes]: "down" } },
            asks: [
              { action, to: owes, says: "(oldest 1095 days)", links: ["Who pays for the hall that burnt"] },
            ],
            names: { flexibility: ["Who pays for the hall that burnt"] },
          },
        },
      ],
    };
  }),
];
