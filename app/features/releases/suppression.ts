import { type Cell, type Cut, cellKey } from "./cells.ts";
import type { Unit } from "./unit.ts";

/** No cell under five areas, under three councils, or with one council over half of it (docs/method.md 13). */
export const LEAST_AREAS = 5;
export const LEAST_COUNCILS = 3;
export const LARGEST_SHARE = 0.5;
/** Figures that people answered for: ten people at least. */
export const LEAST_PEOPLE = 10;

/** Why a cell shows no figure, or that it does; the codes that stand beside a blank. */
export const STATUSES = ["shown", "none", "areas", "councils", "share", "people", "secondary"] as const;
export type Status = (typeof STATUSES)[number];

/** Whether these units may be told of together, by themselves. */
export function standing(units: readonly Unit[], measure: string): Status {
  if (units.length === 0) return "none";
  const byCouncil = counted(units.map(({ council }) => council));
  const ownedBy = owners(units);
  if (ownedBy.size < LEAST_AREAS) return "areas";
  if (byCouncil.size < LEAST_COUNCILS) return "councils";
  // Of an area with two councils neither knows all: by relationships alone, other areas' second ones would hide that one
  // council has most areas to itself, and what it does not know be of two areas.
  if (Math.max(...byCouncil.values()) > units.length * LARGEST_SHARE) return "share";
  const owned = counted([...ownedBy.values()].filter((council) => council !== null));
  if (Math.max(0, ...owned.values()) > ownedBy.size * LARGEST_SHARE) return "share";
  const asked = units.some((unit) => unit.people.has(measure));
  const people = units.reduce((sum, unit) => sum + (unit.people.get(measure) ?? 0), 0);
  return asked && people < LEAST_PEOPLE ? "people" : "shown";
}

function counted(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** Each area with the one council that it has here; null: it has several. */
function owners(units: readonly Unit[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { area, council } of units) {
    const there = found.get(area);
    found.set(area, there === undefined || there === council ? council : null);
  }
  return found;
}

/** Cells that add up to a parent: what is left out of them must not be told by subtraction. */
type Line = { readonly parent: string; readonly children: readonly Cell[] };

/**
 * The status of every cell of every table of one measure: first each by itself, then as long as it takes: what is left
 * out of a line must together be fit to be shown, else the smallest cell still shown goes too; and nothing is shown
 * below a parent that is not. Statuses only ever go from shown to secondary, so it ends.
 */
export function suppress(tables: readonly (readonly Cell[])[], measure: string): Map<string, Status> {
  const cells = tables.flat();
  const statuses = new Map(cells.map((cell) => [keyOf(cell), standing(cell.units, measure)]));
  const lines = linesOf(cells);
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      const taken = moreToLeaveOut(line, statuses, measure);
      for (const cell of taken) statuses.set(keyOf(cell), "secondary");
      changed ||= taken.length > 0;
    }
  }
  return statuses;
}

function keyOf(cell: Cell): string {
  return cellKey(cell.cut, cell.classes);
}

/** Every cell belongs to the line of each parent that has one dimension less. */
function linesOf(cells: readonly Cell[]): Line[] {
  const lines = new Map<string, { parent: string; children: Cell[] }>();
  for (const cell of cells) {
    for (const [at, dimension] of cell.cut.entries()) {
      const without = <T>(list: readonly T[]) => list.filter((_, i) => i !== at);
      const parent = cellKey(without(cell.cut) as Cut, without(cell.classes));
      const id = `${parent} ${dimension}`;
      const line = lines.get(id) ?? { parent, children: [] };
      line.children.push(cell);
      lines.set(id, line);
    }
  }
  return [...lines.values()];
}

/** The cells of a line that still have to go, given what is left out already. */
function moreToLeaveOut(line: Line, statuses: ReadonlyMap<string, Status>, measure: string): Cell[] {
  const shown = line.children.filter((cell) => statuses.get(keyOf(cell)) === "shown");
  if (shown.length === 0) return [];
  if (statuses.get(line.parent) !== "shown") return shown;
  const hidden = line.children
    .filter((cell) => statuses.get(keyOf(cell)) !== "shown")
    .flatMap((cell) => cell.units);
  if (hidden.length === 0 || standing(hidden, measure) === "shown") return [];
  return [shown.reduce((least, cell) => (cell.units.length < least.units.length ? cell : least))];
}
