import { addDays, type Day } from "~/platform/calendar/day";
import type { CouncilRow } from "./councils-plan";
import type { FileProblem, Located } from "./problem";

/** A council as a row of the file has it, before the rows are held against each other. */
export interface CouncilLine extends CouncilRow {
  /** What the file calls end-date: the last day, or the day of takeover. See `takeoverDay`. */
  readonly endDate: Day | null;
  readonly isCurrent: boolean;
}

/** Councils already held, which a file that is a part of the register may name: code to first day. */
export type HeldCouncils = ReadonlyMap<string, Day | null>;

/**
 * The day from which a council is no more. The register writes its end-date in two ways: for some years the last
 * day (2019-03-31, 2020-03-31), for others the day of takeover (2021-04-01, 2023-04-01). The successors decide: one
 * that starts the day after makes it a last day, one that starts on it a takeover. Where none does, a 31 March is a
 * last day, and anything else the day of takeover.
 */
export function takeoverDay(endDate: Day, successorStarts: readonly (Day | null)[]): Day {
  const next = addDays(endDate, 1);
  if (successorStarts.includes(next)) return next;
  if (successorStarts.includes(endDate)) return endDate;
  return endDate.endsWith("-03-31") ? next : endDate;
}

/** Holds the rows of a councils file against each other and what is held: the councils, and what does not fit. */
export function checkCouncils(
  lines: readonly Located<CouncilLine>[],
  held: HeldCouncils,
): { councils: Located<CouncilRow>[]; problems: FileProblem[] } {
  const starts = new Map<string, Day | null>(held);
  for (const { value } of lines) starts.set(value.code, value.startsOn);
  const inFile = new Map(lines.map((line) => [line.value.code, line.value]));
  const councils = lines.map(({ line, value }) => ({ line, value: settled(value, starts) }));
  const problems = [
    ...twice(lines, "local-authority-code", (value) => value.code),
    ...twice(lines, "gss-code", (value) => value.gssCode),
    ...lines.flatMap(({ line, value }) =>
      rowProblems(value, starts, inFile).map((found) => ({ line, ...found })),
    ),
  ];
  return { councils, problems };
}

function settled(line: CouncilLine, starts: HeldCouncils): CouncilRow {
  const { endDate, isCurrent: _, ...row } = line;
  if (!endDate) return row;
  return {
    ...row,
    endsOn: takeoverDay(
      endDate,
      row.successors.map((code) => starts.get(code) ?? null),
    ),
  };
}

function twice(
  lines: readonly Located<CouncilLine>[],
  column: string,
  key: (value: CouncilLine) => string,
): FileProblem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, value }) => {
    const before = first.get(key(value));
    if (before === undefined) first.set(key(value), line);
    return before === undefined ? [] : [{ line, column, message: `Line ${before} has ${key(value)} too.` }];
  });
}

type Found = Omit<FileProblem, "line">;

function rowProblems(
  row: CouncilLine,
  starts: HeldCouncils,
  inFile: ReadonlyMap<string, CouncilLine>,
): Found[] {
  return [...endProblems(row, starts), ...countyProblems(row, starts, inFile)];
}

function endProblems(row: CouncilLine, starts: HeldCouncils): Found[] {
  const found: Found[] = [];
  const { endDate, startsOn, successors } = row;
  const say = (column: string, message: string) => found.push({ column, message });
  if (row.isCurrent === (endDate !== null))
    say(
      "current-authority",
      endDate ? "It has an end-date and is marked current." : "It is marked ended and has no end-date.",
    );
  if (endDate && startsOn && endDate <= startsOn) say("end-date", `It ends before it starts (${startsOn}).`);
  if (!endDate && successors.length > 0) say("end-date", "It is replaced and has no end-date.");
  for (const code of successors) {
    const start = starts.get(code);
    if (code === row.code) say("replaced-by", "It cannot replace itself.");
    else if (start === undefined) say("replaced-by", `${code} is neither in the file nor held.`);
    else if (endDate && start && start > addDays(endDate, 1))
      say("replaced-by", `${code} starts on ${start}, later than the day after ${endDate}.`);
  }
  return found;
}

function countyProblems(
  row: CouncilLine,
  starts: HeldCouncils,
  inFile: ReadonlyMap<string, CouncilLine>,
): Found[] {
  const column = "county-la";
  if (row.tier === "district" && !row.county)
    return [{ column, message: "A district needs the code of its county." }];
  if (!row.county) return [];
  if (row.tier !== "district") return [{ column, message: "Only a district has a county council over it." }];
  if (!starts.has(row.county)) return [{ column, message: `${row.county} is neither in the file nor held.` }];
  const county = inFile.get(row.county);
  return county && county.tier !== "county"
    ? [{ column, message: `${row.county} is no county council.` }]
    : [];
}
