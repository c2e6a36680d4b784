import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { type Consenting, unitUnder, type Weighed, weighUnit } from "~/features/releases/released-unit";
import type { Unit } from "~/features/releases/unit";
import { figuresUnderVariants } from "~/features/releases/variant-figures";
import { methodUnder, VARIANTS, type VariantId } from "~/features/releases/variants";
import { dayOf } from "~/features/scoring/day";
import type { Fact } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { emit, scorer } from "./emitters";
import { findFacts } from "./score-store.server";

/** Who publishes: it is told who consents, and reads no record. */
export const PUBLISHER = "job:publish-release";

/** Relationships whose facts are read in one transaction, and are in memory together: some two thousand facts. */
const AT_ONCE = 5;

/** What a release is of: its day, what was known, and whose yes counts. */
export type Moment = { readonly asOf: Day; readonly knownAt: Date; readonly consentAt: Date };

export type ReleaseUnits = {
  /** Those that may be set beside each other. */
  readonly units: readonly Unit[];
  /** The same under every variant of the method; empty where none was asked for. */
  readonly under: ReadonlyMap<VariantId, readonly Unit[]>;
  /** Of those, the ones let into studies. */
  readonly wide: ReadonlySet<string>;
};

const rowSchema = z.strictObject({
  relationship_id: idSchema,
  area_id: idSchema,
  council_id: idSchema,
  rural_urban: z.string().nullable(),
  tier: z.string().nullable(),
  region: z.string().nullable(),
  quintile: z.int().nullable(),
  months: z.int().nullable(),
  closing: z.boolean(),
  closed: z.boolean(),
  wide: z.boolean(),
});

/**
 * The relationships of a release, scored as of its day from what was known then; those that may not be compared are left
 * out. Facts are read as the scorer, a few relationships at a time, and are not kept: what a score is made from is in
 * memory for as long as it takes to work it out.
 */
export async function findUnits(
  moment: Moment,
  today: Day,
  { variants }: { variants: boolean },
): Promise<ReleaseUnits> {
  const consenting = await inTransaction(PUBLISHER, today, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT relationship_id, area_id, council_id, rural_urban, tier, region, quintile, closing, closed, wide,
        (extract(year FROM a) * 12 + extract(month FROM a))::int AS months
      FROM app.research_units(${moment.asOf}::date, ${moment.consentAt}::timestamptz) u,
        age(${moment.asOf}::date, (u.since AT TIME ZONE 'Europe/London')::date) a`;
    return rows.map(toConsenting);
  });
  const units: Unit[] = [];
  const under = new Map<VariantId, Unit[]>(variants ? VARIANTS.map(({ id }) => [id, []]) : []);
  for (let from = 0; from < consenting.length; from += AT_ONCE) {
    for (const [one, facts] of await readFacts(consenting.slice(from, from + AT_ONCE), moment, today)) {
      // A release takes minutes to work out: in between, whoever else asks is answered.
      await setImmediate();
      const { unit, reason } = weigh(one, facts, moment.asOf);
      if (reason !== null) continue;
      units.push(unit);
      if (variants) addVariants(unit, facts, moment.asOf, under);
    }
  }
  const wide = new Set(consenting.filter((one) => one.wide).map((one) => one.relationshipId));
  return { units, under, wide };
}

function toConsenting(row: unknown): Consenting {
  const { relationship_id, area_id, council_id, rural_urban, months, ...rest } = rowSchema.parse(row);
  return {
    ...rest,
    relationshipId: relationship_id,
    areaId: area_id,
    councilId: council_id,
    ruralUrban: rural_urban,
    months: Math.max(0, months ?? 0),
  };
}

function readFacts(
  some: readonly Consenting[],
  { asOf, knownAt }: Moment,
  today: Day,
): Promise<[Consenting, Fact[]][]> {
  return inTransaction("scorer", today, async (tx) => {
    const read: [Consenting, Fact[]][] = [];
    for (const one of some) read.push([one, await findFacts(tx, one.relationshipId, knownAt, asOf)]);
    return read;
  });
}

function weigh(one: Consenting, facts: readonly Fact[], asOf: Day): Weighed {
  const day = dayOf(asOf);
  return weighUnit(one, facts, scorer.score(facts, day), currentMethod, day);
}

function addVariants(
  unit: Unit,
  facts: readonly Fact[],
  asOf: Day,
  under: ReadonlyMap<VariantId, Unit[]>,
): void {
  const day = dayOf(asOf);
  const signals = facts.flatMap((fact) => emit(fact, day));
  const figures = figuresUnderVariants(signals, currentMethod, day).under;
  for (const variant of VARIANTS) {
    const found = figures.get(variant.id);
    if (found) under.get(variant.id)?.push(unitUnder(unit, found, methodUnder(currentMethod, variant)));
  }
}
