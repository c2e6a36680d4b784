import { readdirSync, readFileSync } from "node:fs";
import { Agent } from "node:http";
import { gzipSync } from "node:zlib";
import type { Options } from "./options.ts";
import type { Stage } from "./stage.ts";
import { atMost, figure, type Row, told } from "./table.ts";
import { ask } from "./traffic.ts";

const SCRIPT_KB = 130;
const CSS_KB = 20;
const REQUESTS = 12;
const ASSETS = "build/client/assets";
/** Only the charts' library has this in it. */
const CHARTS = "recharts-";

type Weight = { html: number; raw: number; script: number; css: number; fonts: number; requests: number };

/** What a browser with nothing kept asks for to show a page: the page itself and what its HTML names. */
export async function measureWeight({ app, readers }: Stage, _options: Options): Promise<Row[]> {
  const [reader] = readers;
  if (!reader) return [];
  const agent = new Agent({ keepAlive: true });
  const rows: Row[] = [];
  for (const path of [reader.home, reader.people, reader.log, `${reader.home}/health`, "/", "/sign-in"]) {
    const cookie = path === "/sign-in" ? "" : reader.cookie;
    const weight = await weigh(app.origin, path, cookie, agent);
    if (!weight) continue;
    rows.push(atMost(`${path}: script`, weight.script, SCRIPT_KB, "kB"));
    rows.push(atMost("  styles", weight.css, CSS_KB, "kB"));
    rows.push(atMost("  requests", weight.requests, REQUESTS, ""));
    const page = `${figure(weight.html, "kB")} (${figure(weight.raw, "kB")} before compression)`;
    rows.push(told("  page; fonts", `${page}; ${figure(weight.fonts, "kB")}`));
  }
  agent.destroy();
  return [...rows, told("charts, fetched when a page with one is idle", figure(chartsKb(), "kB"))];
}

async function weigh(origin: string, path: string, cookie: string, agent: Agent): Promise<Weight | null> {
  const size = async (address: string) => {
    const { status, body } = await ask(origin, { path: address, cookie }, agent, true);
    return status === 200 ? body.length / 1000 : 0;
  };
  const page = await ask(origin, { path, cookie }, agent);
  if (page.status !== 200) return null;
  const html = page.body.toString("utf8");
  const addresses = [
    ...new Set([...html.matchAll(/\/(?:assets\/[\w.-]+|favicon[\w.-]*)/g)].map(([found]) => found)),
  ];
  const linked = addresses.filter((address) => isFetched(html, address));
  const weight = {
    html: await size(path),
    raw: html.length / 1000,
    script: 0,
    css: 0,
    fonts: 0,
    requests: 1,
  };
  for (const address of linked) {
    weight.requests += 1;
    if (address.endsWith(".js")) weight.script += await size(address);
    if (!address.endsWith(".css")) continue;
    weight.css += await size(address);
    const fonts = await fontsOf(origin, address, agent);
    weight.requests += fonts.length;
    for (const font of fonts) weight.fonts += await size(font);
  }
  return weight;
}

/** Links, module preloads and what the page's own script imports; not the icon, which browsers ask for on their own. */
function isFetched(html: string, address: string): boolean {
  return new RegExp(`(href|src)="${address}"|(from|import)\\s*\\(?"${address}"`).test(html);
}

/** The fonts a style sheet names, counted as if a page used them all; the older format of each left out. */
async function fontsOf(origin: string, css: string, agent: Agent): Promise<string[]> {
  const { body } = await ask(origin, { path: css, cookie: "" }, agent);
  const found = [...body.toString("utf8").matchAll(/url\(["']?(\/assets\/[\w.-]+\.woff2)/g)];
  return [...new Set(found.map(([, address = ""]) => address))];
}

function chartsKb(): number {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith(".js"));
  const texts = scripts.map((name) => readFileSync(`${ASSETS}/${name}`));
  return texts
    .filter((text) => text.includes(CHARTS))
    .reduce((sum, text) => sum + gzipSync(text).length / 1000, 0);
}
