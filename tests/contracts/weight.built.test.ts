import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";

// What a browser with nothing kept fetches to show a page, by the manifest of the build: the page, one style, its two
// fonts and its scripts. Charts come later, when the page is idle, and are counted by `npm run bench`.
const SCRIPT_KB = 130;
const STYLES_KB = 20;
const REQUESTS = 12;
const NO_SCRIPTS = 4;

const CLIENT = "build/client";

type Route = { module: string; imports?: string[]; parentId?: string };
type Manifest = { entry: { module: string; imports: string[] }; routes: Record<string, Route> };

function readManifest(): Manifest {
  const name = readdirSync(`${CLIENT}/assets`).find((one) => /^manifest-\w+\.js$/.test(one)) ?? "";
  const text = readFileSync(`${CLIENT}/assets/${name}`, "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

function scriptsOf({ entry, routes }: Manifest, id: string): Set<string> {
  const scripts = new Set([entry.module, ...entry.imports]);
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""])
    for (const script of [route.module, ...(route.imports ?? [])]) scripts.add(script);
  return scripts;
}

/** As the server sends it to a browser that takes brotli. */
const kilobytes = (address: string) => statSync(`${CLIENT}${address}.br`).size / 1000;

it("is small and in few files on every page", () => {
  const manifest = readManifest();
  const heavy: string[] = [];
  for (const id of Object.keys(manifest.routes)) {
    const scripts = [...scriptsOf(manifest, id)];
    const weight = scripts.reduce((sum, script) => sum + kilobytes(script), 0);
    if (weight > SCRIPT_KB) heavy.push(`${id}: ${weight.toFixed(1)} kB of script`);
    const requests = NO_SCRIPTS + scripts.length;
    if (requests > REQUESTS) heavy.push(`${id}: ${requests} requests: ${scripts.join(" ")}`);
  }
  const styles = readdirSync(`${CLIENT}/assets`).filter((name) => /^root-.*\.css$/.test(name));
  for (const name of styles)
    if (kilobytes(`/assets/${name}`) > STYLES_KB) heavy.push(`${name}: ${kilobytes(`/assets/${name}`)} kB`);
  expect(styles).toHaveLength(1);
  expect(heavy).toEqual([]);
});
