import { z } from "zod";
import { COMPONENTS, type Component } from "~/features/scoring/facts";
import { COMPONENT_WORDS, componentSays, hasFigure } from "~/features/scoring/words";
import { daySchema } from "~/platform/calendar/day-schema";
import { explain } from "../explanation.server";
import { findGrounds, takeoversOf } from "../health-grounds.server";
import { findHealth } from "../health-page.server";
import { healthView, provenance, takeovers } from "./health-schemas";
import { day, side } from "./plain-values";
import { type AreaView, areaView } from "./resource.server";

/** What is asked of every figure: of which council, on which day, as known when, by which method. */
const healthQuestions = z.object({
  council: z.string().max(100).optional(),
  on: daySchema.optional(),
  known: daySchema.optional(),
  method: z.string().max(50).optional(),
});

function questionOf({ council, on, known, method }: z.output<typeof healthQuestions>) {
  return { council: council ?? null, on: on ?? null, known: known ?? null, method: method ?? null };
}

/** The health of one relationship, as its page shows it. */
export const healthOverview: AreaView = areaView(
  { name: "health", says: "The health of one relationship: figures, how sure they are, and why" },
  healthQuestions,
  healthView,
  async (actor, { tx, today }, asked) => {
    const found = await findHealth(tx, actor, questionOf(asked), today);
    if (!found) return null;
    const { view: shown, ...rest } = found;
    return { ...shown, ...rest };
  },
);

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
  /** In a sentence, with counts. */
  says: z.string(),
  side: z.enum([...side.options, "joint"]),
  x: z.number(),
  n: z.number(),
  Z: z.number(),
  weight: z.number(),
  items: z.number(),
  /** Points by which it lifts or lowers each direction it is in. */
  lifts: z.object({ council: z.number().nullable(), community: z.number().nullable() }),
  /** None for a check-in: its people are counted and never told apart. */
  records: z.array(record),
  /** Records that say least, and are counted alone. */
  more: z.number(),
});
const change = z.object({
  was: figure.nullable(),
  /** Points by which time alone moved it. */
  faded: z.number(),
  records: z.array(
    z.object({
      title: z.string(),
      href: z.string().nullable(),
      how: z.enum(["new", "changed", "its day has passed"]),
      effect: z.number(),
    }),
  ),
  more: z.number(),
});
const view = z.object({
  id: z.enum(COMPONENTS),
  name: z.string(),
  asks: z.string(),
  council: z.string(),
  asOf: day,
  provenance,
  figure: figure.nullable(),
  says: z.string(),
  directions: z.object({ council: figure.nullable(), community: figure.nullable() }),
  /** What changed over 90 days, the biggest first. */
  change,
  streams: z.array(stream),
  takeovers,
});

function componentView(component: Component): AreaView {
  const { name, asks } = COMPONENT_WORDS[component];
  return areaView(
    { name: `health-${component}`, says: `${name}, down to the records its figure is made of` },
    healthQuestions,
    view,
    async (actor, { tx, today }, asked) => {
      const grounds = await findGrounds(tx, actor, questionOf(asked), today);
      if (!grounds) return null;
      const { figures, streams, change: moved } = await explain(tx, actor, grounds, component);
      const { council, community, ...whole } = figures.components[component];
      const shown = hasFigure(whole);
      return {
        ...{ id: component, name, asks, council: grounds.chosen.slug, asOf: grounds.on, streams },
        provenance: grounds.provenance,
        takeovers: takeoversOf(grounds),
        figure: shown ? whole : null,
        directions: { council: shown ? council : null, community: shown ? community : null },
        says: componentSays(figures.components[component]),
        change: { ...moved, was: hasFigure(moved.was) ? moved.was : null },
      };
    },
  );
}

/** Each of the figures that health is made of. */
export const healthComponents: readonly AreaView[] = COMPONENTS.map(componentView);
