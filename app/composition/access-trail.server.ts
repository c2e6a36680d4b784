import { actorIn, toActor } from "~/features/identity/actor";
import type { Clock } from "~/platform/clock";
import type { Principal } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { getLog } from "~/platform/log.server";
import type { ReadScope } from "~/platform/read-scope.server";
import { noteAccess } from "./access-log.server";
import type { SignedIn } from "./execution.server";

type Visit = {
  user: SignedIn;
  scope: ReadScope;
  principal?: Principal;
  isRefused?: boolean;
  taken?: { area: string | null };
};

/** A request of somebody signed in. */
type Asked = {
  request: Request;
  visit: Visit;
  clock: Clock;
  requestId: string | null;
  clientAddress: string | null;
  browser: string;
};

/** The same with how it was answered. */
type Answered = Asked & { response: Response };

/** What belongs to somebody: an area's pages, an admin's, one's account's, and the same for programs. */
const OWNED = /^\/(?:api\/v1\/)?(?:areas|admin|account|council)(?:\/|\.|$)/;
const SLUG = /^[a-z0-9-]{1,64}(?:\.[a-z]{2,5}(?:-metadata\.json)?)?$/;

/** An address as the log keeps it: names of pages and areas, and ids. What somebody made up is not kept. */
export function pathForLog(pathname: string): string {
  const parts = pathname.split("/").map((part) => (part === "" || SLUG.test(part) ? part : "…"));
  return parts.slice(0, 12).join("/");
}

/** The area an address is about; null: none. */
export function areaOf(pathname: string): string | null {
  return /^\/(?:api\/v1\/)?areas\/([^/.]+)/.exec(pathname)?.[1] ?? null;
}

/** The area whose pages a request could read by break-glass; null: it is about none, or would write. */
export function openableIn(request: Request): string | null {
  const isReading = request.method === "GET" || request.method === "HEAD";
  return isReading ? areaOf(new URL(request.url).pathname) : null;
}

/** Adds to the log which page is opened by break-glass, before it is: both sides' leads read it. */
export async function noteOpening(asked: Asked): Promise<void> {
  const { request, visit } = asked;
  if (openableIn(request) === null) return;
  const opened = (await visit.scope.look()).find(({ glass }) => glass);
  if (!opened?.area_id) return;
  const { pathname } = new URL(request.url);
  const place = { areaId: opened.area_id, organisationId: null, side: null, level: "shared" } as const;
  await noteAccess("access.opened", { path: pathForLog(pathname) }, whenceOf(asked), {
    ...place,
    subjectId: subjectOf(pathname),
  });
}

/** The last id in an address: what it is about. */
function subjectOf(pathname: string): string | null {
  const ids = pathname.split("/").map((part) => part.replace(/\.\w+$/, ""));
  return ids.findLast((part) => idSchema.safeParse(part).success) ?? null;
}

/** Adds to the log who was refused what is somebody's, and who took something away as a file. */
export async function noteAnswer(answered: Answered): Promise<void> {
  const { request, response, visit } = answered;
  const pathname = plainPath(request);
  const isRefusal = response.status === 404 || response.status === 403;
  if (isRefusal && !visit.isRefused && OWNED.test(pathname)) await noteRefusal(answered, pathname);
  // Whatever its address looked like: whoever gave the file said so (give-file.server.ts).
  if (response.ok && visit.taken && request.method === "GET")
    await noteExport(answered, pathname, visit.taken.area);
}

/** An address as pages are found by it: small letters, none of them encoded. */
function plainPath({ url }: Request): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname).toLowerCase();
  } catch {
    return pathname.toLowerCase();
  }
}

function whenceOf({ visit, requestId, clientAddress, browser, clock }: Asked) {
  const principal = visit.principal ?? (`user:${visit.user.id}` as const);
  return {
    ...{ userId: visit.user.id, principal, clock, browser },
    requestId: requestId ?? undefined,
    clientAddress: clientAddress ?? undefined,
  };
}

// The refusal stands, whether or not it could be noted.
async function noteRefusal(answered: Answered, pathname: string): Promise<void> {
  const { request, response, visit } = answered;
  try {
    await visit.scope.close();
    const data = { path: pathForLog(pathname), method: request.method, status: response.status };
    const place = { level: "personal", subjectId: subjectOf(pathname) } as const;
    await noteAccess("access.refused", data, whenceOf(answered), place);
  } catch {
    getLog().error({ requestId: answered.requestId }, "a refusal could not be noted");
  }
}

// Nothing is taken away without a line in the log: where that cannot be written, nothing is sent.
async function noteExport(answered: Answered, pathname: string, slug: string | null): Promise<void> {
  const { visit } = answered;
  const stands = await visit.scope.look();
  const actor = slug === null ? null : actorIn(toActor(visit.user, stands), slug);
  await visit.scope.close();
  const data = { path: pathForLog(pathname), ...(slug === null ? {} : { area: slug }) };
  const subjectId = subjectOf(pathname);
  const { areaId, organisationId, side } = actor ?? {};
  await noteAccess(
    "access.exported",
    data,
    whenceOf(answered),
    areaId && organisationId && side
      ? { areaId, organisationId, side, level: "side", subjectId }
      : { level: "personal", subjectId },
  );
}
