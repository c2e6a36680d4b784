import { COMMUNITY_PEOPLE } from "../builders/neutral-area";
import type { StoryTellers } from "../builders/story-teller";
import type { Story } from "./story";

const OLD_ROAD = "The old road to the quarry";
const PROMISES = ["A bus shelter", "A warden", "A second crossing", "A list of allotments"] as const;

/** A council contact for the allotments: came, was met twice, went; nothing was handed over. */
function allotmentOfficer({ posts, talk, who }: StoryTellers, name: string, from: number, until?: number) {
  posts.came(from, who.council.lead, name, "officer", { topic: "Allotments" });
  for (const day of [from + 10, from + 30]) {
    const people = { theirs: [name], ours: COMMUNITY_PEOPLE };
    const news = { well: "They listened.", badly: "We began again." };
    talk.meeting(day, { by: who.community.lead, title: `Allotments with ${name}`, ...people, ...news });
  }
  if (until !== undefined) posts.went(until, who.council.lead, name);
}

/** Promises small enough to keep, papers, and what happens when somebody goes. */
export const trustStories: Story[] = [
  {
    id: "S14",
    says: "The council agrees to what it cannot do",
    chapters: [
      {
        tell: ({ talk, who }) => {
          PROMISES.forEach((title, index) => {
            const due = -150 + 30 * index;
            talk.promise(due - 40, title, { by: who.council.lead, title, due });
            if (index === 3) talk.kept(due - 2, title, who.council.lead, "Here it is.", who.community.lead);
            else talk.notKept(due + 12, title, who.council.lead, "There never was a budget.");
          });
        },
        holds: {
          moves: { trust: "down" },
          asks: [{ action: "C2.2", to: "council", says: "3 of 4 promises", links: PROMISES.slice(0, 3) }],
          names: { trust: PROMISES },
        },
      },
    ],
  },
  {
    id: "S16",
    says: "Roles are unclear from the start",
    in: "plain",
    chapters: [
      {
        tell: ({ agreements, plans, who }) => {
          plans.begun(-100, OLD_ROAD, {
            by: who.community.lead,
            aim: "A path to walk on.",
            lead: "joint",
            ends: 200,
            agreedBy: who.council.lead,
          });
          const words = { priorities: "A path.", communication: "By telephone." };
          const days = { starts: -80, ends: 600 };
          agreements.written(-95, "paper", { by: who.council.lead, title: "About the path", ...days, words });
          agreements.agreed(-88, "paper", who.community.lead);
          agreements.signed(-85, "paper", who.council.lead, "Olive Officer");
          agreements.signed(-84, "paper", who.community.lead, "Carol Chair");
        },
        holds: {
          asks: [
            {
              action: "C1.3",
              to: "council",
              says: "1 of 2 projects has no team or no word",
              links: [OLD_ROAD],
            },
            { action: "C2.5", to: "council", says: "says nothing on", links: ["About the path"] },
          ],
        },
      },
    ],
  },
  {
    id: "S18",
    says: "It is never clear who deals with whom",
    chapters: [
      {
        tell: (tellers) => {
          allotmentOfficer(tellers, "Ann First", -180, -125);
          allotmentOfficer(tellers, "Ben Second", -124, -66);
          allotmentOfficer(tellers, "Cleo Third", -65);
        },
        holds: {
          moves: { trust: "down" },
          asks: [{ action: "C2.4", to: "council", says: "2 posts that", links: ["Ann First", "Ben Second"] }],
          names: { trust: ["Ann First", "Ben Second"] },
        },
      },
    ],
  },
  {
    id: "S23",
    says: "Time is spent at the start on how to work together",
    in: "plain",
    chapters: [
      {
        tell: ({ agreements, who }) => {
          const words = { liabilities: "Each insures its own.", data_protection: "Names stay here." };
          const days = { starts: -50, ends: 900 };
          agreements.written(-70, "paper", { by: who.council.lead, title: "How we do this", ...days, words });
          agreements.agreed(-60, "paper", who.community.lead);
          agreements.signed(-55, "paper", who.council.lead, "Olive Officer");
          agreements.signed(-54, "paper", who.community.lead, "Carol Chair");
        },
        holds: {
          moves: { trust: "up" },
          asksNot: [{ action: "C2.5", to: "council", was: true }],
          names: { trust: ["How we do this"] },
        },
      },
    ],
  },
  {
    id: "S26",
    says: "A string of link officers, and an election that may change it all",
    chapters: [
      {
        tell: ({ posts, handovers, elections, councilId, talk, who }) => {
          ["Una One", "Tom Two", "Thea Three", "Fay Four"].forEach((name, index) => {
            const from = -210 + 45 * index;
            posts.came(from, who.council.lead, name, "liaison-officer");
            const people = { theirs: [name], ours: COMMUNITY_PEOPLE };
            const news = { well: "We met.", badly: "We began again." };
            talk.meeting(from + 8, { by: who.community.lead, title: `Hello to ${name}`, ...people, ...news });
            handovers.leaves(from + 20, {
              by: who.council.lead,
              name,
              why: "other_team",
              lastDay: from + 44,
            });
          });
          elections.poll(-3, who.admin, 68, { councilId, kind: "local" });
        },
        holds: {
          moves: { trust: "down" },
          asks: [{ action: "C2.4", to: "council", says: "4 posts that" }],
          names: { trust: ["Una One", "Tom Two", "Thea Three", "Fay Four"] },
        },
      },
    ],
  },
  {
    id: "S29",
    says: "Nobody met early about when it begins and ends",
    chapters: [
      {
        tell: ({ plans, talk, who }) => {
          plans.begun(-150, OLD_ROAD, {
            by: who.community.lead,
            aim: "A path to walk on.",
            lead: "joint",
            answersFor: "The gates.",
            teams: "Highways: the gates",
          });
          const people = { theirs: ["Olive Officer"], ours: COMMUNITY_PEOPLE, about: [OLD_ROAD] };
          const news = { well: "At last.", badly: "Half a year is gone." };
          talk.meeting(-30, { by: who.community.lead, title: "About the road", ...people, ...news });
        },
        holds: {
          asks: [
            { action: "C2.3", to: "council", says: "1 of 2 projects", links: [OLD_ROAD] },
            { action: "P3.1", to: "community", says: "in the first 60 days", links: [OLD_ROAD] },
          ],
        },
      },
    ],
  },
  {
    id: "S31",
    says: "They look at what exists before they start",
    against: ({ plans, who }) => {
      const [by, aim] = [who.community.lead, "A lunch on Wednesdays."];
      plans.begun(-40, "A lunch club", { by, aim, lead: "joint" });
      plans.waits(-30, "A lunch club", who.council.lead, "The cabinet");
    },
    chapters: [
      {
        tell: ({ plans, who }) => {
          const [by, aim] = [who.community.lead, "A lunch on Wednesdays."];
          const why = "Three clubs cook on other days; none on Wednesdays.";
          plans.begun(-40, "A lunch club", { by, aim, lead: "joint", why });
          plans.waits(-30, "A lunch club", who.council.lead, "The cabinet");
        },
        holds: { asksNot: [{ action: "P2.3", to: "community", was: true }] },
      },
    ],
  },
  {
    id: "S38",
    says: "Rules that protect the public purse",
    against: ({ plans, who }) => {
      const [by, aim] = [who.community.lead, "A kitchen for all."];
      plans.begun(-40, "A kitchen", { by, aim, lead: "joint", involves: ["money"] });
    },
    chapters: [
      {
        tell: ({ plans, who }) => {
          const [by, aim] = [who.community.lead, "A kitchen for all."];
          plans.begun(-40, "A kitchen", { by, aim, lead: "joint", involves: ["money"] });
          plans.step(-38, "The books are checked", {
            by: who.council.lead,
            owner: "council",
            due: 30,
            of: "A kitchen",
            check: true,
          });
        },
        holds: {
          moves: { flexibility: "not down" },
          asksNot: [{ action: "P2.1", to: "community", was: true }],
        },
      },
    ],
  },
  {
    id: "S45",
    says: "Some stay, some leave, and what they held goes on",
    chapters: [
      {
        tell: ({ handovers, posts, who }) => {
          const by = who.community.lead;
          for (const name of ["Mo Member", "Nell Member"]) {
            posts.came(-400, by, name, "member");
            posts.went(-60, by, name);
          }
          posts.came(-400, by, "Sue Secretary", "secretary");
          posts.came(-95, by, "Tess Successor", "secretary");
          handovers.promised(-90, { by, title: "Minutes of the year", due: 30, person: "Sue Secretary" });
          handovers.leaves(-85, { by, name: "Sue Secretary", why: "stepped_down", lastDay: -55 });
          handovers.prepared(-65, by, "Sue Secretary", "Tess Successor", "The keys are with Rita.");
          handovers.takenOver(-54, by, "Sue Secretary", ["brief_read"]);
          handovers.met(-45, "Sue Secretary", {
            by,
            title: "Tea with Tess",
            how: "social",
            well: "She knew everything.",
            council: "Olive Officer",
            community: "Tess Successor",
          });
        },
        holds: {
          moves: {
            recognition: "not down",
            trust: "not down",
            dialogue: "not down",
            flexibility: "not down",
            ownership: "not down",
          },
          asksNot: [{ action: "C2.4", to: "community" }],
        },
      },
    ],
  },
];
