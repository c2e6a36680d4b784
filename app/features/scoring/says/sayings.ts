import { otherSide } from "../facts.ts";
import type { Says } from "../told.ts";
import { dialogue } from "./dialogue.ts";
import { flexibility } from "./flexibility.ts";
import { ownership } from "./ownership.ts";
import { recognition } from "./recognition.ts";
import { trust } from "./trust.ts";

// People are counted and never told apart: no answer, no day, no order in which they came.
const checkIn: Says = ({ items, side, names }) => {
  if (items.length === 0 || side === "joint") return "";
  const mean = 1 + (4 * items.reduce((sum, item) => sum + item.s, 0)) / items.length;
  const asked = `${items.length} people of ${names[otherSide(side)]} answered about ${names[side]}`;
  return `${asked}: a mean of ${mean.toFixed(1)} of 5.`;
};

/** What each indicator says of a side, by its id: one for every rule there has been. */
export const sayings: Readonly<Record<string, Says>> = {
  ...recognition,
  ...trust,
  ...dialogue,
  ...flexibility,
  ...ownership,
  P: checkIn,
};
