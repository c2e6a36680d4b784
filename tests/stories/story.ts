import type { Side } from "~/features/identity/actor";
import type { Component } from "~/features/scoring/facts";
import type { StoryTellers } from "../builders/story-teller";

export type Tell = (tellers: StoryTellers) => void;

/** How a figure stands against the same area without the story, on the same day. */
export type Move = "up" | "down" | "not down" | "same";

/** An action that must be recommended to a side; or, among those that must not, that it must not be. */
export type Asked = {
  action: string;
  to: Side;
  /** What its "because" must say, with counts. */
  says?: string;
  /** Titles of the records it must link to. */
  links?: readonly string[];
  /** Its evidence is the side's own: nobody across the table sees it. */
  own?: true;
};

/** What must hold of an area once a story has been told in it. */
export type Holds = {
  moves?: Partial<Record<Component, Move>>;
  /** One direction alone: the conduct of that side. */
  conduct?: Partial<Record<Component, Partial<Record<Side, Move>>>>;
  /** A component whose gap between what the two sides say of each other is shown, and wider for the story. */
  gap?: Component;
  asks?: readonly Asked[];
  /** Not asked any more, where the area without the story did ask (`was`), or not asked at all. */
  asksNot?: readonly { action: string; to: Side; was?: true }[];
  /** Titles of the records that the explanation of a component names. */
  names?: Partial<Record<Component, readonly string[]>>;
};

/** The areas a story can be told in; see `tests/builders/neutral-area.ts`. */
export type GroundName = "steady" | "plain" | "long ago";

/** A story as data: what is told through the commands, and what must hold then. */
export type Story = {
  id: string;
  /** The story in a line. */
  says: string;
  in?: GroundName;
  /** What happened instead in the area it is compared with. Left out: nothing. */
  against?: Tell;
  /** Told one after the other; after each, what it says must hold. */
  chapters: readonly { tell: Tell; holds: Holds }[];
};
