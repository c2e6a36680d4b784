import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { fieldsOf } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { loadRecordPanel, requireRecord } from "../record-panel.server";
import { readArea } from "../request.server";
import { fieldsOfQuery } from "./operations.server";
import { pageOf } from "./paging";
import { Refusal, refuseFields } from "./problem.server";
import { recordView } from "./record-view";
import type { AreaView, List, One, Page, Part, Resource } from "./resource.server";

/** A request whose address is understood. */
export type Asked = { context: Readonly<RouterContextProvider>; url: URL; area: string; id: string };

/** A view of the area. */
export async function answerView({ context, url, area }: Asked, { query, view, read }: AreaView) {
  const asked = queryOf(url, query);
  const found = await readArea(context, area, (actor, reading) => {
    requireCouncil(actor, asked);
    return read(asked)(actor, reading);
  });
  if (found === null) throw new Refusal(404);
  return Response.json(view.parse(found));
}

/** The page of a list that was asked for; where the other pages are is told in `Link`. */
export async function answerList(
  { context, url, area }: Asked,
  resource: Resource,
  { query, item, read }: List,
) {
  const asked = queryOf(url, query);
  const found = await readArea(context, area, (actor, reading) => {
    requireTheirs(resource, actor);
    requireCouncil(actor, asked);
    return read(asked)(actor, reading);
  });
  const body = pageOf(item).parse(found);
  return Response.json(body, { headers: { Link: linksOf(url, body) } });
}

/** A view of one thing. */
export async function answerPart(asked: Asked, resource: Resource, { query, view, read }: Part) {
  await requireThere(asked, resource);
  const question = queryOf(asked.url, query);
  const found = await readArea(asked.context, asked.area, (actor, reading) => {
    requireTheirs(resource, actor);
    return read(asked.id, question)(actor, reading);
  });
  if (found === null) throw new Refusal(404);
  return Response.json(view.parse(found));
}

/** A record is of this area and kind, and there for its reader; anything else is for what follows to find. */
export async function requireThere({ context, area, id }: Asked, resource: Resource): Promise<void> {
  if (!isKey(resource, id)) throw new Refusal(404);
  if (resource.kind !== null) await requireRecord(context, area, id, resource.kind);
}

/** What is one side's own is not there for the other. */
export function requireTheirs({ isFor }: Resource, actor: AreaActor): void {
  if (isFor && !isFor(actor)) throw new Refusal(404);
}

/** Where the other pages of a list are. */
export function linksOf(url: URL, { page, pages }: Pick<Page<unknown>, "page" | "pages">): string {
  const to = (number: number) => {
    const search = new URLSearchParams(url.search);
    search.set("page", String(number));
    return `${url.pathname}?${search}`;
  };
  const links = [
    ["first", 1],
    ...(page > 1 ? [["prev", page - 1]] : []),
    ...(page < pages ? [["next", page + 1]] : []),
    ["last", pages],
  ] as const;
  return links.map(([rel, number]) => `<${to(Number(number))}>; rel="${rel}"`).join(", ");
}

/** One thing, with the revision it stands at as its ETag. */
export async function answerOne(asked: Asked, resource: Resource, one: One) {
  const found = await findOne(asked, resource, one);
  if (found === null) return answerMoved(asked, resource, one);
  return Response.json(found.body, { headers: tagOf(found.revision) });
}

/** What is now another, as its page leads there: to whoever sees that other, and to nobody else. */
async function answerMoved({ context, area, id }: Asked, resource: Resource, { movedTo }: One) {
  const now =
    movedTo && isKey(resource, id)
      ? await readArea(context, area, (actor, reading) => movedTo(id)(actor, reading))
      : null;
  if (now === null) throw new Refusal(404);
  const location = `/api/v1/areas/${encodeURIComponent(area)}/${resource.name}/${encodeURIComponent(now)}`;
  return new Response(null, { status: 308, headers: { Location: location } });
}

/** The header that says at which revision something stands. */
export function tagOf(revision: number | null): Record<string, string> {
  return revision === null ? {} : { ETag: `"${revision}"` };
}

/** What one thing answers: its own view, and for a record the foot of every record. */
export function viewOf({ kind }: Resource, { view }: One): z.ZodType {
  return kind === null ? view : view.extend({ record: recordView });
}

/** One thing as this request's actor sees it now, and its revision; null: to them it is not there. */
export async function findOne(
  { context, area, id }: Asked,
  resource: Resource,
  one: One,
): Promise<{ body: unknown; revision: number | null } | null> {
  if (!isKey(resource, id)) return null;
  const found = await readArea(context, area, (actor, reading) => {
    requireTheirs(resource, actor);
    return one.read(id)(actor, reading);
  });
  if (found === null) return null;
  const own = one.view.parse(found) as { revision?: unknown };
  if (resource.kind === null)
    return { body: own, revision: typeof own.revision === "number" ? own.revision : null };
  // As opening its page: from here on the other side has seen it.
  const panel = await loadRecordPanel(context, area, id);
  return { body: { ...own, record: recordView.parse(panel) }, revision: panel.revision };
}

/** Whether this can stand for one of them in an address at all. */
export function isKey({ key }: Resource, id: string): boolean {
  return key === "word"
    ? id.length <= 200 && !id.includes("\0") && id.isWellFormed()
    : idSchema.safeParse(id).success;
}

/** What an address asks; 400 for what it cannot. */
export function queryOf(url: URL, query: z.ZodObject): Record<string, unknown> {
  const given = [...url.searchParams.keys()];
  const twice = given.filter((name, index) => given.indexOf(name) !== index);
  const fields = fieldsOfQuery(query);
  const sent = Object.fromEntries(url.searchParams);
  const check = z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.optional()])),
  );
  const parsed = check.safeParse(sent);
  const problems: Record<string, string[]> = parsed.success ? {} : fieldsOf(parsed.error);
  for (const name of twice) problems[name] = ["Ask for one of these"];
  if (Object.keys(problems).length > 0) throw refuseFields(400, problems);
  return sent;
}

function requireCouncil(actor: AreaActor, { council }: Record<string, unknown>): void {
  if (council === undefined || actor.relationships.some(({ councilSlug }) => councilSlug === council)) return;
  throw refuseFields(400, { council: ["This is none of the area’s councils"] });
}
