import type { RouterContextProvider } from "react-router";
import type { Day } from "~/platform/calendar/day";
import { holidaysVersion } from "~/platform/calendar/known-holidays.server";
import { type Clock, todayBy } from "~/platform/clock";
import type { LookRow } from "~/platform/db.server";
import { hasFlash } from "~/platform/flash.server";
import { newId } from "~/platform/ids";
import type { ReadScope } from "~/platform/read-scope.server";
import {
  dataAloneContext,
  formKeyContext,
  nonceContext,
  requestIdContext,
} from "~/platform/request-context.server";
import type { SignedIn } from "./execution.server";
import { KEPT_MS } from "./kept-views.server";

/** A request of somebody signed in. `isKept`: everything the page shows was kept, and nothing was read for it. */
type Reader = { user: SignedIn; scope: ReadScope; clock: Clock; isKept?: boolean };

/** What a page holds of one request alone: each is random, and stands anew in a page that was kept. */
type OwnParts = { nonce: string; requestId: string; formKey: string };

type At = { today: Day; holidays: number };

/** Who asks for what, and when anything it could be made of last changed. */
type Asking = { user: SignedIn; rows: readonly LookRow[]; at: At; url: string };

type Document = {
  headers: [string, string][];
  pieces: (Buffer | keyof OwnParts)[];
  bytes: number;
  until: number;
};

/** Some hundred pages. */
const MOST_BYTES = 10_000_000;
const kept = new Map<string, Document>();
let bytesKept = 0;

const keyOf = ({ user, rows, at, url }: Asking) => JSON.stringify([user, rows, at, url]);

function forget(key: string): void {
  bytesKept -= kept.get(key)?.bytes ?? 0;
  kept.delete(key);
}

/** Keeps a page as it was answered, in pieces between what is its request's own. Only one made of kept views alone. */
function keepDocument(asking: Asking, response: Response, html: Buffer, own: OwnParts): void {
  const key = keyOf(asking);
  forget(key);
  const headers = [...response.headers];
  const pieces = cut(html.toString("utf8"), own);
  kept.set(key, { headers, pieces, bytes: html.length, until: performance.now() + KEPT_MS });
  bytesKept += html.length;
  // The one not asked for the longest is the first.
  for (const oldest of kept.keys()) {
    if (bytesKept <= MOST_BYTES) break;
    forget(oldest);
  }
}

/** The page that was kept for this reader and this question, with the request's own parts; null where there is none. */
function findDocument(asking: Asking, own: OwnParts): Response | null {
  const key = keyOf(asking);
  const known = kept.get(key);
  if (!known || known.until < performance.now()) {
    forget(key);
    return null;
  }
  kept.delete(key);
  kept.set(key, known);
  const body = Buffer.concat(
    known.pieces.map((piece) => (typeof piece === "string" ? Buffer.from(own[piece]) : piece)),
  );
  return new Response(body, { headers: known.headers });
}

function cut(html: string, own: OwnParts): Document["pieces"] {
  const names = new Map(Object.entries(own).map(([name, value]) => [value, name as keyof OwnParts]));
  const anyOwn = new RegExp(`(${[...names.keys()].map(literal).join("|")})`);
  return html.split(anyOwn).map((piece) => names.get(piece) ?? Buffer.from(piece));
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/**
 * The page as it was answered to this reader before, where nothing it is made of has changed since; otherwise made, and
 * kept where it was made of kept views alone. Nothing of it is kept by anybody on the way.
 */
export async function answerKept(
  request: Request,
  context: Readonly<RouterContextProvider>,
  visit: Reader,
  next: () => Promise<Response>,
): Promise<Response> {
  const asking = context.get(dataAloneContext) ? null : await askingOf(request, visit);
  const own = asking && ownPartsOf(context);
  const known = own && findDocument(asking, own);
  if (known) return known;
  const response = await next();
  response.headers.set("Cache-Control", "no-store");
  if (!own || !visit.isKept || visit.scope.hasRead || !isPlainPage(response)) return response;
  const html = Buffer.from(await response.arrayBuffer());
  keepDocument(asking, response, html, own);
  return new Response(html, response);
}

/** What a whole page is kept under; null for what is no such page: a form, one that tells what was done. */
async function askingOf({ method, url, headers }: Request, { user, scope, clock }: Reader) {
  if (method !== "GET" || hasFlash(headers)) return null;
  // Before anything is read: what is made with later holidays than these is not asked for again.
  const at = { today: todayBy(clock), holidays: holidaysVersion() };
  return { user, rows: await scope.look(), at, url };
}

function ownPartsOf(context: Readonly<RouterContextProvider>) {
  const [nonce, requestId, formKey] = [context.get(nonceContext), context.get(requestIdContext), newId()];
  context.set(formKeyContext, formKey);
  return nonce === null || requestId === null ? null : { nonce, requestId, formKey };
}

function isPlainPage({ status, headers }: Response): boolean {
  const isHtml = headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return status === 200 && isHtml && !headers.has("Set-Cookie");
}
