import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { placeOf } from "./place.ts";
import { type Profile, summaryOf } from "./profile-summary.ts";
import { isThere, type Stage, setStage } from "./stage.ts";
import { drive, type Visit } from "./traffic.ts";
import { meetingOf } from "./writes.ts";

const DIR = ".cache/bench/profiles";

type Profiled = { what: string; visits: (stage: Stage) => Visit[] };
const reading =
  (page: "people" | "home") =>
  ({ readers }: Stage): Visit[] =>
    readers.map((reader) => ({ path: reader[page], cookie: reader.cookie }));

const PROFILED: readonly Profiled[] = [
  { what: "the people list, kept", visits: reading("people") },
  { what: "the area page, kept", visits: reading("home") },
  { what: "a meeting written", visits: (stage) => stage.readers.map((reader) => meetingOf(stage, reader)) },
  {
    what: "a meeting written and the area page after it, one user",
    visits: (stage) =>
      stage.readers
        .slice(0, 1)
        .flatMap((reader) => [meetingOf(stage, reader), ...reading("home")(stage).slice(0, 1)]),
  },
];

/** Where the application's processor time goes while everybody does one thing: by library, then by function. */
export async function profilePages(
  server: BenchServer,
  options: Options,
  say: (message: string) => void,
): Promise<string> {
  const texts: string[] = [];
  for (const { what, visits: visitsOf } of PROFILED) {
    rmSync(DIR, { recursive: true, force: true });
    mkdirSync(DIR, { recursive: true });
    const place = await server.place(placeOf(options.scale), say);
    const stage = await setStage(place, options.users, ["--cpu-prof", `--cpu-prof-dir=${DIR}`]);
    const visits = visitsOf(stage);
    const [first] = visits;
    const there =
      first !== undefined && (await isThere(stage.app.origin, { path: first.path, cookie: first.cookie }));
    const lasting = Math.max(options.roundMs * 3, 8_000);
    const read = there ? (await drive(stage.app.origin, visits, lasting)).count : 0;
    await stage.stop();
    // The start prepares in a process of its own, which leaves a profile too: the server's is the largest.
    const profile = largestOf(readdirSync(DIR).map((file) => readFileSync(`${DIR}/${file}`, "utf8")));
    if (read > 0 && profile) texts.push(summaryOf(what, { lasting, read }, profile));
  }
  return texts.join("\n");
}

function largestOf(files: readonly string[]): Profile | undefined {
  const [largest] = files.toSorted((a, b) => b.length - a.length);
  return largest === undefined ? undefined : (JSON.parse(largest) as Profile);
}
