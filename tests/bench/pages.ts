import type { Options } from "./options.ts";
import type { SignedIn } from "./readers.ts";
import { inTurn, isThere, type Stage } from "./stage.ts";
import { againstFloor, figure, type Row, told } from "./table.ts";

const PAGES = [
  { name: "people list", path: (reader: SignedIn) => reader.people, atLeast: 1 / 6 },
  { name: "area page", path: (reader: SignedIn) => reader.home, atLeast: 1 / 4 },
];
const P99_TIMES = 8;

/** Both pages: many users at once, then one alone. */
export async function measurePages(stage: Stage, options: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, path, atLeast } of PAGES) {
    const visits = stage.readers.map((reader) => ({ path: path(reader), cookie: reader.cookie }));
    const [first] = visits;
    if (!first || !(await isThere(stage.app.origin, first))) {
      rows.push(told(`${name}: there is no such page yet`, ""));
      continue;
    }
    const origins = [stage.app.origin, stage.floor.origin] as const;
    const [app, floor] = await inTurn(origins, [visits, visits], options);
    rows.push(againstFloor(`${name}, ${visits.length} users`, [app.rate, floor.rate], { atLeast }, "/s"));
    rows.push({ ...told("  p50, p99", spread(app)), floor: spread(floor) });
    const [alone, floorAlone] = await inTurn(origins, [[first], [first]], options);
    const p99 = [alone.p99, floorAlone.p99] as const;
    rows.push(againstFloor(`${name}, one user: p99`, p99, { atMost: P99_TIMES }, "ms"));
    rows.push({ ...told("  p50, p99", spread(alone)), floor: spread(floorAlone) });
    const failures = app.failures + alone.failures + floor.failures + floorAlone.failures;
    if (failures > 0) rows.push(told("  answers that were no page", String(failures)));
  }
  return rows;
}

/** Half of the answers, and 99 in 100, came within these. */
export function spread({ p50, p99 }: { p50: number; p99: number }): string {
  return `${figure(p50, "")}, ${figure(p99, "ms")}`;
}
