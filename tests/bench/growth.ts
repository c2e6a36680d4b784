import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { spread } from "./pages.ts";
import { placeOf } from "./place.ts";
import { inTurn, isThere, setStage } from "./stage.ts";
import { againstFloor, type Row, told } from "./table.ts";

const TIMES = 10;
const AT_MOST = 1.5;

/** Both pages for one user, in a place and in one of a tenth of its areas, people and meetings. */
export async function measureGrowth(
  server: BenchServer,
  options: Options,
  say: (message: string) => void,
): Promise<Row[]> {
  const stages = [];
  const rows: Row[] = [];
  try {
    const from = options.quick ? options.scale : options.scale / TIMES;
    for (const scale of [from, from * TIMES])
      stages.push(await setStage(await server.place(placeOf(scale), say), 1));
    const [small, large] = stages;
    const [few, many] = [small?.readers[0], large?.readers[0]];
    if (!small || !large || !few || !many) return rows;
    for (const page of ["people", "home"] as const) {
      const [a, b] = [
        { path: few[page], cookie: few.cookie },
        { path: many[page], cookie: many.cookie },
      ];
      if (!(await isThere(large.app.origin, b))) continue;
      const [before, after] = await inTurn([small.app.origin, large.app.origin], [[a], [b]], options);
      const name = page === "people" ? "people list" : "area page";
      const what = `${name}: p50 at scale ${from * TIMES} (floor: scale ${from})`;
      rows.push(againstFloor(what, [after.p50, before.p50], { atMost: AT_MOST }, "ms"));
      rows.push({ ...told("  p50, p99", spread(after)), floor: spread(before) });
    }
    return rows;
  } finally {
    for (const stage of stages) await stage.stop();
  }
}
