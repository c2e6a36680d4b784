import type { Day } from "~/platform/calendar/day";
import type { RelationshipRow } from "./areas-plan";
import { takeoverDay } from "./councils-check";
import type { FileProblem } from "./problem";

/** Which councils an area's row names, then and now. A two-tier area names its county besides its district. */
export interface AreaCouncils {
  readonly announcedOn: Day;
  readonly councilsThen: readonly string[];
  /** GSS codes of `councilsThen`, in its order. */
  readonly gssThen: readonly string[];
  readonly counties: readonly string[];
  readonly now: readonly string[];
  /** The end-date of the councils that are gone, written as the register writes it. */
  readonly abolished: Day | null;
  /** Whether the councils of today are districts, with a county over them. */
  readonly twoTierNow: boolean;
  readonly changed: boolean;
}

type Found = Omit<FileProblem, "line">;

/**
 * The relationships of an area with its councils, half-open. They begin on the day the area was announced (the
 * earliest day either side could have spoken as such) or on the day a successor took over. A county's ends with its
 * district's where no district follows.
 */
export function areaRelationships(row: AreaCouncils): {
  relationships: RelationshipRow[];
  problems: Found[];
} {
  const gone = row.councilsThen.filter((code) => !row.now.includes(code));
  const added = row.now.filter((code) => !row.councilsThen.includes(code));
  const stay = row.councilsThen.filter((code) => row.now.includes(code));
  const problems = contradictions(row, gone, added, stay);
  const takeover = row.abolished ? takeoverDay(row.abolished, []) : null;
  const from = row.announcedOn;
  const districts = row.councilsThen.map((council, at) => {
    const gssCode = row.gssThen[at] ?? null;
    if (stay.includes(council)) return open(council, from, gssCode);
    const takenOverBy = taker(gone.indexOf(council), gone, added, stay);
    return { council, gssCode, startsOn: from, endsOn: takeover, takenOverBy };
  });
  const countyEnds = gone.length > 0 && !row.twoTierNow && stay.length === 0;
  const counties = row.counties.map((council) => {
    if (!countyEnds) return open(council, from, null);
    const takenOverBy = added.length === 1 ? (added[0] ?? null) : null;
    return { council, gssCode: null, startsOn: from, endsOn: takeover, takenOverBy };
  });
  const successors = added.map((council) => open(council, takeover ?? from, null));
  return { relationships: [...districts, ...counties, ...successors], problems };
}

function open(council: string, startsOn: Day, gssCode: string | null): RelationshipRow {
  return { council, gssCode, startsOn, endsOn: null, takenOverBy: null };
}

/** One that is new takes over from all; several take over each from the one in its place; else the one that stays. */
function taker(
  at: number,
  gone: readonly string[],
  added: readonly string[],
  stay: readonly string[],
): string | null {
  if (added.length === 1) return added[0] ?? null;
  if (added.length === gone.length) return added[at] ?? null;
  return added.length === 0 && stay.length === 1 ? (stay[0] ?? null) : null;
}

function contradictions(
  row: AreaCouncils,
  gone: readonly string[],
  added: readonly string[],
  stay: readonly string[],
): Found[] {
  const found: Found[] = [];
  const say = (column: string, message: string) => found.push({ column, message });
  if (gone.length > 0 && !row.abolished)
    say("council_abolished", `The day on which ${gone.join(", ")} ended is missing.`);
  if (gone.length === 0 && row.abolished)
    say("council_abolished", "A council ended and the councils are the same.");
  if (gone.length === 0 && added.length > 0)
    say("council_code_now", `${added.join(", ")} is new and no council ended.`);
  if (row.changed !== gone.length > 0) say("council_changed", "This does not fit the councils then and now.");
  if (row.abolished && row.abolished <= row.announcedOn)
    say("council_abolished", `It ended before the area was announced (${row.announcedOn}).`);
  if (gone.some((_, at) => taker(at, gone, added, stay) === null))
    say(
      "council_code_now",
      "It is not clear which council takes over from which: name as many as there were, or one.",
    );
  if (row.gssThen.length !== row.councilsThen.length)
    say("council_gss_2012", "Give one GSS code for each council.");
  if (row.counties.some((code) => row.councilsThen.includes(code) || row.now.includes(code)))
    say("county_code_2012", "The county is named as the district too.");
  return found;
}
