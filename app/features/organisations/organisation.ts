/** What an organisation can be; one may be several (a parish council that is the locally trusted organisation). */
export const ORGANISATION_KINDS = {
  partnership: "Partnership",
  council: "Council",
  parish_council: "Parish or town council",
  lto: "Locally trusted organisation",
  resident_group: "Residents’ group",
  agency: "Agency",
  business: "Business",
  programme: "Programme",
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;
export const ORGANISATION_KIND_IDS = Object.keys(ORGANISATION_KINDS) as [
  OrganisationKind,
  ...OrganisationKind[],
];

/** The tiers of English local government. */
export const TIERS = {
  county: "County council",
  district: "District council",
  unitary: "Unitary council",
  metropolitan: "Metropolitan borough",
  london_borough: "London borough",
  combined: "Combined authority",
  strategic: "Strategic authority",
  city_corporation: "City corporation",
} as const;
export type Tier = keyof typeof TIERS;
export const TIER_IDS = Object.keys(TIERS) as [Tier, ...Tier[]];

/** A name as an address: small letters, figures and hyphens; 'organisation' where nothing is left. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return words.slice(0, 60).replace(/-+$/, "") || "organisation";
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) {
    const next = `${slug}-${n}`;
    if (!taken.has(next)) return next;
  }
}
