import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SHOWN = 14;

type Frame = { functionName: string; url: string; lineNumber: number };

/** A processor profile as V8 writes it: which function was running, sample by sample; times in µs. */
export type Profile = {
  nodes: { id: number; callFrame: Frame }[];
  samples: number[];
  timeDeltas: number[];
};

/** The last `lasting` ms of a profile, in which a page was read so many times: by library, then by function. */
export function summaryOf(
  page: string,
  { lasting, read }: { lasting: number; read: number },
  profile: Profile,
): string {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sources = new Map<string, string[]>();
  const libraries = new Map<string, number>();
  const functions = new Map<string, number>();
  const all = profile.timeDeltas.reduce((sum, time) => sum + time, 0);
  let busy = 0;
  let passed = 0;
  for (const [at, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    const time = profile.timeDeltas[at] ?? 0;
    passed += time;
    // What came before was the start.
    if (all - passed > lasting * 1_000) continue;
    if (!frame || /^\((idle|root)\)$/.test(frame.functionName)) continue;
    busy += time;
    const library = libraryOf(frame, sources);
    add(libraries, library, time);
    add(functions, `${frame.functionName || "(anonymous)"} [${library}]`, time);
  }
  const list = (map: Map<string, number>) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHOWN)
      .map(([name, time]) => `  ${percent(time / busy)}  ${(time / 1_000 / read).toFixed(3)} ms  ${name}`);
  const title = `Profile of ${page}: share of busy time, and ms of each of ${read} times (${(busy / 1_000 / read).toFixed(2)} ms in all)`;
  return [title, ...list(libraries), "", ...list(functions), ""].join("\n");
}

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

/** The file each line of a bundle was made from: the bundler leaves a comment where one begins. */
function sourcesOf(bundle: string): string[] {
  let current = "";
  return bundle.split("\n").map((line) => {
    const begins = /^\/\/(?:#region)? ((?:\S*\/)?(?:node_modules|app)\/\S+)$/.exec(line);
    if (begins) current = begins[1] ?? "";
    return current;
  });
}

function libraryOf({ url, lineNumber, functionName }: Frame, sources: Map<string, string[]>): string {
  if (url === "") return functionName.startsWith("(") ? functionName : "engine";
  if (url.startsWith("node:")) return url;
  const file = sourceOf(url, lineNumber, sources);
  const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return library ?? (file.replace(/^.*?\b(app\/[^/]+(?:\/[^/]+)?).*$/, "$1") || "bundle");
}

/** The file a line of the built server comes from; any other file is its own. */
function sourceOf(url: string, line: number, sources: Map<string, string[]>): string {
  if (!url.includes("/build/server/")) return url;
  const path = fileURLToPath(url);
  const known = sources.get(path) ?? (existsSync(path) ? sourcesOf(readFileSync(path, "utf8")) : []);
  sources.set(path, known);
  return known[line] ?? "";
}
