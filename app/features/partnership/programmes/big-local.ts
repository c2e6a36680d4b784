import type { Programme } from "../programme";

/**
 * Big Local, from its guidance on partnerships (July 2017), party politics and campaigning (July 2015). Where that
 * gives no number (party balance, influencing), the number is ours: it decides when to look, not what is right.
 */
export const bigLocal: Programme = {
  id: "big-local",
  name: "Big Local",
  fewestMembers: 8,
  residentPercent: 51,
  mostOfOneFamily: 2,
  powerRoles: ["chair", "vice-chair", "secretary", "treasurer"],
  workerRoles: ["worker-tasks", "worker-engagement", "worker-strategy", "worker-advice"],
  besideRoles: [
    "worker-tasks",
    "worker-engagement",
    "worker-strategy",
    "worker-advice",
    "representative",
    "lto-lead",
  ],
  policies: ["conduct", "conflicts"],
  decisionDays: 365,
  review: {
    opens: 9,
    closes: 12,
    questions: [
      { id: "reflects", asks: "Do the members reflect the people who live here?" },
      { id: "policies", asks: "Did the partnership keep to its own policies and ways of working?" },
      { id: "values", asks: "Did it act in the spirit of Big Local?" },
      { id: "conflicts", asks: "Did it handle conflicts of interest as the guidance asks?" },
    ],
  },
  party: { share: 0.25, fewest: 2 },
  influencing: { days: 182, share: 0.5, fewest: 4 },
};
