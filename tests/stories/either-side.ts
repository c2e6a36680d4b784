import { otherSide, type Side } from "~/features/identity/actor";
import { COMMUNITY_PEOPLE } from "../builders/neutral-area";
import type { StoryTellers } from "../builders/story-teller";
import type { Asked, Story } from "./story";

const NAMES = { council: "Barley Borough", community: "the partnership" };
const TITLE = "What it is about";

/** An action where the side has one of its own; nothing where it has none. */
function asked(
  action: string | undefined,
  to: Side,
  says?: string,
  links: readonly string[] = [TITLE],
): Asked[] {
  return action === undefined ? [] : [{ action, to, links, ...(says === undefined ? {} : { says }) }];
}

/** A story of which either side can be the subject, and what it must do to the conduct of that side. */
type TwoSided = (side: Side, tell: { own: Lead; theirs: Lead }) => Omit<Story, "id" | "says">;
type Lead = (tellers: StoryTellers) => StoryTellers["who"]["council"]["lead"];

const TOLD: Record<string, TwoSided> = {
  "promises a side cannot keep": (side, { own, theirs }) => ({
    chapters: [
      {
        tell: (tellers) => {
          ["One", "Two", "Three", "Four"].forEach((title, index) => {
            const [due, by] = [-150 + 30 * index, own(tellers)];
            tellers.talk.promise(due - 40, title, { by, title, due });
            if (index === 3) tellers.talk.kept(due - 2, title, by, "Here it is.", theirs(tellers));
            else tellers.talk.notKept(due + 12, title, by, "We could not.");
          });
        },
        holds: {
          moves: { trust: "down" },
          conduct: { trust: { [side]: "down" } },
          asks: asked("C2.2", side, "3 of 4 promises", ["One", "Two", "Three"]),
          names: { trust: ["One", "Two", "Three", "Four"] },
        },
      },
    ],
  }),
  "half a year without an answer about a piece of green space": (side, { own, theirs }) => ({
    chapters: [
      {
        tell: (tellers) => tellers.talk.asked(-183, TITLE, { by: theirs(tellers), title: TITLE }),
        holds: {
          moves: { dialogue: "down" },
          conduct: { dialogue: { [side]: "down" } },
          asks: asked("C3.3", side, "1 of 1 open request"),
          names: { dialogue: [TITLE] },
        },
      },
      {
        tell: (tellers) => tellers.talk.answered(0, TITLE, own(tellers), "no", "It may not be built on."),
        holds: { asksNot: [{ action: "C3.3", to: side }], names: { dialogue: [TITLE] } },
      },
    ],
  }),
  "a decision the other side hears of from others, two months late": (side, { own }) => ({
    chapters: [
      {
        tell: (tellers) => {
          const news = { by: side, decided: -60, conveyed: 0, how: "public" };
          tellers.entries.noted(-5, own(tellers), "bad-news-given", { what: TITLE, ...news });
        },
        holds: {
          moves: { dialogue: "down" },
          conduct: { dialogue: { [side]: "down" } },
          asks: asked("C3.3", side, "all passed on by now"),
          names: { dialogue: [TITLE] },
        },
      },
    ],
  }),
  "praise in the paper for one side of joint work, by that side": (side, { own }) => ({
    chapters: [
      {
        tell: (tellers) => {
          const item = { by: side, where: "press", joint: true, credits: "own" };
          tellers.entries.noted(-12, own(tellers), "publicity", { what: TITLE, ...item });
        },
        holds: {
          moves: { ownership: "down" },
          conduct: { ownership: { [side]: "down" } },
          asks: asked("C5.3", side, "1 of 2 pieces"),
          names: { ownership: [TITLE] },
        },
      },
      {
        tell: (tellers) => {
          const item = { by: side, where: "press", joint: true, credits: "both" };
          tellers.entries.noted(0, own(tellers), "publicity", { what: "A second piece", ...item });
        },
        holds: { asksNot: [{ action: "C5.3", to: side }] },
      },
    ],
  }),
  "a contact who leaves, and nobody says who follows": (side, { own }) => ({
    chapters: [
      {
        tell: (tellers) => {
          const { posts, talk, who } = tellers;
          posts.came(-200, own(tellers), "Lee Leaver", side === "council" ? "officer" : "secretary");
          for (const day of [-150, -90]) {
            const [theirs, ours] =
              side === "council" ? [["Lee Leaver"], COMMUNITY_PEOPLE] : [["Olive Officer"], ["Lee Leaver"]];
            const news = { well: "We met.", badly: "It rained." };
            talk.meeting(day, {
              by: who.community.lead,
              title: `A talk ${-day}`,
              how: "visit",
              theirs,
              ours,
              ...news,
            });
          }
          posts.went(-40, own(tellers), "Lee Leaver");
        },
        holds: {
          moves: { trust: "down" },
          conduct: { trust: { [side]: "down" } },
          asks: asked("C2.4", side, "1 post that", ["Lee Leaver"]),
          names: { trust: ["Lee Leaver"] },
        },
      },
    ],
  }),
  "a form for everything, dropped once somebody asks why": (side, { own, theirs }) => ({
    chapters: [
      {
        tell: (tellers) =>
          tellers.entries.noted(-120, theirs(tellers), "procedure-barrier", { of: side, what: TITLE }),
        holds: {
          moves: { flexibility: "down" },
          conduct: { flexibility: { [side]: "down" } },
          asks: asked(side === "council" ? "C4.5" : undefined, side),
          names: { flexibility: [TITLE] },
        },
      },
      {
        tell: (tellers) => tellers.entries.answered(0, own(tellers), TITLE, "dropped", "Nobody missed it."),
        holds: { asksNot: [{ action: "C4.5", to: "council" }], names: { flexibility: [TITLE] } },
      },
    ],
  }),
  "local knowledge that changes what the other side does": (side, { own, theirs }) => ({
    in: "plain",
    chapters: [
      {
        tell: (tellers) => {
          tellers.entries.noted(-25, theirs(tellers), "insight-offered", {
            of: otherSide(side),
            what: TITLE,
          });
          tellers.entries.answered(-10, own(tellers), TITLE, "used", "It is in the plan.");
        },
        holds: {
          moves: { recognition: "up", flexibility: "up" },
          conduct: { recognition: { [side]: "up" }, flexibility: { [side]: "up" } },
          asksNot: side === "council" ? [{ action: "C4.2", to: side, was: true }] : [],
          names: { recognition: [TITLE], flexibility: [TITLE] },
        },
      },
    ],
  }),
  "what the other side knows and wants lies unanswered for four months": (side, { theirs }) => ({
    chapters: [
      {
        tell: (tellers) => {
          tellers.entries.noted(-120, theirs(tellers), "insight-offered", {
            of: otherSide(side),
            what: TITLE,
          });
          tellers.entries.wants(-120, theirs(tellers), "An aim nobody saw", "It matters.");
        },
        holds: {
          moves: { recognition: "down", flexibility: "down" },
          conduct: { recognition: { [side]: "down" }, flexibility: { [side]: "down" } },
          asks:
            side === "council"
              ? asked("C4.3", side, "1 insight and 1 aim of", [TITLE, "An aim nobody saw"])
              : [],
          names: { recognition: [TITLE, "An aim nobody saw"], flexibility: [TITLE] },
        },
      },
    ],
  }),
  "asked to an event, and nobody came": (side, { theirs }) => ({
    chapters: [
      {
        tell: (tellers) => {
          for (const day of [-50, -15]) {
            const event = { host: otherSide(side), other: "absent", channels: ["leaflet", "school", "door"] };
            tellers.entries.noted(day, theirs(tellers), "engagement-event", {
              what: `Stall ${-day}`,
              ...event,
            });
          }
        },
        holds: {
          moves: { recognition: "down", ownership: "down" },
          conduct: { recognition: { [side]: "down" } },
          names: { recognition: ["Stall 50", "Stall 15"], ownership: ["Stall 50", "Stall 15"] },
        },
      },
    ],
  }),
};

/** Each of them told of both sides: what is held of one must be held of the other. */
export const eitherSideStories: Story[] = Object.entries(TOLD).flatMap(([says, story]) =>
  (["council", "community"] as const).map((side): Story => {
    const lead =
      (one: Side): Lead =>
      (tellers) =>
        tellers.who[one].lead;
    const told = story(side, { own: lead(side), theirs: lead(otherSide(side)) });
    return { id: `${says} (${NAMES[side]})`, says, ...told };
  }),
);
