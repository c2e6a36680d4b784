import { Agent } from "node:http";
import type { Options } from "./options.ts";
import { spread } from "./pages.ts";
import type { Stage } from "./stage.ts";
import { type Row, told } from "./table.ts";
import { ask, percentiles, type Visit } from "./traffic.ts";

/**
 * The area page when a meeting has just been written, by one user: nothing of it is kept then. (Where pages are driven,
 * nobody writes, and all but the first are kept.)
 */
export async function measureFirstViews(
  { app: { origin }, floor: { origin: floorOrigin } }: Stage,
  write: Visit,
  page: Visit,
  { writes }: Options,
): Promise<Row[]> {
  const app = await viewAfterEach(origin, write, page, writes);
  const floor = await viewAfterEach(floorOrigin, write, page, writes);
  const [first, next, floorFirst] = [percentiles(app.first), percentiles(app.next), percentiles(floor.first)];
  return [
    {
      ...told("area page, the first view after a write: p50, p99", spread(first)),
      floor: spread(floorFirst),
      ratio: `${(first.p50 / floorFirst.p50).toFixed(2)}×`,
    },
    told("  and the one after it", spread(next)),
  ];
}

async function viewAfterEach(origin: string, write: Visit, page: Visit, count: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: { first: number[]; next: number[] } = { first: [], next: [] };
  for (let written = 0; written < count; written += 1) {
    await ask(origin, write, agent);
    for (const which of ["first", "next"] as const) {
      const asked = performance.now();
      const { status } = await ask(origin, page, agent);
      if (status !== 200) throw new Error(`The area page answered ${status}.`);
      times[which].push(performance.now() - asked);
    }
  }
  agent.destroy();
  return times;
}
