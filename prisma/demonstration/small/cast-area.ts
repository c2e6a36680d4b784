import type { SignedIn } from "~/composition/execution.server";
import { slugOf } from "~/features/organisations/organisation";
import type { Day } from "~/platform/calendar/day";
import type { SmallArea } from "./areas";
import { type CastRow, castRows } from "./cast-rows";
import { PATTERN } from "./councils";
import type { MouldRow, Moulds } from "./mould-rows";
import { MOULDS, type MouldName, type Pattern } from "./pattern";
import { namesIn, type Part, PEOPLE } from "./people";
import { type AreaPlan, planOf, type QuarterDays, type Use } from "./plan";
import { chanceFrom } from "./random";
import { answerRound, factsOf } from "./rounds";

/** What every area is cast from. */
export type Ground = {
  readonly today: Day;
  readonly days: QuarterDays;
  readonly pattern: Pattern;
  readonly moulds: Moulds;
};

/** One small area: all its rows, and what to call it by. */
export type CastArea = {
  readonly rows: readonly CastRow[];
  readonly areaId: string;
  readonly relationshipId: string;
  readonly slug: string;
  readonly councilSlug: string;
  readonly chair: SignedIn;
};

/** Casts one small area: its ground, and what was told of it. */
export function castArea(area: SmallArea, number: number, ground: Ground): CastArea {
  const { days, pattern } = ground;
  const spans = new Map(pattern.told.map(({ name, span }) => [name, span]));
  const spanOf = (mould: MouldName) => spans.get(mould) ?? 0;
  const plan = planOf(area, number, { ...days, spanOf });
  const placed = placeArea(area, number, plan, ground);
  const told = plan.uses.flatMap((use) => castMould(use, placed, ground));
  const answered = answersOf(plan, number, placed, ground);
  return { ...placed.called, rows: [...placed.rows, ...told, ...answered] };
}

type Placed = {
  rows: CastRow[];
  words: ReadonlyMap<string, string>;
  ids: ReadonlyMap<string, string>;
  called: Omit<CastArea, "rows">;
};

/** The area itself, its council, its people and their accounts. */
function placeArea(
  area: SmallArea,
  number: number,
  { begins }: AreaPlan,
  { pattern, moulds }: Ground,
): Placed {
  const words = wordsOf(area, number, pattern);
  const [council, theirs] = [pattern.councils[area.council], pattern.councils[PATTERN.council]];
  if (!council || !theirs) throw new Error(`${area.name} has no council`);
  const councils = new Map([[theirs.id, council.id]]);
  const base = baseOf(moulds.base, area);
  const placed = castRows(base, { shift: begins - pattern.begins, words, ids: councils });
  const ids = new Map([...councils, ...placed.ids]);
  const idOf = (of: string) => ids.get(of) ?? of;
  for (const { table, values } of placed.rows)
    if (table === "area") Object.assign(values, traitsOf(area, number));
  const called = {
    areaId: idOf(pattern.area.id),
    relationshipId: idOf(pattern.area.relationshipId),
    slug: slugOf(area.name),
    councilSlug: council.slug,
    chair: {
      ...pattern.pair.chair,
      id: idOf(pattern.pair.chair.id),
      name: words.get(PEOPLE.chair) ?? "",
    },
  };
  return { rows: placed.rows, words, ids, called };
}

/** The rounds of its check-in, with what they say to the score. */
function answersOf({ rounds }: AreaPlan, number: number, placed: Placed, ground: Ground): CastRow[] {
  const chance = chanceFrom(90_001 + number);
  const answered = rounds.map((round) => {
    const cast = castMould({ mould: "check-in", day: round.day, title: 0 }, placed, ground);
    return answerRound(cast, round, chance, ground.today);
  });
  const { areaId, relationshipId } = placed.called;
  return [...answered.flatMap(({ rows }) => rows), ...factsOf(answered, { areaId, relationshipId })];
}

/** Without the consent of an area that never gave it. */
function baseOf(base: readonly MouldRow[], { lack }: SmallArea): readonly MouldRow[] {
  if (lack !== "consent") return base;
  return base.filter(({ table, text }) => table !== "research_consent" && !text.includes('"consents.give"'));
}

function castMould(
  { mould, day, title }: Use,
  { words, ids }: Placed,
  { pattern, moulds }: Ground,
): CastRow[] {
  const told = pattern.told.find(({ name }) => name === mould);
  const rows = moulds.of.get(mould);
  if (!told || !rows) throw new Error(`"${mould}" was not told`);
  const { titles } = MOULDS[mould];
  const called = new Map([...words, [told.title, titles[title % titles.length] ?? told.title]]);
  return castRows(rows, { shift: day - told.day, words: called, ids }).rows;
}

function traitsOf({ region, ruralUrban, deprivation }: SmallArea, number: number): Record<string, unknown> {
  return { region, rural_urban: ruralUrban, deprivation_quintile: deprivation, wave: 1 + (number % 3) };
}

/** The words of the pattern, and those of the area in their place. */
function wordsOf(
  { name, council }: SmallArea,
  number: number,
  { area, councils }: Pattern,
): Map<string, string> {
  const [ours, theirs] = [councils[council], councils[PATTERN.council]];
  const people = namesIn(number);
  const words = (Object.keys(PEOPLE) as Part[]).map((part) => [PEOPLE[part], people[part]] as const);
  const places = [
    [PATTERN.area, name],
    [area.slug, slugOf(name)],
    [theirs?.name, ours?.name],
    [theirs?.shortName, ours?.shortName],
    [theirs?.slug, ours?.slug],
  ] as const;
  return new Map([...words, ...places.flatMap(([from, to]) => (from && to ? [[from, to] as const] : []))]);
}
