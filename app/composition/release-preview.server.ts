import { classWords, DIMENSION_WORDS, UNFAIR_WORDS, type Worded } from "~/features/releases/release-words";
import { type Consenting, weighUnit } from "~/features/releases/released-unit";
import { ROW_GRAIN, toNearest } from "~/features/releases/rounding";
import { DIMENSIONS } from "~/features/releases/strata";
import type { Unit } from "~/features/releases/unit";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { COMPONENTS } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import { COMPONENT_WORDS } from "~/features/scoring/words";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { scorer } from "./emitters";
import { findFacts } from "./score-store.server";

/**
 * What a relationship is told it would bring to a release, as of a day and as known at an instant (null: now), while it goes
 * on as it does `today`.
 */
export type Preview = {
  classes: { name: string; value: string }[];
  /** Why it is not set beside others; null: it may be. */
  unfair: Worded | null;
  /** Its figures as a row of a study has them; none where it is not set beside others. */
  row: { name: string; value: number }[];
};

/** What a release would say of one relationship, by the same code that makes releases. For those who stand in it. */
export async function findPreview(
  tx: Tx,
  relationshipId: string,
  { asOf, knownAt, today }: { asOf: Day; knownAt: Date | null; today: Day },
): Promise<Preview> {
  const one = await findTraits(tx, relationshipId, { asOf, today });
  const facts = await findFacts(tx, relationshipId, knownAt, asOf);
  const day = scoringDay(asOf);
  const { unit, reason } = weighUnit(one, facts, scorer.score(facts, day), currentMethod, day);
  return {
    classes: DIMENSIONS.map((dimension) => ({
      name: DIMENSION_WORDS[dimension].name,
      value: classWords(dimension, unit.strata[dimension]),
    })),
    unfair: reason && UNFAIR_WORDS[reason],
    row: reason === null ? rowOf(unit) : [],
  };
}

function rowOf({ figures }: Unit): Preview["row"] {
  const named = [
    ["overall", "Overall"],
    ...COMPONENTS.map((id) => [id, COMPONENT_WORDS[id].name] as const),
  ] as const;
  return named.flatMap(([id, name]) => {
    const figure = figures.get(id);
    return figure ? [{ name, value: toNearest(figure.value, ROW_GRAIN) }] : [];
  });
}

const TRAITS = {
  areaId: true,
  councilId: true,
  area: {
    select: { ruralUrban: true, region: true, deprivationQuintile: true, closingOn: true, closedOn: true },
  },
  council: { select: { tier: true, region: true } },
} satisfies Prisma.RelationshipSelect;

/** The same of a relationship as the release is told of it (app.research_units), read by one of its own sides. */
async function findTraits(
  tx: Tx,
  relationshipId: string,
  on: Record<"asOf" | "today", Day>,
): Promise<Consenting> {
  const { area, council, ...ids } = await tx.relationship.findUniqueOrThrow({
    where: { id: relationshipId },
    select: TRAITS,
  });
  const [row] = await tx.$queryRaw<{ months: number | null }[]>`
    SELECT (extract(year FROM a) * 12 + extract(month FROM a))::int AS months
    FROM (SELECT min(f.known_from) AS since FROM scoring_fact f
      WHERE f.area_id = ${ids.areaId}::uuid AND (f.relationship_id = ${relationshipId}::uuid OR f.relationship_id IS NULL)) s,
      age(${on.asOf}::date, (s.since AT TIME ZONE 'Europe/London')::date) a`;
  const isBy = (day: Date | null, last: Day) => day !== null && dateToDay(day) <= last;
  return {
    ...ids,
    relationshipId,
    ruralUrban: area.ruralUrban,
    tier: council.tier,
    region: area.region ?? council.region,
    quintile: area.deprivationQuintile,
    months: Math.max(0, row?.months ?? 0),
    closing: isBy(area.closingOn, on.asOf),
    closed: isBy(area.closedOn, on.today),
    wide: false,
  };
}
