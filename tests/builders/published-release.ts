import { PUBLISHER } from "~/composition/release-units.server";
import { addRelease } from "~/composition/release-writing.server";
import { cutsFor } from "~/features/releases/cuts";
import { OVERALL } from "~/features/releases/measures";
import { type Ingredients, releaseRows } from "~/features/releases/release-rows";
import type { Unit } from "~/features/releases/unit";
import { COMPONENTS } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { inventedUnits } from "./release-units";

/** The release that is published for whoever asks. */
export const RELEASE = "2026-Q3";

const MEASURES = [OVERALL.id, ...COMPONENTS, "trust/council", "trust/T1/council"];

/** Invented relationships with a figure of everything that a release tells of variants, and of a little more. */
function unitsWith(areas: number, seed: number, shift: number): Unit[] {
  const byMeasure = MEASURES.map((measure) => [measure, inventedUnits(areas, seed, measure)] as const);
  return inventedUnits(areas, seed).map((unit, at) => ({
    ...unit,
    figures: new Map(
      byMeasure.flatMap(([measure, units]) => {
        const figure = units[at]?.figures.get(measure);
        return figure ? [[measure, { ...figure, value: figure.value + shift }] as const] : [];
      }),
    ),
  }));
}

type Invented = { id: string; asOf: string; areas: number; before?: string };

/** A release of invented areas, whole: figures, changes where another is named before it, codes, and one variant. */
export function inventedRelease({ id, asOf, areas, before }: Invented): Ingredients {
  const units = unitsWith(areas, 8, 0);
  const cut = cutsFor(units).find(({ length }) => length === 1) ?? [];
  const all = { cut: [], classes: [], areas: 25 } as const;
  return {
    ...{ id, asOf, units, method: currentMethod },
    knownAt: new Date(`${asOf}T12:00:00Z`),
    publishedAt: new Date("2026-10-15T09:00:00Z"),
    under: new Map([["h-2", unitsWith(areas, 8, 6)]]),
    before: before === undefined ? null : { id: before, units: unitsWith(areas, 8, -5) },
    codes: {
      // Whatever somebody calls a code, it is text.
      book: [{ slug: "who-decides", theme: "Influence", label: "=1+1", says: "Who decided, and with whom." }],
      counts: [
        { ...all, code: "who-decides", status: "shown", records: 40 },
        { code: "who-decides", cut, classes: ["rural"], status: "areas", records: null, areas: null },
      ],
    },
  };
}

/** Publishes a release of invented areas in this test's database. */
export async function publishInvented({ clock }: { clock: Clock }, invented: Invented): Promise<void> {
  const rows = await releaseRows(inventedRelease(invented));
  await inTransaction(PUBLISHER, todayBy(clock), (tx) => addRelease(tx, rows));
}
