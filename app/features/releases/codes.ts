import { type Cell, type Cut, cellKey, cellsOf } from "./cells.ts";
import { AREAS_PER_FIGURE } from "./cuts.ts";
import { byLot, digest, together } from "./lot.ts";
import type { CodeLine } from "./published.ts";
import { COUNT_GRAIN } from "./rounding.ts";
import { LARGEST_SHARE, type Status, standing } from "./suppression.ts";
import type { Unit } from "./unit.ts";

/** How many records and areas have a code, in one cell. */
export type CodeCount = CodeLine;
/** A code on a record of a relationship. */
export type CodedRecord = { readonly record: string; readonly code: string };

/** The least number of areas that is told of a code: told so, at least five have it. */
export const LEAST_TOLD = 10;
/** Records are told to the ten, and of one area nine are counted at the most: one area never moves them by a grain. */
export const RECORD_GRAIN = 10;
export const MOST_OF_AREA = RECORD_GRAIN - 1;

/**
 * How many records and areas have each code: all areas together, and by one dimension. `codings` by relationship; `codes`
 * the whole code book, so that a code nobody uses looks the same as one that few do.
 *
 * That an area has a code is itself what must not be told, so nothing here may turn on one area (docs/decisions/0041):
 * - A count is told as a multiple by a lot that the ids in the cell decide, up to a whole grain off. One area that joins,
 *   leaves or codes its first record moves a count by less than that, so no two releases show it. Unchanged, a cell is told
 *   the same again.
 * - Whether a cell is told goes by that told number, not by the true one: ten areas at the least, and so many more in the
 *   release that a council which knows its own cannot say of the rest that all have it.
 * - The areas that have the code must be fit to be told of (five areas, three councils, none over half), and no council has
 *   over half of the records. What is left out of a line must be fit too, or be empty of areas in the release, else the
 *   smallest cell goes as well.
 * - Of the release's tables only as many stay as leave five told areas to an independent figure, as in cuts.ts.
 */
export function codeLines(
  units: readonly Unit[],
  codings: ReadonlyMap<string, readonly CodedRecord[]>,
  cuts: readonly Cut[],
  codes: readonly string[],
): CodeCount[] {
  const tables = cuts.filter((cut) => cut.length === 1).map((cut) => cellsOf(units, cut));
  const records = recordsByCode(codings);
  return codes.flatMap((code) => linesOf(code, units, tables, records.get(code) ?? new Map()));
}

/** The records of each relationship that have a code. */
type Holding = ReadonlyMap<string, ReadonlySet<string>>;

function recordsByCode(codings: ReadonlyMap<string, readonly CodedRecord[]>): Map<string, Holding> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const [unit, coded] of codings) {
    for (const { code, record } of coded) {
      const holding = found.get(code) ?? new Map<string, Set<string>>();
      found.set(code, holding);
      holding.set(unit, (holding.get(unit) ?? new Set()).add(record));
    }
  }
  return found;
}

function linesOf(
  code: string,
  units: readonly Unit[],
  tables: readonly Cell[][],
  holding: Holding,
): CodeCount[] {
  const whole = count(code, { cut: [], classes: [], units }, holding);
  if (!whole.isFit) return [line(code, whole, "areas")];
  let room = whole.areas / AREAS_PER_FIGURE - 1;
  const below = tables.flatMap((cells) => {
    if (cells.length < 2 || cells.length - 1 > room) return [];
    room -= cells.length - 1;
    const counted = cells.map((cell) => count(code, cell, holding));
    const statuses = leaveOut(code, counted, holding);
    return counted.map((one) => line(code, one, statuses.get(one) ?? "areas"));
  });
  return [line(code, whole, "shown"), ...below];
}

type Counted = {
  readonly cell: Cell;
  readonly areas: number;
  readonly records: number;
  readonly isFit: boolean;
};

/** What is told of a cell, were it told, and whether it may be by itself. */
function count(code: string, cell: Cell, holding: Holding): Counted {
  const having = cell.units.filter(({ id }) => holding.has(id));
  const byArea = gather(having, holding, ({ area }) => area);
  const all = new Set([...byArea.values()].flatMap((records) => [...records]));
  // Who is in the cell is part of the lot: whether somebody who joined has the code does not show in whether it is drawn anew.
  const key = digest(`${code} ${cellKey(cell.cut, cell.classes)}`);
  const drawn = together([key, ...cell.units.map(({ id }) => digest(id)), ...[...all].map(digest)]);
  const most = [...byArea.values()].reduce((sum, { size }) => sum + Math.min(size, MOST_OF_AREA), 0);
  const areas = byLot(byArea.size, COUNT_GRAIN, drawn);
  const records = byLot(most, RECORD_GRAIN, together([drawn, key]));
  const isFit =
    areas >= LEAST_TOLD &&
    records > 0 &&
    standing(having, "") === "shown" &&
    isSpread(having, holding, all.size) &&
    leavesOpen(cell.units, byArea, areas);
  return { cell, areas, records, isFit };
}

/** The records that have the code, by area or by council. */
function gather(
  having: readonly Unit[],
  holding: Holding,
  of: (unit: Unit) => string,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const unit of having) {
    const there = found.get(of(unit)) ?? new Set<string>();
    found.set(of(unit), there);
    for (const record of holding.get(unit.id) ?? []) there.add(record);
  }
  return found;
}

/** Whether no council has more than half of the records. */
function isSpread(having: readonly Unit[], holding: Holding, all: number): boolean {
  const byCouncil = gather(having, holding, ({ council }) => council);
  return [...byCouncil.values()].every(({ size }) => size <= all * LARGEST_SHARE);
}

/** Whether each council, knowing its own areas and what is told, still cannot say that all others have the code. */
function leavesOpen(units: readonly Unit[], having: ReadonlyMap<string, unknown>, told: number): boolean {
  const areas = new Set(units.map(({ area }) => area)).size;
  return [...new Set(units.map(({ council }) => council))].every((council) => {
    const own = new Set(units.flatMap((unit) => (unit.council === council ? [unit.area] : [])));
    const known = [...own].filter((area) => having.has(area)).length;
    return told - COUNT_GRAIN - known < areas - own.size;
  });
}

/** The status of each cell of a line below a told total: what is left out together is fit to be told, or more is left out. */
function leaveOut(code: string, cells: readonly Counted[], holding: Holding): Map<Counted, Status> {
  const statuses = new Map<Counted, Status>(cells.map((one) => [one, one.isFit ? "shown" : "areas"]));
  const those = (shown: boolean) => cells.filter((one) => (statuses.get(one) === "shown") === shown);
  const isSafe = () => {
    const units = those(false).flatMap(({ cell }) => cell.units);
    return units.length === 0 || count(code, { cut: [], classes: ["left out"], units }, holding).isFit;
  };
  while (those(true).length > 0 && !isSafe()) {
    const smallest = those(true).reduce((least, one) =>
      one.cell.units.length < least.cell.units.length ? one : least,
    );
    statuses.set(smallest, "secondary");
  }
  return statuses;
}

function line(code: string, { cell: { cut, classes }, areas, records }: Counted, status: Status): CodeCount {
  const isShown = status === "shown";
  return { code, cut, classes, status, areas: isShown ? areas : null, records: isShown ? records : null };
}
