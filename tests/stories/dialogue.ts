import { COMMUNITY_PEOPLE } from "../builders/neutral-area";
import type { StoryTellers } from "../builders/story-teller";
import type { Story } from "./story";

const QUIET = [-560, -350, -140];

/** Meetings with the council's officer on some days, saying what went well, badly or both. */
function meetings(
  { talk, who }: StoryTellers,
  days: readonly number[],
  news: { well?: string; badly?: string },
) {
  const people = { theirs: ["Olive Officer"], ours: COMMUNITY_PEOPLE.slice(0, 1) };
  for (const day of days)
    talk.meeting(day, { by: who.community.lead, title: `About the tip ${-day}`, ...people, ...news });
}

/** A steady rhythm of contact, good news and bad. */
export const dialogueStories: Story[] = [
  {
    id: "S25",
    says: "Contact only when something goes badly",
    in: "long ago",
    against: (tellers) => {
      const days = [-560, -470, -380, -290, -200, -110, -20];
      tellers.talk.rhythm(-566, [tellers.who.community.lead, tellers.who.council.lead], [90, 100]);
      meetings(tellers, days, { well: "The fair.", badly: "The tip." });
    },
    chapters: [
      {
        tell: (tellers) => {
          tellers.talk.rhythm(-566, [tellers.who.community.lead, tellers.who.council.lead], [90, 100]);
          meetings(tellers, QUIET, { badly: "The tip overflows." });
        },
        holds: {
          moves: { dialogue: "down" },
          asks: [
            {
              action: "C3.1",
              to: "council",
              says: "The last contact was 140 days ago; the two agreed on 100 at most. The last 3 meetings recorded only problems.",
              links: QUIET.map((day) => `About the tip ${-day}`),
            },
          ],
          names: { dialogue: ["About the tip 140"] },
        },
      },
    ],
  },
  {
    id: "S28",
    says: "A council proposal nobody told residents of",
    chapters: [
      {
        tell: ({ entries, who }) => {
          const news = { by: "council", decided: -60, conveyed: 0, how: "written" };
          entries.noted(-10, who.community.lead, "bad-news-given", { what: "The library closes", ...news });
        },
        holds: {
          moves: { dialogue: "down" },
          asks: [
            {
              action: "C3.3",
              to: "council",
              says: "1 decision of Barley Borough came late to the other side or not at all, all passed on by now: “The library closes” (oldest 60 days)",
              links: ["The library closes"],
            },
          ],
          names: { dialogue: ["The library closes"] },
        },
      },
    ],
  },
  {
    id: "S35",
    says: "Upfront talk, a welcome, and word passed both ways",
    in: "plain",
    chapters: [
      {
        tell: (tellers) => {
          const { entries, talk, who } = tellers;
          meetings(tellers, [-45, -12], { well: "The fair.", badly: "The drains." });
          for (const [side, by, asker] of [
            ["council", who.council.lead, who.community.lead],
            ["community", who.community.lead, who.council.lead],
          ] as const) {
            talk.asked(-40, `A question to the ${side}`, { by: asker, title: `A question to the ${side}` });
            talk.answered(-33, `A question to the ${side}`, by, "no", "There is no money this year.");
            talk.judged(-30, `A question to the ${side}`, asker, "straight");
            const news = { by: side, decided: -2, conveyed: 0, how: "call" };
            entries.noted(-25, by, "good-news-shared", { what: `A grant for the ${side}`, ...news });
          }
        },
        holds: {
          moves: { dialogue: "up" },
          asksNot: [
            { action: "C3.1", to: "council", was: true },
            { action: "C3.3", to: "council" },
            { action: "C3.3", to: "community" },
          ],
          names: {
            dialogue: ["A question to the council", "A question to the community", "About the tip 12"],
          },
        },
      },
    ],
  },
];
