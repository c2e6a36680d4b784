import { setTimeout as sleep } from "node:timers/promises";
import type { Options } from "./options.ts";
import type { Stage } from "./stage.ts";
import { atMost, figure, type Row, told } from "./table.ts";
import { drive } from "./traffic.ts";

const AT_REST_MB = 150;
const UNDER_LOAD_MB = 300;

/** Before anybody came; when everybody has signed in and opened both pages; and the most while everybody reads. */
export async function measureMemory({ app, readers, unused }: Stage, options: Options): Promise<Row[]> {
  await sleep(options.roundMs);
  const rest = app.memory();
  let most = rest;
  const watch = setInterval(() => {
    most = Math.max(most ?? 0, app.memory() ?? 0) || null;
  }, 250);
  const visits = readers.flatMap(({ home, people, cookie }) => [
    { path: home, cookie },
    { path: people, cookie },
  ]);
  await drive(app.origin, visits, options.roundMs * options.rounds);
  clearInterval(watch);
  return [
    told("before anybody came", unused === null ? "" : figure(unused, "MB")),
    atMost("at rest", rest, AT_REST_MB, "MB"),
    atMost(`under load, ${visits.length} connections`, most, UNDER_LOAD_MB, "MB"),
  ];
}
