import { COMPONENTS, type Component, SIDES, type Side } from "~/features/scoring/facts";
import type { SmallArea } from "./areas";
import type { MouldName } from "./pattern";
import { type Chance, chanceFrom } from "./random";

/** A mould used once more: on a day from the day of loading, under the title of that place in its list. */
export type Use = { readonly mould: MouldName; readonly day: number; readonly title: number };

/** What is told of one small area, by days from the day of loading. */
export type AreaPlan = {
  /** The day its history begins. */
  readonly begins: number;
  readonly uses: readonly Use[];
  /** Rounds of the check-in: the day each is opened, and how each side fares as a partner then, 0 to 1. */
  readonly rounds: readonly { day: number; people: number; fares: Record<Side, Record<Component, number>> }[];
};

type Choice = { readonly well: readonly MouldName[]; readonly badly: readonly MouldName[]; every: number };

/** What comes again and again, every so many days, and how it goes depends on whose turn it is. */
const COMING: readonly (Choice & { by: Side })[] = [
  {
    by: "community",
    every: 62,
    well: ["meeting with notes", "meeting by call"],
    badly: ["meeting, notes late"],
  },
  { by: "council", every: 150, well: ["meeting by call"], badly: ["meeting called off"] },
  { by: "council", every: 80, well: ["council kept"], badly: ["council kept late", "council gave up"] },
  {
    by: "community",
    every: 95,
    well: ["community kept"],
    badly: ["community kept late", "community gave up"],
  },
  {
    ...{ by: "council", every: 105, well: ["asked, answered straight"] },
    badly: ["asked, answered late", "asked, not answered"],
  },
  { by: "community", every: 170, well: ["council asked, answered"], badly: ["council asked, answered late"] },
  { by: "council", every: 160, well: ["council's milestone"], badly: ["council's milestone, late"] },
  { by: "community", every: 150, well: ["community's milestone"], badly: ["community's milestone, late"] },
  { by: "council", every: 260, well: ["council sees our aim"], badly: ["our aim, not seen"] },
  { by: "council", every: 230, well: ["what we noticed is used"], badly: ["what we noticed lies"] },
  { by: "council", every: 290, well: ["a rule is made simpler"], badly: ["a rule stays"] },
  { by: "community", every: 210, well: ["an event together"], badly: ["an event of ours"] },
  { by: "council", every: 280, well: ["credit for both"], badly: ["credit for one"] },
  { by: "community", every: 310, well: ["a project together"], badly: ["a project nobody leads"] },
  {
    ...{ by: "council", every: 190, badly: ["a proposal waits"] },
    well: ["a proposal is taken up", "residents decide", "a disagreement is settled", "news told in time"],
  },
  { by: "community", every: 250, well: ["their strength is used"], badly: [] },
];
/** What comes once, so many days after the beginning. */
const ONCE: readonly (readonly [MouldName, number])[] = [
  ["we see the council's aim", 12],
  ["a rhythm", 20],
  ["an agreement", 45],
];

/** The last day on which anything was noted. */
const LAST = -2;
const STALE_SINCE = -330;
const MONTH = 30.44;
/** A check-in is opened so many days before a quarter ends, and released in time for it. */
const BEFORE_QUARTER = 16;
const PEOPLE = 6;
const ROUNDS = 3;

/** Ends of quarters by days from the day of loading, newest first; and the one since which some areas fare otherwise. */
export type QuarterDays = { readonly quarters: readonly number[]; readonly turned: number };

/** The plan of an area, from its number; `spanOf` says over how many days a mould lies. */
export function planOf(
  area: SmallArea,
  number: number,
  { quarters, turned, spanOf }: QuarterDays & { spanOf: (mould: MouldName) => number },
): AreaPlan {
  const chance = chanceFrom(4_711 + 97 * number);
  const begins = -Math.ceil(area.months * MONTH) - 7 - chance.below(3);
  const fares = faresOf(area, turned, chance);
  const last = area.lack === "stale" ? STALE_SINCE : LAST;
  const fits = ({ mould, day }: Use) => day > begins && day + spanOf(mould) <= last;
  const uses = [...onceFrom(begins), ...comingFrom({ begins, last }, fares, chance)].filter(fits);
  const told = area.lack === "thin" ? uses.slice(0, 2) : uses;
  return { begins, uses: told, rounds: roundsOf(area, { begins, last, quarters }, fares, chance) };
}

/** How a side fares as a partner on a day, for a component; 0 to 1. */
type Fares = (side: Side, component: Component | null, day: number) => number;

/** Each area's own, with what its sides differ by and its components; where it turned, from the last quarter but one on. */
function faresOf({ turn }: SmallArea, turned: number, chance: Chance): Fares {
  const own = 0.6 + 0.13 * chance.normal() - turn / 2;
  const sides = Object.fromEntries(SIDES.map((side) => [side, 0.06 * chance.normal()])) as Record<
    Side,
    number
  >;
  const parts = Object.fromEntries(
    COMPONENTS.map((component) => [component, 0.05 * chance.normal()]),
  ) as Record<Component, number>;
  return (side, component, day) => {
    const level = own + sides[side] + (component ? parts[component] : 0) + (day > turned ? turn : 0);
    return Math.min(0.95, Math.max(0.08, level));
  };
}

function onceFrom(begins: number): Use[] {
  return ONCE.map(([mould, after]) => ({ mould, day: begins + after, title: 0 }));
}

function comingFrom({ begins, last }: { begins: number; last: number }, fares: Fares, chance: Chance): Use[] {
  const places = new Map<MouldName, number>();
  return COMING.flatMap(({ by, every, well, badly }) => {
    const uses: Use[] = [];
    // Less was noted in the years before the last.
    const step = (day: number) =>
      Math.round((day < last - 400 ? 2.2 : 1) * every * (0.75 + 0.5 * chance.next()));
    for (let day = last - chance.below(every); day > begins; day -= step(day)) {
      const went = badly.length === 0 || chance.next() < fares(by, null, day) ? well : badly;
      const mould = went[chance.below(went.length)];
      if (!mould) continue;
      const title = places.get(mould) ?? chance.below(9);
      places.set(mould, title + 1);
      uses.push({ mould, day, title });
    }
    return uses;
  });
}

function roundsOf(
  area: SmallArea,
  { begins, last, quarters }: { begins: number; last: number; quarters: readonly number[] },
  fares: Fares,
  chance: Chance,
): AreaPlan["rounds"] {
  const early = chance.below(6);
  const people = area.lack === "thin" ? 3 : PEOPLE;
  const days = quarters.map((quarter) => quarter - BEFORE_QUARTER - early);
  const held = days.filter((day) => day > begins && day + BEFORE_QUARTER < last && area.lack !== "check-in");
  return held
    .slice(0, ROUNDS)
    .toReversed()
    .map((day) => ({ day, people, fares: bySide(fares, day) }));
}

function bySide(fares: Fares, day: number): Record<Side, Record<Component, number>> {
  const of = (side: Side) =>
    Object.fromEntries(COMPONENTS.map((component) => [component, fares(side, component, day)]));
  return { council: of("council"), community: of("community") } as Record<Side, Record<Component, number>>;
}
