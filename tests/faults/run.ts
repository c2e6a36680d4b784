import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { ensureBuilt } from "../setup/ensure-built.ts";
import { layGround } from "./ground.ts";
import { Instance } from "./instance.ts";
import { emptyTally, Killing, type Tally, VICTIMS } from "./killing.ts";
import { killMigrations } from "./migrating.ts";
import { randomFrom } from "./random.ts";
import { findFlaws } from "./whole.ts";

const FOLDER = ".cache/faults";
const USAGE = "npm run test:faults -- [--seed=7] [--rounds=20] [--migrations=12]";
/** No kill while forms are sent is begun after so long; the whole is to take less than 20 minutes. */
const WRITING_MS = 11 * 60_000;
/** Facts, scores and files are all looked at after so many kills, and at the end. */
const LOOK_EVERY = 10;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run test:faults`: kills what runs at random moments, and exits 1 where anything acknowledged is gone. */
async function main(): Promise<void> {
  const { seed, rounds, migrations } = readOptions(process.argv.slice(2));
  const started = Date.now();
  say(`Faults, with the seed ${seed}. Again the same: npm run test:faults -- --seed=${seed}`);
  await ensureBuilt();
  rmSync(FOLDER, { recursive: true, force: true });
  // What this process itself asks of the application's files and database is of the instance it kills.
  const dataDir = resolve(FOLDER, "data");
  process.env.DATA_DIR = dataDir;
  const { tally, flaws } = await killWrites(dataDir, seed, rounds);
  const migrated = await killMigrations(resolve(FOLDER, "migrating"), randomFrom(seed + 1), migrations);
  say(figures(tally, flaws, migrated, Math.round((Date.now() - started) / 1000)));
  const problems = [...tally.lost, ...tally.half, ...tally.doubled, ...flaws, ...migrated.problems];
  if (problems.length > 0) {
    say(problems.slice(0, 50).join("\n"));
    process.exitCode = 1;
  }
}

async function killWrites(dataDir: string, seed: number, rounds: number) {
  const instance = await Instance.at(dataDir);
  const random = randomFrom(seed);
  const tally = emptyTally();
  const flaws: string[] = [];
  try {
    await instance.start();
    const ground = await layGround(instance);
    const killing = new Killing(instance, ground, random, tally);
    await killing.calm();
    const until = Date.now() + WRITING_MS;
    for (let round = 1; round <= rounds * VICTIMS.length; round += 1) {
      const isLast = round === rounds * VICTIMS.length || Date.now() > until;
      await killing.round(VICTIMS[round % VICTIMS.length] ?? "both");
      if (round % LOOK_EVERY === 0 || isLast) {
        flaws.push(...(await findFlaws(ground, dataDir)));
        say(`  ${round} kills, ${tally.acknowledged} writes acknowledged, ${tally.lost.length} lost`);
      }
      if (isLast) break;
    }
  } finally {
    await instance.stop();
  }
  return { tally, flaws };
}

function figures(
  { kills, acknowledged, unknown, lost, half, doubled, longestMs }: Tally,
  flaws: readonly string[],
  migrated: Awaited<ReturnType<typeof killMigrations>>,
  seconds: number,
): string {
  return [
    `${kills.application + kills.database + kills.both} kills while forms were sent: ${kills.application} of the application, ${kills.database} of PostgreSQL, ${kills.both} of both`,
    `${acknowledged} writes acknowledged, ${lost.length} lost`,
    `${unknown.whole + unknown.absent} writes without an answer: ${unknown.whole} there and whole, ${unknown.absent} not there`,
    `${half.length} half visible, ${doubled.length} there more than once`,
    `${flaws.length} facts, scores or files that are wrong`,
    `${migrated.kills} kills during a migration (${migrated.midst} in its midst), ${migrated.problems.length} that the next start did not complete`,
    `${(longestMs / 1000).toFixed(1)} s from a kill until all was well again, at the longest`,
    `${seconds} s in all`,
  ].join("\n");
}

function readOptions(args: readonly string[]) {
  const given = { seed: Date.now() % 1_000_000, rounds: 20, migrations: 12 };
  for (const arg of args) {
    const [, name = "", value = ""] = /^--(seed|rounds|migrations)=(\d+)$/.exec(arg) ?? [];
    if (name === "") throw new Error(`What is "${arg}"? ${USAGE}`);
    Object.assign(given, { [name]: Number(value) });
  }
  return given;
}

await main();
process.exit();
