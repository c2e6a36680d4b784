import type { Day } from "~/platform/calendar/day";
import { slugOf } from "../organisations/organisation";
import type { FieldChange } from "./councils-plan";
import type { FileProblem, Located, Reading } from "./problem";
import { refused } from "./problem";
import { chooseSlug } from "./slug";

/** What the programme's list says of an area. */
export interface AreaFacts {
  /** The programme's own code, such as "BL021". */
  readonly code: string;
  readonly name: string;
  readonly wave: number;
  readonly region: string;
  readonly ruralUrban: string | null;
  /** 1 is the most deprived fifth of England. */
  readonly deprivationQuintile: number | null;
}

/** An area and a council (by code), half-open: from startsOn up to, not including, endsOn. */
export interface RelationshipRow {
  readonly council: string;
  readonly gssCode: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** The council whose relationship takes the open records over on endsOn. */
  readonly takenOverBy: string | null;
}

/** An area as a file has it, with its councils then and now. */
export interface AreaRow extends AreaFacts {
  readonly relationships: readonly RelationshipRow[];
}

/** An area as it is held. */
export interface KnownArea extends Record<Exclude<keyof AreaFacts, "name">, string | number | null> {
  readonly id: string;
  readonly name: string;
  readonly relationships: readonly {
    readonly id: string;
    readonly council: string | null;
    readonly startsOn: Day | null;
    readonly endsOn: Day | null;
    readonly takenOverBy: string | null;
  }[];
}

/** What the plan must know of a council that is held. */
export interface HeldCouncil {
  readonly gssCode: string | null;
  readonly endsOn: Day | null;
  readonly county: string | null;
}

/** One step of an areas import; steps are carried out in the order of the plan. */
export type AreaStep =
  | { readonly kind: "create-area"; readonly line: number; readonly slug: string; readonly area: AreaFacts }
  | {
      readonly kind: "change-area";
      readonly line: number;
      readonly id: string;
      readonly name: string;
      readonly changes: readonly FieldChange[];
    }
  | {
      readonly kind: "add-relationship";
      readonly line: number;
      /** The area's code; it is held by now, or made by an earlier step. */
      readonly area: string;
      readonly relationship: RelationshipRow;
    }
  | {
      readonly kind: "change-relationship";
      readonly line: number;
      readonly area: string;
      readonly id: string;
      readonly council: string;
      readonly changes: readonly FieldChange[];
    };

/** What an areas import would do; `unchanged` counts the rows that would change nothing. */
export interface AreasPlan {
  readonly steps: readonly AreaStep[];
  readonly unchanged: number;
  readonly notices: readonly FileProblem[];
}

const FIELDS = ["code", "name", "wave", "region", "ruralUrban", "deprivationQuintile"] as const;

/**
 * What would be created and changed; run again, nothing. An area is known again by its code, or by its name where it
 * has no code. The start of a relationship that is held stays (somebody may know better than the programme's list),
 * and so does who takes over where the list does not say), and a relationship that is held and not in the file stays. Refused where the file and the held councils disagree.
 */
export function planAreas(
  rows: readonly Located<AreaRow>[],
  known: readonly KnownArea[],
  councils: ReadonlyMap<string, HeldCouncil>,
  takenSlugs: ReadonlySet<string>,
): Reading<AreasPlan> {
  const problems = rows.flatMap((row) => againstCouncils(row, councils));
  if (problems.length > 0) return refused(problems);
  const taken = new Set(takenSlugs);
  const steps = rows.flatMap(({ line, value }) => {
    const was = known.find(
      (area) => area.code === value.code || (area.code === null && area.name === value.name),
    );
    const { relationships, ...area } = value;
    const first = was ? changeSteps(line, area, was) : [createStep(line, area, taken)];
    return [...first, ...relationshipSteps(line, area.code, relationships, was)];
  });
  const touched = new Set(steps.map((step) => step.line));
  return { ok: true, value: { steps, unchanged: rows.length - touched.size, notices: [] }, notices: [] };
}

function createStep(line: number, area: AreaFacts, taken: Set<string>): AreaStep {
  const short = slugOf(area.name.replace(/\(.*\)/, ""));
  const slug = chooseSlug([short, slugOf(area.name), slugOf(`${short} ${area.code}`)], taken);
  taken.add(slug);
  return { kind: "create-area", line, slug, area };
}

function changeSteps(line: number, area: AreaFacts, was: KnownArea): AreaStep[] {
  const changes = FIELDS.filter((field) => area[field] !== was[field]).map((field) =>
    change(field, was[field], area[field]),
  );
  return changes.length === 0 ? [] : [{ kind: "change-area", line, id: was.id, name: area.name, changes }];
}

/** Those that take over come first, so that those they take over from can name them. */
function relationshipSteps(
  line: number,
  area: string,
  rows: readonly RelationshipRow[],
  was: KnownArea | undefined,
): AreaStep[] {
  const takersFirst = [...rows].sort(
    (a, b) => Number(a.takenOverBy !== null) - Number(b.takenOverBy !== null),
  );
  return takersFirst.flatMap((row): AreaStep[] => {
    const held = was?.relationships.find((relationship) => relationship.council === row.council);
    if (!held) return [{ kind: "add-relationship", line, area, relationship: row }];
    const changes = [
      ...(held.startsOn === null ? [change("startsOn", null, row.startsOn)] : []),
      ...(held.endsOn === row.endsOn ? [] : [change("endsOn", held.endsOn, row.endsOn)]),
      ...(row.takenOverBy === null || held.takenOverBy === row.takenOverBy
        ? []
        : [change("takenOverBy", held.takenOverBy, row.takenOverBy)]),
    ];
    if (changes.length === 0) return [];
    return [{ kind: "change-relationship", line, area, id: held.id, council: row.council, changes }];
  });
}

function change(field: string, before: string | number | null, after: string | number | null): FieldChange {
  const words = (value: string | number | null) => (value === null ? null : String(value));
  return { field, before: words(before), after: words(after) };
}

function againstCouncils(row: Located<AreaRow>, councils: ReadonlyMap<string, HeldCouncil>): FileProblem[] {
  const { line, value } = row;
  const say = (column: string, message: string): FileProblem[] => [{ line, column, message }];
  const named = new Set(value.relationships.map((relationship) => relationship.council));
  return value.relationships.flatMap(({ council, gssCode, endsOn }) => {
    const held = councils.get(council);
    if (!held)
      return say("council_code_now", `${council} is not a council that is held. Import the councils first.`);
    if (gssCode && held.gssCode && gssCode !== held.gssCode)
      return say("council_gss_2012", `${council} has the GSS code ${held.gssCode}, not ${gssCode}.`);
    if (held.endsOn !== null && endsOn !== held.endsOn)
      return say("council_abolished", `${council} ended on ${held.endsOn}, not ${endsOn ?? "still there"}.`);
    if (held.county !== null && !named.has(held.county))
      return say("county_code_2012", `${council} lies in the county ${held.county}, which is not named.`);
    return [];
  });
}
