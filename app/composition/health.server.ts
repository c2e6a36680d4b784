import { getRelationshipsOf, type RelationshipView } from "~/features/areas/areas.queries.server";
import { gapWords } from "~/features/check-ins/gap-words";
import { gapIn, levelIn } from "~/features/check-ins/results";
import { type AreaActor, holderOf, liveTies } from "~/features/identity/actor";
import { dayText, type Day as ScoringDay, dayOf as scoringDay } from "~/features/scoring/day";
import { COMPONENTS, type Component, type Fact } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
import { currentMethod, methods } from "~/features/scoring/methods";
import type { ComponentScore, Figures } from "~/features/scoring/score";
import { TREND_DAYS } from "~/features/scoring/scorer";
import { COMPONENT_WORDS, componentSays, figureText, hasFigure, overallSays } from "~/features/scoring/words";
import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { roller, type Standing } from "./score-store.server";

/** Which figures are asked for: of which council, on which day, as known when, by which method. */
export type HealthQuestion = {
  council: string | null;
  on: Day | null;
  known: Day | null;
  method: string | null;
};

/** What every page about a figure says of it. */
export type HealthView = {
  relationship: RelationshipView;
  others: RelationshipView[];
  asOf: Day;
  methodId: string;
  overall: { value: string; lo: number; hi: number } | null;
  says: string;
  components: {
    id: string;
    name: string;
    value: number | null;
    lo: number | null;
    hi: number | null;
    says: string;
    /** Where the sides see it so differently that it is worth talking about: both levels, and the gap with its range. */
    gap: { community: boolean; points: number; says: string } | null;
  }[];
};

/** The relationship a page is about: the one named, else the actor's first; null where it is none of theirs. */
export async function chooseRelationship(tx: Tx, actor: AreaActor, council: string | null) {
  const all = await getRelationshipsOf(tx, actor);
  const live = all.filter(({ id }) => liveTies(actor).some((tie) => tie.id === id));
  // An address of before leads to the relationship that has taken over.
  const named = all.find((one) => one.slug === council);
  const asked = named && holderOf(actor, named.id);
  const chosen = council === null ? live[0] : live.find(({ id }) => id === asked);
  return chosen ? { chosen, others: live.filter((one) => one !== chosen) } : null;
}

/** Every published method, the oldest first; others only where a caller brings them. */
export type Published = readonly Method[];

/** A method that has been published, or null. */
export function methodNamed(id: string | null, published: Published = methods): Method | null {
  return id === null ? currentMethod : (published.find((one) => one.id === id) ?? null);
}

/** The end of the day by which something was known. */
export function knownAt(known: Day | null): Date | null {
  return known === null ? null : startOfDay(addDays(known, 1));
}

/** Figures in the words and numbers of a page. */
export function toHealthView(
  figures: Figures,
  { chosen, others }: { chosen: RelationshipView; others: RelationshipView[] },
): HealthView {
  return {
    relationship: chosen,
    others,
    asOf: dayText(figures.asOf) as Day,
    methodId: figures.method,
    overall:
      figures.status === "not scored"
        ? null
        : { value: figureText(figures.overall), lo: figures.lo, hi: figures.hi },
    says: overallSays(figures),
    components: COMPONENTS.map((id) => {
      const component = figures.components[id];
      const shown = hasFigure(component);
      return {
        id,
        name: COMPONENT_WORDS[id].name,
        value: shown ? component.value : null,
        lo: shown ? component.lo : null,
        hi: shown ? component.hi : null,
        says: componentSays(component),
        gap: gapOf(id, component, { ...names, council: chosen.council }),
      };
    }),
  };
}

/** How the sides are named in a sentence; the council by its own name. */
const names = { council: "the council", community: "the partnership" };

/** The sides of a relationship as sentences name them. */
export function namesIn({ council }: RelationshipView) {
  return { ...names, council };
}

function gapOf(component: Component, figure: ComponentScore, sides: typeof names) {
  const gap = gapIn(figure, currentMethod.parameters.z);
  if (!gap?.flagged) return null;
  const by = { council: levelIn(figure, "council"), community: levelIn(figure, "community") };
  return {
    community: gap.points > 0,
    points: Math.abs(gap.points),
    says: gapWords({ component, by, gap }, sides),
  };
}

const TREND_POINTS = 9;
const kept = new Map<string, TrendPoint[]>();
const KEPT_TRENDS = 500;

export type TrendPoint = { day: Day; value: number | null; lo: number | null; hi: number | null };

/**
 * The overall figure every 90 days up to today, all days replayed from what is known now. Kept in memory until the
 * relationship is written about again.
 */
export async function trendOf(
  relationshipId: string,
  { keptAt }: Standing,
  today: Day,
  findAll: () => Promise<readonly Fact[]>,
): Promise<TrendPoint[]> {
  const key = `${relationshipId} ${today} ${keptAt}`;
  const known = kept.get(key);
  if (known) return known;
  const points = trendFrom(await findAll(), scoringDay(today), roller);
  if (kept.size >= KEPT_TRENDS) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, points);
  return points;
}

/** The same up to any day, from the facts as they were known, by any method's roller. */
export function trendFrom(
  facts: readonly Fact[],
  today: ScoringDay,
  { replay }: Pick<typeof roller, "replay">,
): TrendPoint[] {
  const days = Array.from(
    { length: TREND_POINTS },
    (_, index) => today - (TREND_POINTS - 1 - index) * TREND_DAYS,
  );
  return replay(facts, days).map(({ asOf, status, overall, lo, hi }) => {
    const shown = status !== "not scored";
    return {
      day: dayText(asOf) as Day,
      value: shown ? overall : null,
      lo: shown ? lo : null,
      hi: shown ? hi : null,
    };
  });
}

/** The trend as a sentence: a word only from five points over the last 90 days. */
export function trendSays(points: readonly TrendPoint[], day: string | null = null): string {
  const [then, now] = [points.at(-2)?.value ?? null, points.at(-1)?.value ?? null];
  if (now === null) return "There is not enough evidence yet for a trend.";
  const [is, at, ago] = day === null ? ["is", "now", "ago"] : ["was", `on ${day}`, "before"];
  if (then === null)
    return `The figure ${is} ${figureText(now)}. Ninety days ${ago} there was none to compare it with.`;
  const change = now - then;
  if (Math.abs(change) < 5)
    return `The figure ${is} ${figureText(now)}, much as it was 90 days ${ago} (${figureText(then)}).`;
  return `The figure ${is} ${change > 0 ? "rising" : "falling"}: ${figureText(now)} ${at}, ${figureText(then)} 90 days ${ago}.`;
}
