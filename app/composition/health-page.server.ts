import type { AreaActor } from "~/features/identity/actor";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { COMPONENTS } from "~/features/scoring/facts";
import { methods } from "~/features/scoring/methods";
import { createRoller } from "~/features/scoring/rolled";
import type { Figures } from "~/features/scoring/score";
import { createScorer, TREND_DAYS } from "~/features/scoring/scorer";
import { COMPONENT_WORDS, figureText, hasFigure, pointsText } from "~/features/scoring/words";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { formatDay } from "~/ui/format-date";
import { areaOverall } from "./area-overall.server";
import { emit } from "./emitters";
import {
  type HealthQuestion,
  knownAt,
  type Published,
  toHealthView,
  trendFrom,
  trendSays,
} from "./health.server";
import { figuresOf, findGrounds, type Grounds, SHORT, takeoversOf } from "./health-grounds.server";
import { findFacts } from "./score-store.server";

/** What stands between the mean of the parts and the figure: exactly, what their being uneven costs in points. */
export function unevenness(figures: Figures) {
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const average = mean(COMPONENTS.map((one) => figures.components[one].value));
  return {
    mean: average,
    costs: average - figures.overall,
    unknown: figures.missing.map((one) => COMPONENT_WORDS[one].name),
    components: COMPONENTS.flatMap((id) => {
      const { value, council, community, ...one } = figures.components[id];
      if (!hasFigure(one)) return [];
      const both = mean([council.value, community.value]);
      return [
        {
          id,
          name: COMPONENT_WORDS[id].name,
          council: council.value,
          community: community.value,
          mean: both,
          costs: both - value,
          value,
        },
      ];
    }),
  };
}

/** How each component moved over 90 days, those that moved most first; only where both days have a figure. */
export function movesOver(now: Figures, before: Figures) {
  return COMPONENTS.flatMap((id) => {
    const [is, was] = [now.components[id], before.components[id]];
    if (!hasFigure(is) || !hasFigure(was)) return [];
    const points = is.value - was.value;
    return [
      {
        id,
        name: COMPONENT_WORDS[id].name,
        was: figureText(was.value),
        is: figureText(is.value),
        points,
        text: pointsText(points),
      },
    ];
  }).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** The same grounds by each published method, with what it shifts against the one before. Nothing where there is one. */
export function compareMethods(grounds: Grounds, published: Published) {
  if (published.length < 2) return [];
  const all = published.map((method) => figuresOf({ ...grounds, method }));
  const shown = (figures: Figures) => (figures.status === "not scored" ? null : figures.overall);
  return all.map((figures, at) => {
    const older = all[at - 1];
    const [is, was] = [shown(figures), older ? shown(older) : null];
    return {
      id: figures.method,
      parameterHash: figures.parameterHash.slice(0, SHORT),
      overall: is === null ? null : figureText(is),
      shift: is === null || was === null ? null : pointsText(is - was),
      components: COMPONENTS.map((id) => {
        const component = figures.components[id];
        const old = older?.components[id];
        const both = old && hasFigure(component) && hasFigure(old);
        return {
          id,
          name: COMPONENT_WORDS[id].name,
          value: hasFigure(component) ? figureText(component.value) : null,
          shift: both ? pointsText(component.value - old.value) : null,
        };
      }),
    };
  });
}

/** Everything the page of an area's health shows. */
export async function findHealth(
  tx: Tx,
  actor: AreaActor,
  question: HealthQuestion,
  today: Day,
  published: Published = methods,
) {
  const grounds = await findGrounds(tx, actor, question, today, published);
  if (!grounds) return null;
  const { chosen, others, facts, method, on } = grounds;
  const figures = figuresOf(grounds);
  const day = scoringDay(on);
  const points = trendFrom(facts, day, createRoller(emit, method));
  const of = async (id: string) =>
    id === chosen.id
      ? figures
      : figuresOf({ method, on, facts: await findFacts(tx, id, knownAt(question.known), on) });
  const stood = grounds.isAhead ? others : [chosen, ...others];
  const several = actor.side === "community" && stood.length > 1;
  return {
    view: toHealthView(figures, { chosen, others }),
    provenance: grounds.provenance,
    uneven: figures.status === "not scored" ? null : unevenness(figures),
    moves: movesOver(figures, createScorer(emit, method).score(facts, day - TREND_DAYS)),
    trend: { points, sentence: trendSays(points, on === today ? null : formatDay(on)) },
    methods: compareMethods(grounds, published),
    together: several ? await areaOverall(stood, of) : null,
    takeovers: takeoversOf(grounds),
  };
}
