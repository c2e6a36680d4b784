import { dayOf as scoringDay } from "~/features/scoring/day";
import { COMPONENTS, type Component, type Fact } from "~/features/scoring/facts";
import type { Figures } from "~/features/scoring/score";
import { type Gain, gainBetween } from "~/features/scoring/scorer";
import { COMPONENT_WORDS, hasFigure, pointsText } from "~/features/scoring/words";
import type { Day } from "~/platform/calendar/day";
import { scorer } from "./emitters";
import { figuresWith, type Standing } from "./score-store.server";

/** Points below which nothing is said to move: they would be shown as 0.0. */
const SHOWN_FROM = 0.05;

/** What records not made would do to one relationship's figures. */
export type Gains = ReturnType<typeof gainsOf>;

/** Works out gains exactly, by the figures with the record added; the same record once (docs/method.md 10). */
export function gainsOf(facts: readonly Fact[], standing: Standing, today: Day) {
  const { figures } = standing;
  const known = new Map<string, Figures>();
  const withRecord = (fact: Fact) => {
    const key = JSON.stringify(fact);
    const found = known.get(key) ?? figuresWith(standing, facts, fact, today);
    known.set(key, found);
    return found;
  };
  const withAll = (added: readonly Fact[]): Figures => {
    const others = facts.filter(({ id }) => !added.some((fact) => fact.id === id));
    return scorer.score([...others, ...added], scoringDay(today));
  };
  return {
    /** The points an action is ranked by, null where it moves no indicator; and what it would move, in words. */
    of(hypothetical: Fact | undefined, component: Component): { points: number | null; says: string } {
      if (!hypothetical) return { points: null, says: "Moves no figure by itself. It matters all the same." };
      const found = gainBetween(figures, withRecord(hypothetical));
      return { points: found.of(component), says: wordsOf(found, component, figures) };
    },
    /** By how many points answers would narrow the likely range; in words too. */
    narrows(hypothetical: readonly Fact[]): { points: number; says: string } {
      const [first, ...more] = hypothetical;
      if (!first) return { points: 0, says: "Would make the figures surer." };
      const then = more.length === 0 ? withRecord(first) : withAll(hypothetical);
      const narrowed = figures.hi - figures.lo - (then.hi - then.lo);
      const says =
        figures.status === "not scored" || narrowed < SHOWN_FROM
          ? "Would make the figures surer."
          : `Would narrow the likely range by about ${narrowed.toFixed(1)} points.`;
      return { points: narrowed, says };
    },
  };
}

/**
 * What would move, in plain words: the overall figure where one is shown, and the action's own component, or the one it
 * moves most where it leaves its own as it is. Where no overall is shown it says that the points are the component's.
 */
function wordsOf({ overall, components: moved }: Gain, own: Component, figures: Figures): string {
  const most = COMPONENTS.reduce(
    (best, one) => (Math.abs(moved[one]) > Math.abs(moved[best]) ? one : best),
    own,
  );
  const shown = Math.abs(moved[own]) >= SHOWN_FROM ? own : most;
  if (Math.abs(moved[shown]) < SHOWN_FROM) return "Moves no figure much by itself. It matters all the same.";
  const { name } = COMPONENT_WORDS[shown];
  if (!hasFigure(figures.components[shown])) return `Would be among the first things known about ${name}.`;
  const part = `${name} by about ${pointsText(moved[shown])}`;
  if (figures.status === "not scored")
    return `Would move ${part}. No overall figure is shown yet, so this is the figure of ${name} alone.`;
  if (Math.abs(overall) < SHOWN_FROM) return `Would move ${part}, and the overall figure by less than 0.1.`;
  return `Would move the overall figure by about ${pointsText(overall)}, and ${part}.`;
}
