import type { OrganisationKind } from "./organisation";

/** What an organisation's record says, as two are laid side by side. Days as text. */
export type OrganisationHolding = {
  id: string;
  name: string;
  shortName: string;
  tier: string | null;
  code: string | null;
  gssCode: string | null;
  region: string | null;
  startsOn: string | null;
  endsOn: string | null;
  revision: number;
  kinds: OrganisationKind[];
  counts: { label: string; count: number }[];
};

/** Details that either record may have, by the name of their column. */
export const ORGANISATION_DETAILS = {
  name: "name",
  shortName: "short_name",
  tier: "tier",
  code: "code",
  gssCode: "gss_code",
  region: "region",
  startsOn: "starts_on",
  endsOn: "ends_on",
} as const;
type Detail = keyof typeof ORGANISATION_DETAILS;
type Details = Pick<OrganisationHolding, Detail>;

/** What is taken from the record that goes: its names where they were chosen, and what the other does not know. */
export function detailsTaken(kept: Details, merged: Details, names: "kept" | "merged"): string[] {
  const details = Object.keys(ORGANISATION_DETAILS) as Detail[];
  const isName = (detail: Detail) => detail === "name" || detail === "shortName";
  return details
    .filter((detail) => merged[detail] && (isName(detail) ? names === "merged" : !kept[detail]))
    .map((detail) => ORGANISATION_DETAILS[detail]);
}

const REFUSALS: Readonly<Record<string, string>> = {
  kinds: "They are of different kinds, or of different areas. They are two organisations.",
  follows: "One of them takes over from the other, or lies in it. They are two organisations.",
  areas: "Both work with the same area, or each is the partnership of an area. Settle that first.",
  ids: "The same number means two different people in their lists. Settle that first.",
  side: "Somebody with an account would then stand on both sides of an area. End one of their memberships first.",
  later: "This organisation was made one with another after that. Undo the later one first.",
};

/** A refusal as the page says it, by the word the database gives. */
export function organisationRefusal(word: string): string {
  return REFUSALS[word] ?? "This cannot be done.";
}
