import type { RelationshipView } from "~/features/areas/areas.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { factOn, lastLivedDayIn } from "~/features/scoring/fact-days";
import { COMPONENTS, type Fact } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
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
  chooseRelationship,
  type HealthQuestion,
  knownAt,
  methodNamed,
  type Published,
  toHealthView,
  trendFrom,
  trendSays,
} from "./health.server";
import { inputsOf } from "./score-inputs.server";
import { findFacts } from "./score-store.server";

/** How many figures of a digest a page shows: enough to compare two printed pages by eye. */
const SHORT = 12;

/** From what, how and as of when a figure was made: with the same of each, it comes out the same at any time. */
export type Provenance = {
  asOf: Day;
  known: Day | null;
  methodId: string;
  parameterHash: string;
  inputsHash: string;
  records: number;
};

/** Everything a question about health is answered from: a relationship, its facts as known, a day and a method. */
export type Grounds = {
  chosen: RelationshipView;
  others: RelationshipView[];
  facts: Fact[];
  method: Method;
  on: Day;
  provenance: Provenance;
};

/** The grounds of an answer; null: no relationship of the reader's, no such method, or a day that has not come. */
export async function findGrounds(
  tx: Tx,
  actor: AreaActor,
  question: HealthQuestion,
  today: Day,
  published: Published = methods,
): Promise<Grounds | null> {
  const method = methodNamed(question.method, published);
  const choice = method && (await chooseRelationship(tx, actor, question.council));
  if (!method || !choice || [question.on, question.known].some((day) => day !== null && day > today))
    return null;
  const on = question.on ?? today;
  const { known } = question;
  const facts = await findFacts(tx, choice.chosen.id, knownAt(known));
  return { ...choice, facts, method, on, provenance: provenanceOf(facts, method, { on, known }) };
}

function provenanceOf(
  facts: readonly Fact[],
  { id, parameterHash }: Method,
  { on, known }: { on: Day; known: Day | null },
): Provenance {
  const day = scoringDay(on);
  // People who answered a check-in are no records; whoever counts them would count who answered.
  const counted = facts.filter(
    (fact) => fact.type !== "check-in" && lastLivedDayIn(factOn(fact, day)) !== null,
  );
  return {
    asOf: on,
    known,
    methodId: id,
    parameterHash: parameterHash.slice(0, SHORT),
    inputsHash: inputsOf(facts).slice(0, SHORT),
    records: counted.length,
  };
}

/** The figures of the grounds, from scratch. */
export function figuresOf({ facts, method, on }: Pick<Grounds, "facts" | "method" | "on">): Figures {
  const { items: _, ...figures } = createScorer(emit, method).score(facts, scoringDay(on));
  return figures;
}

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
      : figuresOf({ method, on, facts: await findFacts(tx, id, knownAt(question.known)) });
  const several = actor.side === "community" && others.length > 0;
  return {
    view: toHealthView(figures, { chosen, others }),
    provenance: grounds.provenance,
    uneven: figures.status === "not scored" ? null : unevenness(figures),
    moves: movesOver(figures, createScorer(emit, method).score(facts, day - TREND_DAYS)),
    trend: { points, sentence: trendSays(points, on === today ? null : formatDay(on)) },
    methods: compareMethods(grounds, published),
    together: several ? await areaOverall([chosen, ...others], of) : null,
  };
}
