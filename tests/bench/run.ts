import { measureGrowth } from "./growth.ts";
import { startBenchServer } from "./load.ts";
import { measureMemory } from "./memory.ts";
import { type Options, type Part, readOptions } from "./options.ts";
import { measurePages } from "./pages.ts";
import { placeOf } from "./place.ts";
import { profilePages } from "./profile.ts";
import { measureRelease } from "./release.ts";
import { measureRescore } from "./rescore.ts";
import { measureScratch } from "./scratch.ts";
import { type Stage, setStage } from "./stage.ts";
import { measureStarts } from "./start-times.ts";
import { type Row, tableOf } from "./table.ts";
import { measureWeight } from "./weight.ts";
import { measureWrites } from "./writes.ts";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

type OnStage = (stage: Stage, options: Options) => Promise<Row[]>;

/** The parts that need the application and its floor running, with their titles. */
const ON_STAGE: readonly [Part, string, OnStage][] = [
  ["memory", "Memory of Node, without PostgreSQL", measureMemory],
  ["pages", "Pages, signed in and permission-checked, against the floor", measurePages],
  ["writes", "Writes, against the floor", measureWrites],
  ["weight", "What a browser fetches, compressed", measureWeight],
];

/** `npm run bench`: exits 1 only where something could not be measured or rolled scores are wrong, never for a ratio. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const has = (part: Part) => options.parts.includes(part);
  const server = await startBenchServer();
  const rows: Row[] = [];
  const tell = (title: string, found: Row[]) => {
    rows.push(...found);
    say(tableOf(title, found));
  };
  try {
    if (ON_STAGE.some(([part]) => has(part))) {
      const stage = await setStage(await server.place(placeOf(options.scale), say), options.users);
      try {
        for (const [part, title, measure] of ON_STAGE)
          if (has(part)) tell(title, await measure(stage, options));
      } finally {
        await stage.stop();
      }
    }
    if (has("rescore")) tell("One write's re-score", await measureRescore(server, options, say));
    if (has("scratch"))
      tell(
        "A score from scratch, against an aggregate of the same rows",
        await measureScratch(server, options, say),
      );
    if (has("release"))
      tell("A release for research, and the page that compares", await measureRelease(server, options, say));
    if (has("growth")) tell("Ten times the data", await measureGrowth(server, options, say));
    if (has("profile")) say(await profilePages(server, options, say));
  } finally {
    await server.stop();
  }
  if (has("starts")) tell("Starts", await measureStarts());
  say(summary(rows));
  if (rows.some(({ goal, met }) => goal === "yes" && met === false)) process.exitCode = 1;
}

function summary(rows: readonly Row[]): string {
  const missed = rows.filter(({ met }) => met === false);
  const judged = rows.filter(({ met }) => met !== null).length;
  return `${judged - missed.length} of ${judged} goals met.${missed.map(({ what }) => `\n  missed: ${what}`).join("")}`;
}

await main();
