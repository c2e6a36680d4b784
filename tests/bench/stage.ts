import { mkdirSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Program, startApp, startFloor } from "./app-server.ts";
import type { Place } from "./load.ts";
import { readersOf } from "./place.ts";
import { type SignedIn, signInAll } from "./readers.ts";
import { ask, drive, median, type Result, type Visit } from "./traffic.ts";

/** The application and its floor, running on one place, with readers signed in. */
export type Stage = {
  place: Place;
  app: Program;
  floor: Program;
  readers: SignedIn[];
  /** Memory of the application before anybody came, in MB. */
  unused: number | null;
  stop: () => Promise<void>;
};

/** A start is over, and what it left cleared. */
const SETTLED_MS = 3_000;

/** Starts both on a place and shows the floor the pages it is to make. */
export async function setStage(place: Place, users: number, nodeArgs: string[] = []): Promise<Stage> {
  const app = await startApp(place, { nodeArgs });
  try {
    await sleep(SETTLED_MS);
    const unused = app.memory();
    const readers = await signInAll(app.origin, readersOf(place.areas, users));
    const floor = await startFloor(place, await keepPages(app, readers));
    const stop = async () => {
      await floor.stop();
      await app.stop();
    };
    return { place, app, floor, readers, unused, stop };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

const PAGES = ".cache/bench/pages.json";
const ATTEMPTS = 3;

/** The measured pages as the application answers them, in a file for the floor; one that is not there is left out. */
async function keepPages(app: Program, readers: readonly SignedIn[]): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  const pages: Record<string, string> = {};
  for (const { home, people, cookie } of readers)
    for (const path of [home, people]) {
      // The first of all is made by what has never run yet: on a busy machine it may take longer than it is given.
      for (let attempt = 0; attempt < ATTEMPTS && pages[path] === undefined; attempt += 1) {
        const { status, body } = await ask(app.origin, { path, cookie }, agent);
        if (status === 200) pages[path] = body.toString("utf8");
      }
    }
  agent.destroy();
  mkdirSync(".cache/bench", { recursive: true });
  writeFileSync(PAGES, JSON.stringify(pages));
  return PAGES;
}

/** Whether a page is there and answers a reader. */
export async function isThere(origin: string, visit: Visit): Promise<boolean> {
  const agent = new Agent();
  const { status } = await ask(origin, visit, agent);
  agent.destroy();
  return status === 200;
}

/** Two addresses driven in turn, so that what else the machine does falls on both; the middle of each. */
export async function inTurn(
  origins: readonly [string, string],
  visits: readonly [readonly Visit[], readonly Visit[]],
  { rounds, roundMs }: { rounds: number; roundMs: number },
): Promise<[Result, Result]> {
  const results: [Result[], Result[]] = [[], []];
  for (const one of [0, 1] as const) await drive(origins[one], visits[one], roundMs / 2);
  for (let round = 0; round < rounds; round += 1)
    for (const one of [0, 1] as const) results[one].push(await drive(origins[one], visits[one], roundMs));
  return [middle(results[0]), middle(results[1])];
}

function middle(results: readonly Result[]): Result {
  const of = (key: keyof Result) => median(results.map((result) => result[key]));
  const sum = (key: keyof Result) => results.reduce((total, result) => total + result[key], 0);
  return { rate: of("rate"), p50: of("p50"), p99: of("p99"), count: sum("count"), failures: sum("failures") };
}
