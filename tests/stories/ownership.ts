import type { Story } from "./story";

const PAST_DUE = {
  council: ["Gravel", "A key for the shed", "A price for the fence", "A skip", "A tap"],
  community: ["Ten helpers", "A list of plants", "A rota", "Tools", "A sign"],
} as const;
const JOINT = ["The shed stands", "The path is laid"];

/** Joint lead, joint credit, and who answers for what. */
export const ownershipStories: Story[] = [
  {
    id: "S13",
    says: "The council's press team takes the credit for a joint project",
    chapters: [
      {
        tell: ({ entries, who }) => {
          entries.noted(-20, who.community.lead, "publicity", {
            what: "Half a page in the Echo",
            by: "council",
            where: "press",
            joint: true,
            credits: "own",
          });
        },
        holds: {
          moves: { ownership: "down" },
          conduct: { ownership: { council: "down" } },
          asks: [
            {
              action: "C5.3",
              to: "council",
              says: "1 of 2 pieces that Barley Borough published on joint work in a year credits its own side alone: “Half a page in the Echo”",
              links: ["Half a page in the Echo"],
            },
          ],
          names: { ownership: ["Half a page in the Echo"] },
        },
      },
    ],
  },
  {
    id: "S49",
    says: "Plenty of wishes, and no volunteer to take charge",
    chapters: [
      {
        tell: ({ plans, who }) => {
          const [by, aim] = [who.community.lead, "A café in the old school."];
          plans.begun(-90, "A café", { by, aim, lead: "none", ends: 300, agreedBy: who.council.lead });
        },
        holds: {
          moves: { ownership: "down" },
          asks: [
            {
              action: "C5.2",
              to: "council",
              says: "1 project has had no lead for 90 days",
              links: ["A café"],
            },
            {
              action: "P1.3",
              to: "community",
              says: "1 project has had no lead for 90 days",
              links: ["A café"],
            },
          ],
          names: { ownership: ["A café"] },
        },
      },
    ],
  },
  {
    id: "S51",
    says: "Things do not happen, and nobody answers for it",
    chapters: [
      {
        tell: ({ plans, talk, who }) => {
          for (const side of ["council", "community"] as const) {
            for (const [index, title] of PAST_DUE[side].entries())
              talk.promise(-140, title, { by: who[side].lead, title, due: -90 + 10 * index });
          }
          for (const title of JOINT)
            plans.step(-140, title, {
              by: who.council.lead,
              owner: "joint",
              due: -60,
              of: "The community garden",
            });
        },
        holds: {
          moves: { ownership: "down", trust: "down" },
          asks: [
            {
              action: "C2.2",
              to: "council",
              says: "5 of 5 promises of Barley Borough",
              links: PAST_DUE.council,
            },
            {
              action: "C2.2",
              to: "community",
              says: "5 of 5 promises of the partnership",
              links: PAST_DUE.community,
            },
          ],
          names: { ownership: JOINT, trust: [...PAST_DUE.council, ...PAST_DUE.community] },
        },
      },
    ],
  },
  {
    id: "S53",
    says: "The council advertised everywhere; one person came",
    chapters: [
      {
        tell: ({ entries, who }) => {
          for (const [day, turnout, what] of [
            [-130, 46, "Have your say in spring"],
            [-75, 31, "Have your say in summer"],
            [-15, 1, "Have your say in autumn"],
          ] as const) {
            const channels = ["leaflet", "poster", "online", "news"];
            const event = { what, host: "council", other: "attended", channels, turnout };
            entries.noted(day, who.council.lead, "engagement-event", event);
          }
        },
        holds: {
          asks: [
            {
              action: "C5.1",
              to: "council",
              says: "At the last 3 events it held 46, 31 and then 1 people came",
              links: ["Have your say in spring", "Have your say in summer", "Have your say in autumn"],
            },
          ],
        },
      },
    ],
  },
];
