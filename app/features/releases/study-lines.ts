import type { Method } from "../scoring/method.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { measuresOf } from "./measures.ts";
import { type StudyGroup, type StudyRow, studyTable } from "./rows.ts";
import type { Dimension } from "./strata.ts";
import { kindsOf } from "./study-kinds.ts";
import type { Unit } from "./unit.ts";

/** People of an area who must have answered before what they said is told in its row (docs/method.md 13: five). */
export const LEAST_ANSWERS = 5;

/** A row as a release keeps it. */
export type StudyRowLine = StudyRow & { readonly measure: string };
/** A group as a release keeps it; `place` is its order within its measure. */
export type StudyGroupLine = StudyGroup & { readonly measure: string; readonly place: number };

export type StudyLines = {
  readonly rows: readonly StudyRowLine[];
  readonly groups: readonly StudyGroupLine[];
};

/**
 * Every row and group that a study is told of in a release, a measure at a time: by the study's one dimension, each area under
 * the study's pseudonym, rounded. What may not be told of the areas together is not told of any of them. Of 1,500 areas there
 * are some 100,000 rows, so whoever writes them takes one measure, writes it and lets it go.
 */
export function* studyLines(
  study: { readonly dimension: Dimension },
  units: readonly Unit[],
  pseudonymOf: (unit: Unit) => string,
  method: Method = currentMethod,
): Generator<StudyLines> {
  const kindOf = kindsOf(units, study.dimension);
  for (const { id: measure } of measuresOf(method)) {
    const answered = units.filter((unit) => enoughAnswered(unit, measure));
    const { rows, groups } = studyTable(answered, measure, kindOf, pseudonymOf);
    yield {
      rows: rows.map((row) => ({ ...row, measure })),
      groups: groups.map((group, place) => ({ ...group, measure, place })),
    };
  }
}

function enoughAnswered(unit: Unit, measure: string): boolean {
  return (unit.people.get(measure) ?? LEAST_ANSWERS) >= LEAST_ANSWERS;
}
