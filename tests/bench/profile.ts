import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { placeOf } from "./place.ts";
import { type Profile, summaryOf } from "./profile-summary.ts";
import { isThere, setStage } from "./stage.ts";
import { drive } from "./traffic.ts";

const DIR = ".cache/bench/profiles";
const PAGES = { people: "the people list, kept", home: "the area page, kept" } as const;

/** Where the application's processor time goes while everybody reads one page: by library, then by function. */
export async function profilePages(
  server: BenchServer,
  options: Options,
  say: (message: string) => void,
): Promise<string> {
  const texts: string[] = [];
  for (const page of ["people", "home"] as const) {
    rmSync(DIR, { recursive: true, force: true });
    mkdirSync(DIR, { recursive: true });
    const place = await server.place(placeOf(options.scale), say);
    const stage = await setStage(place, options.users, ["--cpu-prof", `--cpu-prof-dir=${DIR}`]);
    const visits = stage.readers.map((reader) => ({ path: reader[page], cookie: reader.cookie }));
    const [first] = visits;
    const there = first !== undefined && (await isThere(stage.app.origin, first));
    const lasting = Math.max(options.roundMs * 3, 8_000);
    const read = there ? (await drive(stage.app.origin, visits, lasting)).count : 0;
    await stage.stop();
    // The start prepares in a process of its own, which leaves a profile too: the server's is the largest.
    const profile = largestOf(readdirSync(DIR).map((file) => readFileSync(`${DIR}/${file}`, "utf8")));
    if (read > 0 && profile) texts.push(summaryOf(PAGES[page], { lasting, read }, profile));
  }
  return texts.join("\n");
}

function largestOf(files: readonly string[]): Profile | undefined {
  const [largest] = files.toSorted((a, b) => b.length - a.length);
  return largest === undefined ? undefined : (JSON.parse(largest) as Profile);
}
