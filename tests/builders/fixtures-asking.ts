import type { RouteConfigEntry } from "@react-router/dev/routes";
import { Client } from "pg";
import routes from "../../app/routes";
import type { Answer } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { EXAMPLES } from "./fixtures-examples";
import type { Answered, Sent } from "./fixtures-server";

/** Ways to ask for one page. `child`: the page's own data, without its parents', which `_routes` lets anybody ask for. */
export const WAYS = ["GET", "HEAD", "data", "child"] as const;
export type Way = (typeof WAYS)[number];

/** Whether a way asks for what a page's script asks for: data, and no document. */
export function isPart(way: Way): boolean {
  return way === "data" || way === "child";
}

/** Whether an address gives a file of somebody's (composition/give-file.server.ts): as part of a page it is not there. */
export function isFileAlone(address: string): boolean {
  return /\.(csv|json|docx|pdf)$|\/(files|data)\/:file$/.test(address) && address !== "/api/v1/openapi.json";
}

/** A leaf of the site map: its address, and the id React Router knows its module by. */
export type Leaf = { address: string; id: string };

/** Every address somebody can ask for: the leaves of the site map, with what their parents put before them. */
export async function leaves(): Promise<Leaf[]> {
  return leavesOf(await routes, "");
}

function leavesOf(entries: readonly RouteConfigEntry[], above: string): Leaf[] {
  return entries.flatMap(({ path, index, file, id, children }) => {
    const address = path ? `${above}/${path}` : above;
    const leaf = { address: address || "/", id: id ?? file.replace(/\.\w+$/, "") };
    return [...(path || index ? [leaf] : []), ...leavesOf(children ?? [], address)];
  });
}

/** The address with its names filled in: Oakfield and an example its sides share, unless `values` say otherwise. */
export function fill(address: string, access: Access, values: Record<string, string> = {}): string {
  const all = { area: access.place.area.slug, ...EXAMPLES[address]?.(access), ...values };
  const path = address.replace("*", "nothing-here").replace(/:(\w+)/g, (_, name: string) => {
    const value = (all as Record<string, string>)[name];
    if (!value)
      throw new Error(`${address}: give an example of :${name} in tests/builders/fixtures-forms.ts`);
    return value;
  });
  return path;
}

/** How a page is asked for in one of the ways. */
export function asked(way: Way, path: string, leafId: string): Pick<Sent, "method" | "path"> {
  if (way === "GET" || way === "HEAD") return { method: way, path };
  const data = path === "/" ? "/_root.data" : `${path}.data`;
  return { path: way === "data" ? data : `${data}?_routes=${encodeURIComponent(leafId)}` };
}

/** What was answered, in the words of the table; a status that is none of them as it is. */
export function answerOf(
  { status, headers, body }: Answered,
  method: "GET" | "POST" = "GET",
): Answer | string {
  // As data a redirect is a 202 that says where to, of a form without the name that it has of a page.
  const inBody = status === 202 ? /"redirect","([^"]*)"/.exec(body)?.[1] : undefined;
  const to = status === 302 ? headers.location : inBody;
  if (to !== undefined) {
    if (to.startsWith("/sign-in?next=")) return "sign-in";
    return method === "GET" ? "leads-on" : "done";
  }
  return status === 200 ? "page" : String(status);
}

const NOT_CONTENT =
  "event session rate_limit account verification second_factor recovery_code passkey idempotency_key".split(
    " ",
  );

/** Reads a checksum of every table of content: whatever was written in between, it differs. */
export async function contentOf(client: Client): Promise<() => Promise<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'
     and tablename <> all ($1) order by 1`,
    [NOT_CONTENT],
  );
  const sql = rows
    .map(
      ({ name }) =>
        `select '${name}' as t, count(*) as n, sum(hashtextextended(t::text, 0)) as h from "${name}" t`,
    )
    .join(" union all ");
  return async () => JSON.stringify((await client.query(sql)).rows);
}

/** A connection past row security that stays open. */
export async function openMaintenance(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("select set_config('app.principal', 'maintenance', false)");
  return client;
}
