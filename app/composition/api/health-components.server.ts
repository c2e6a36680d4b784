import { z } from "zod";
import { COMPONENTS, type Component } from "~/features/scoring/facts";
import { COMPONENT_WORDS, componentSays, hasFigure } from "~/features/scoring/words";
import { daySchema } from "~/platform/calendar/day-schema";
import { explain } from "../explanation.server";
import { chooseRelationship, knownAt, methodNamed } from "../health.server";
import { findFacts } from "../score-store.server";
import { day, side } from "./plain-values";
import { type AreaView, areaView } from "./resource.server";

/** What is asked of every figure: of which council, on which day, as known when, by which method. */
export const healthQuestions = z.object({
  council: z.string().max(100).optional(),
  on: daySchema.optional(),
  known: daySchema.optional(),
  method: z.string().max(50).optional(),
});

const figure = z.object({ value: z.number(), lo: z.number(), hi: z.number() });
const record = z.object({
  id: z.string(),
  title: z.string(),
  href: z.string().nullable(),
  on: day.nullable(),
  /** What it is worth, from 0 to 1; how much it says; and the points that go when it goes. */
  s: z.number(),
  w: z.number(),
  effect: z.number(),
  disputed: z.boolean(),
});
const stream = z.object({
  indicator: z.string(),
  name: z.string(),
  shows: z.string(),
  side: z.enum([...side.options, "joint"]),
  x: z.number(),
  n: z.number(),
  Z: z.number(),
  weight: z.number(),
  items: z.number(),
  records: z.array(record),
  /** Records that say least, and are counted alone. */
  more: z.number(),
});
const view = z.object({
  id: z.enum(COMPONENTS),
  name: z.string(),
  asks: z.string(),
  council: z.string(),
  asOf: day,
  figure: figure.nullable(),
  says: z.string(),
  directions: z.object({ council: figure.nullable(), community: figure.nullable() }),
  streams: z.array(stream),
});

function componentView(component: Component): AreaView {
  const { name, asks } = COMPONENT_WORDS[component];
  return areaView(
    { name: `health-${component}`, says: `${name}, down to the records its figure is made of` },
    healthQuestions,
    view,
    async (actor, { tx, today }, asked) => {
      const choice = await chooseRelationship(tx, actor, asked.council ?? null);
      const method = methodNamed(asked.method ?? null);
      if (!choice || !method) return null;
      const on = asked.on ?? today;
      const facts = await findFacts(tx, choice.chosen.id, knownAt(asked.known ?? null));
      const { score, streams } = await explain(tx, actor, facts, { component, method, on });
      const { council, community, ...whole } = score.components[component];
      const shown = hasFigure(score.components[component]);
      return {
        ...{ id: component, name, asks, council: choice.chosen.slug, asOf: on, streams },
        figure: shown ? whole : null,
        directions: { council: shown ? council : null, community: shown ? community : null },
        says: componentSays(score.components[component]),
      };
    },
  );
}

/** Each of the figures that health is made of. */
export const healthComponents: readonly AreaView[] = COMPONENTS.map(componentView);
