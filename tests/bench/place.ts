/** One area of the place that is measured: how many people and records it has. */
export type AreaSize = { people: number; meetings: number; promises: number };

/** The size of the place at scale 1. */
const FULL = { areas: 150, people: 10_000, meetings: 60_000 };
/** A promise to so many meetings. */
const MEETINGS_A_PROMISE = 5;
const FEWEST_AREAS = 3;

/** The areas of a place at a scale: 150 areas, 10,000 people and 60,000 meetings times `scale`. */
export function placeOf(scale: number): AreaSize[] {
  const areas = Math.max(FEWEST_AREAS, Math.round(FULL.areas * scale));
  const share = (total: number, n: number) =>
    Math.floor(((n + 1) * total) / areas) - Math.floor((n * total) / areas);
  return Array.from({ length: areas }, (_, n) => {
    const meetings = share(Math.round(FULL.meetings * scale), n);
    const people = Math.max(8, share(Math.round(FULL.people * scale), n));
    return { people, meetings, promises: Math.floor(meetings / MEETINGS_A_PROMISE) };
  });
}

/** A place with one area for each number of records. */
export function placeWithRecords(counts: readonly number[]): AreaSize[] {
  return counts.map((records) => {
    const promises = Math.floor(records / MEETINGS_A_PROMISE);
    return { people: 60, meetings: records - promises, promises };
  });
}

/** The password of every account of a measured place. */
export const PASSWORD = "common-ground-bench";
const COUNCIL_AREAS = 2;

/** The e-mail address of the lead of an area's partnership. */
export function communityEmail(area: number): string {
  return `community-${area}@bench.example`;
}

/** The e-mail address of the lead of the council of an area; a council has two areas. */
export function councilEmail(area: number): string {
  return `council-${Math.floor(area / COUNCIL_AREAS)}@bench.example`;
}

/** The slug of an area. */
export function areaSlug(area: number): string {
  return `area-${area}`;
}

/** Somebody who reads: an account, and the area whose pages they open. */
export type Reader = { email: string; area: number };

/** So many readers, of both sides in turn, over different areas while there are enough. */
export function readersOf(areas: readonly AreaSize[], count: number): Reader[] {
  return Array.from({ length: count }, (_, n) => {
    const area = (n * COUNCIL_AREAS + 1) % areas.length;
    return { area, email: n % 2 === 0 ? communityEmail(area) : councilEmail(area) };
  });
}

const GIVEN = [
  "Aled",
  "Bea",
  "Cora",
  "Dev",
  "Esme",
  "Femi",
  "Gwen",
  "Hari",
  "Iris",
  "Jonah",
  "Kemi",
  "Lowri",
  "Mo",
];
const FAMILY = ["Ash", "Birch", "Clough", "Dale", "Eaves", "Fell", "Garth", "Holt", "Ings", "Keld", "Lund"];
const array = (words: readonly string[]) => `'{${words.join(",")}}'::text[]`;

/** The name of a person by their number, as SQL. */
export function personNameSql(number: string): string {
  return `(${array(GIVEN)})[1 + ${number} % ${GIVEN.length}] || ' ' ||
     (${array(FAMILY)})[1 + (${number} / ${GIVEN.length}) % ${FAMILY.length}] || ' ' || ${number}`;
}

/** The names of an area's people of both sides, in the order of their numbers: the council's have the even places. */
export function namesIn(
  areas: readonly AreaSize[],
  area: number,
): { council: string[]; community: string[] } {
  const first = areas.slice(0, area).reduce((sum, { people }) => sum + people, 0);
  const names = Array.from({ length: areas[area]?.people ?? 0 }, (_, j) => {
    const number = first + j;
    return `${GIVEN[number % GIVEN.length]} ${FAMILY[Math.floor(number / GIVEN.length) % FAMILY.length]} ${number}`;
  });
  return {
    council: names.filter((_, j) => j % 2 === 0),
    community: names.filter((_, j) => j % 2 === 1),
  };
}
