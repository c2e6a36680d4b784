import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { placeOf } from "./place.ts";
import { isThere, setStage } from "./stage.ts";
import { drive } from "./traffic.ts";

const DIR = ".cache/bench/profiles";
const SERVER = "build/server/index.js";
const SHOWN = 14;

type Frame = { functionName: string; url: string; lineNumber: number };
type Profile = {
  nodes: { id: number; callFrame: Frame }[];
  samples: number[];
  timeDeltas: number[];
};

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
    if (there) await drive(stage.app.origin, visits, lasting);
    await stage.stop();
    const [file] = readdirSync(DIR);
    if (there && file)
      texts.push(summaryOf(page, lasting, JSON.parse(readFileSync(`${DIR}/${file}`, "utf8")) as Profile));
  }
  return texts.join("\n");
}

function summaryOf(page: string, lasting: number, profile: Profile): string {
  const regions = regionsOf(readFileSync(SERVER, "utf8"));
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const libraries = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  const all = profile.timeDeltas.reduce((sum, time) => sum + time, 0);
  let passed = 0;
  for (const [at, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    const time = profile.timeDeltas[at] ?? 0;
    passed += time;
    // What came before was the start.
    if (all - passed > lasting * 1_000) continue;
    if (!frame || /^\((idle|root)\)$/.test(frame.functionName)) continue;
    busy += time;
    const library = libraryOf(frame, regions);
    add(libraries, library, time);
    add(functions, `${frame.functionName || "(anonymous)"} [${library}]`, time);
  }
  const list = (map: Map<string, number>) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHOWN)
      .map(([name, time]) => `  ${percent(time / busy)}  ${name}`);
  const title = `Profile of the ${page === "people" ? "people list" : "area page"} (share of busy time)`;
  return [title, ...list(libraries), "", ...list(functions), ""].join("\n");
}

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

/** The file each line of the bundle was made from: the bundler leaves a comment where one begins. */
function regionsOf(bundle: string): string[] {
  let current = "";
  return bundle.split("\n").map((line) => {
    const begins = /^\/\/#region (\S+)/.exec(line);
    if (begins) current = begins[1] ?? "";
    return current;
  });
}

function libraryOf({ url, lineNumber, functionName }: Frame, regions: readonly string[]): string {
  if (url === "") return functionName.startsWith("(") ? functionName : "engine";
  if (url.startsWith("node:")) return url;
  const file = url.endsWith(SERVER) ? (regions[lineNumber] ?? "") : url;
  const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return library ?? (file.replace(/^.*?\b(app\/[^/]+(?:\/[^/]+)?).*$/, "$1") || "bundle");
}
