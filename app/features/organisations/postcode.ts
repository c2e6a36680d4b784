import type { Day } from "~/platform/calendar/day";
import type { Tier } from "./organisation";

/** A council that a postcode lies in, as the service that knows postcodes names it. */
export type CouncilThere = { gssCode: string; name: string; tier: Tier | null };

/** What a postcode leads to; `askedOn` is the day its service said so. */
export type PlaceThere = { councils: CouncilThere[]; region: string | null; askedOn: Day };

/** Where a postcode leads: to councils, or to words for beside the field. */
export type PostcodeAnswer = { found: PlaceThere } | { problem: string };

const SHAPE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/;

/** A postcode as it is written, "LS1 4AP"; null where the text cannot be one. */
export function toPostcode(text: string): string | null {
  const [, outward, inward] = SHAPE.exec(text.replace(/\s+/g, "").toUpperCase()) ?? [];
  return outward && inward ? `${outward} ${inward}` : null;
}

const TIER_OF: Record<string, Tier> = {
  E06: "unitary",
  E07: "district",
  E08: "metropolitan",
  E09: "london_borough",
  E10: "county",
};
const CITY_OF_LONDON = "E09000001";

/** The tier an English council's code tells; null: it is none of a council. */
export function tierOf(gssCode: string): Tier | null {
  return gssCode === CITY_OF_LONDON ? "city_corporation" : (TIER_OF[gssCode.slice(0, 3)] ?? null);
}

/** What is said beside a postcode that leads to no council of England. */
export const POSTCODE_WORDS = {
  form: "Enter a whole postcode, such as LS1 4AP",
  unknown: "postcodes.io does not know this postcode. Check it, or choose the council by hand.",
  ended: (year: number) =>
    `This postcode was taken out of use in ${year}. Enter one that is in use, or choose the council by hand.`,
  nation: (country: string) => `This postcode is in ${country}. The councils here are England’s.`,
  nowhere: "postcodes.io names no council for this postcode. Choose the council by hand.",
  away: "The postcode service does not answer now. Choose the council by hand, or try again in a few minutes.",
  off: "This tracker asks no outside service. Choose the council by hand.",
} as const;
