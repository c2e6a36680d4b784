import type { Day } from "~/platform/calendar/day";
import { slugOf, type Tier } from "../organisations/organisation";
import type { FileProblem, Located } from "./problem";
import { chooseSlug } from "./slug";

/** What the national register says of a council. Half-open: it exists from startsOn up to, not including, endsOn. */
export interface CouncilFacts {
  readonly name: string;
  readonly shortName: string;
  readonly gssCode: string;
  readonly tier: Tier;
  readonly region: string | null;
  /** Null: not known. */
  readonly startsOn: Day | null;
  /** The day its successors take over; null: it has not ended. */
  readonly endsOn: Day | null;
  /** The code of the county council over a district. */
  readonly county: string | null;
}

/** A council as a file has it. */
export interface CouncilRow extends CouncilFacts {
  /** Its code in the national register, such as "SOM". */
  readonly code: string;
  /** Codes of the councils that take over on endsOn. */
  readonly successors: readonly string[];
}

type OrNull<T> = { readonly [K in keyof T]: T[K] | null };

/** A council as it is held; what was entered by hand may lack a code and more. */
export interface KnownCouncil extends OrNull<CouncilFacts> {
  readonly id: string;
  readonly code: string | null;
  readonly successors: readonly { readonly code: string; readonly takesOverOn: Day }[];
}

/** One field of a record that an import changes. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One step of a councils import; steps are carried out in the order of the plan. */
export type CouncilStep =
  | {
      readonly kind: "create-council";
      readonly line: number;
      readonly slug: string;
      readonly council: CouncilRow;
    }
  | {
      readonly kind: "change-council";
      readonly line: number;
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly changes: readonly FieldChange[];
    }
  | {
      readonly kind: "add-succession" | "change-succession";
      readonly line: number;
      readonly predecessor: string;
      readonly successor: string;
      readonly takesOverOn: Day;
    };

/** What a councils import would do; `unchanged` counts the rows that would change nothing. */
export interface CouncilsPlan {
  readonly steps: readonly CouncilStep[];
  readonly unchanged: number;
  readonly notices: readonly FileProblem[];
}

const FIELDS = [
  "code",
  "name",
  "shortName",
  "gssCode",
  "tier",
  "region",
  "startsOn",
  "endsOn",
  "county",
] as const;

/**
 * What would be created and changed to make the register say what the file says; run again, nothing. A council is
 * known again by its code, or, where it was entered by hand without one, by its GSS code. Councils that are not in
 * the file stay as they are. `takenSlugs` are all the slugs of organisations there are.
 */
export function planCouncils(
  rows: readonly Located<CouncilRow>[],
  known: readonly KnownCouncil[],
  takenSlugs: ReadonlySet<string>,
): CouncilsPlan {
  const pairs = rows.map((row) => ({ ...row, was: knownAgain(row.value, known) }));
  const created = createSteps(
    pairs.filter((pair) => !pair.was),
    takenSlugs,
  );
  const changed = pairs.flatMap(({ line, value, was }) => (was ? changeSteps(line, value, was) : []));
  const successions = pairs.flatMap(({ line, value, was }) => successionSteps(line, value, was));
  const steps = [...created, ...changed, ...successions];
  const touched = new Set(steps.map((step) => step.line));
  return { steps, unchanged: rows.length - touched.size, notices: untouched(pairs, known) };
}

type Pair = Located<CouncilRow> & { readonly was: KnownCouncil | undefined };

function knownAgain(row: CouncilRow, known: readonly KnownCouncil[]): KnownCouncil | undefined {
  return (
    known.find((council) => council.code === row.code) ??
    known.find((council) => council.code === null && council.gssCode === row.gssCode)
  );
}

/** Counties before their districts; of two of one name, the one that goes on has the plain slug. */
function createSteps(pairs: readonly Pair[], takenSlugs: ReadonlySet<string>): CouncilStep[] {
  const taken = new Set(takenSlugs);
  const slugs = new Map<string, string>();
  for (const { value } of [...pairs].sort((a, b) => Number(!!a.value.endsOn) - Number(!!b.value.endsOn))) {
    const plain = slugOf(value.shortName);
    const ended = value.endsOn ? [`${plain}-until-${value.endsOn.slice(0, 4)}`] : [];
    const slug = chooseSlug([plain, ...ended, `${plain}-${slugOf(value.code)}`], taken);
    taken.add(slug);
    slugs.set(value.code, slug);
  }
  return [...pairs]
    .sort((a, b) => Number(a.value.county !== null) - Number(b.value.county !== null))
    .map(({ line, value }) => ({
      kind: "create-council",
      line,
      slug: slugs.get(value.code) ?? slugOf(value.code),
      council: value,
    }));
}

function changeSteps(line: number, row: CouncilRow, was: KnownCouncil): CouncilStep[] {
  const changes = FIELDS.filter((field) => row[field] !== was[field]).map((field) => ({
    field,
    before: was[field],
    after: row[field],
  }));
  if (changes.length === 0) return [];
  return [{ kind: "change-council", line, id: was.id, code: row.code, name: row.name, changes }];
}

/** A successor that is held and not in the file stays: somebody may know better than a part of the register. */
function successionSteps(line: number, row: CouncilRow, was: KnownCouncil | undefined): CouncilStep[] {
  const takesOverOn = row.endsOn;
  if (takesOverOn === null) return [];
  return row.successors.flatMap((successor): CouncilStep[] => {
    const held = was?.successors.find((one) => one.code === successor);
    if (held?.takesOverOn === takesOverOn) return [];
    const kind = held ? "change-succession" : "add-succession";
    return [{ kind, line, predecessor: row.code, successor, takesOverOn }];
  });
}

function untouched(pairs: readonly Pair[], known: readonly KnownCouncil[]): FileProblem[] {
  const matched = new Set(pairs.map((pair) => pair.was));
  const left = known.filter((council) => !matched.has(council));
  if (left.length === 0 || pairs.length === 0) return [];
  const names = left.map((council) => council.name ?? council.code ?? council.id).sort();
  const listed = names.slice(0, 10).join(", ") + (names.length > 10 ? " and others" : "");
  const message = `Councils held and not in the file, left as they are: ${names.length} (${listed}).`;
  return [{ line: null, column: null, message }];
}
