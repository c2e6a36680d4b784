import type { AreaActor } from "~/features/identity/actor";
import type { Component } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
import { currentMethod, methods } from "~/features/scoring/methods";
import type { ComponentScore } from "~/features/scoring/score";
import { COMPONENT_WORDS, componentSays, figureText, hasFigure, pointsText } from "~/features/scoring/words";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { findTopActions } from "./actions.server";
import { explain, type StreamView } from "./explanation.server";
import { type HealthQuestion, namesIn } from "./health.server";
import { findGrounds, type Grounds, takeoversOf } from "./health-grounds.server";
import { compareMethods } from "./health-page.server";
import { findStanding } from "./score-store.server";

/** Next steps named under a component. */
const STEPS = 3;
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Everything the page of one component shows. */
export async function findComponent(
  tx: Tx,
  actor: AreaActor,
  component: Component,
  { question, today }: { question: HealthQuestion; today: Day },
  published: readonly Method[] = methods,
) {
  const grounds = await findGrounds(tx, actor, question, today, published);
  if (!grounds) return null;
  const { figures, streams, change } = await explain(tx, actor, grounds, component);
  const figure = figures.components[component];
  const names = namesIn(grounds.chosen);
  const wholes = { ...names, joint: "both together" };
  return {
    council: grounds.chosen,
    provenance: grounds.provenance,
    ...COMPONENT_WORDS[component],
    figure: hasFigure(figure) ? rangeOf(figure) : null,
    says: componentSays(figure),
    sides: sidesOf(figure, names),
    change: changeOf(component, figure, change),
    steps: isOfNow(question, grounds, today) ? await stepsOf(tx, actor, grounds, component, today) : null,
    streams: streams.map((stream) => toPanel(stream, wholes)),
    methods: compareMethods(grounds, published),
    takeovers: takeoversOf(grounds),
  };
}

/** Next steps follow from what is so today: for another day, or by another method, there are none. */
function isOfNow({ known }: HealthQuestion, { on, method }: Grounds, today: Day): boolean {
  return known === null && on === today && method === currentMethod;
}

async function stepsOf(
  tx: Tx,
  actor: AreaActor,
  { chosen, startsOn, facts }: Grounds,
  component: Component,
  today: Day,
) {
  const standing = await findStanding(tx, chosen.id, today, facts);
  const tie = { startsOn, council: chosen.council };
  const found = { relationshipId: chosen.id, standing, facts, tie };
  const { cards } = await findTopActions(tx, actor, today, found, Number.MAX_SAFE_INTEGER);
  // Its gain names what a step would move most: those come first that name this one.
  const moves = cards.filter(({ gain }) => gain.includes(COMPONENT_WORDS[component].name));
  const about = cards.filter((card) => card.component.id === component && !moves.includes(card));
  const own = [...moves, ...about].slice(0, STEPS);
  return own.map(({ id, title, because, gain }) => ({ id, title, because, gain }));
}

function rangeOf({ value, lo, hi }: { value: number; lo: number; hi: number }) {
  return { value: figureText(value), lo: Math.round(lo), hi: Math.round(hi) };
}

/** How each side does as a partner to the other, and what it costs that they differ: the mean less the figure. */
function sidesOf(figure: ComponentScore, names: { council: string; community: string }) {
  if (!hasFigure(figure)) return null;
  const { council, community, value } = figure;
  const costs = figureText((council.value + community.value) / 2 - value);
  const stand = `As a partner to the other, ${names.council} stands at ${figureText(council.value)} and ${names.community} at ${figureText(community.value)}.`;
  return {
    says: costs === "0.0" ? stand : `${stand} That they differ costs ${costs} points.`,
    directions: (["council", "community"] as const).map((side) => {
      return { side, name: capital(names[side]), ...rangeOf(figure[side]) };
    }),
  };
}

type Change = Awaited<ReturnType<typeof explain>>["change"];

/** What passing time alone did: facts weigh less as they age, open ones more, and a silence grows. */
function fadedSays(points: string, component: Component): string {
  const time = component === "dialogue" ? "days without contact add up" : "what is open weighs more";
  const verb = points.startsWith("+") ? "raises" : "lowers";
  return `Older records count for less and ${time}: that alone ${verb} it by ${points.slice(1)}.`;
}

function changeOf(component: Component, figure: ComponentScore, { was, faded, records, more }: Change) {
  const [is, before] = [figureText(figure.value), figureText(was.value)];
  const points = pointsText(figure.value - was.value);
  const told = !hasFigure(figure)
    ? "There is not enough evidence yet to say what changed in a figure. What moves it stands below."
    : !hasFigure(was)
      ? `It stands at ${is}. Ninety days before there was not enough evidence for a figure.`
      : points === "0.0"
        ? `It stands at ${is}, as it did 90 days before.`
        : `It went ${points.startsWith("+") ? "up" : "down"} by ${points.slice(1)} points: from ${before} to ${is}.`;
  const alone = pointsText(faded);
  return {
    sentence: told,
    records: records.map(({ effect, ...one }) => {
      return { ...one, raises: effect > 0, effectText: pointsText(effect).slice(1) };
    }),
    more,
    faded: alone === "0.0" ? null : fadedSays(alone, component),
  };
}

function toPanel(stream: StreamView, names: Record<StreamView["side"], string>) {
  const { indicator, side, name, says, shows, x, Z, items, lifts, records, more } = stream;
  const people = indicator === "P";
  const from = people ? (items === 1 ? "person" : "people") : items === 1 ? "fact" : "facts";
  const lifted = (["council", "community"] as const).flatMap((one) => {
    const points = lifts[one];
    return points === null ? [] : `${names[one]} by ${pointsText(points)}`;
  });
  return {
    id: `${indicator}-${side}`,
    ...{ name, says, shows, more },
    whose: names[side],
    level: `On the whole ${Math.round(100 * x)} out of 100, from ${items} ${from}.`,
    say: `That much evidence has ${Math.round(100 * Z)}% of the say it could have.`,
    lifts: `It moves the level of ${lifted.join(", and of ")} points.`,
    records: records.map(({ effect, ...record }) => ({ ...record, effectText: pointsText(effect) })),
  };
}
