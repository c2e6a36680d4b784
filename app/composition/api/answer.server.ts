import type { RouterContextProvider } from "react-router";
import { getLog } from "~/platform/log.server";
import { requestIdContext } from "~/platform/request-context.server";
import { isUnavailable, RETRY_SECONDS } from "~/platform/unavailable.server";
import { noteAnswer } from "../access-trail.server";
import { read } from "../request.server";
import { circumstancesOf, visitContext } from "../visit.server";
import { aboutToken, areasOf } from "./about-token.server";
import { answerFile, answerNewFile } from "./files.server";
import { methodOf, type Operation, operationsAt } from "./operations.server";
import { Refusal, toResponse } from "./problem.server";
import { answerList, answerOne, answerPart, answerView } from "./reads.server";
import { answerResearch } from "./research-answers.server";
import { requireReach } from "./token-reach.server";
import { openVisit } from "./token-visit.server";
import { answerWrite } from "./writes.server";

type Context = Readonly<RouterContextProvider>;

/** Where the API begins. */
const API = "/api/v1";

/** Answers a request to the API: who asks is told by its token alone, and whatever is wrong is told as a problem. */
export async function answerApi(request: Request, context: Context): Promise<Response> {
  const requestId = context.get(requestIdContext);
  let response: Response;
  try {
    response = await answerAsked(request, context).catch((error: unknown) =>
      toResponse(refusalOf(error, requestId), requestId),
    );
    const visit = context.get(visitContext);
    if (visit) await noteAnswer({ request, response, visit, ...circumstancesOf(context) });
  } catch (error) {
    response = toResponse(refusalOf(error, requestId), requestId);
  } finally {
    await context.get(visitContext)?.scope.close();
  }
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Vary", "Authorization");
  return response;
}

const METHODS = ["GET", "HEAD", "POST"];

async function answerAsked(request: Request, context: Context): Promise<Response> {
  if (!METHODS.includes(request.method)) throw new Refusal(405, { headers: { Allow: METHODS.join(", ") } });
  const { token } = await openVisit(request, context);
  const url = new URL(request.url);
  const found = operationsAt(url.pathname.slice(API.length));
  if (found.length === 0) throw new Refusal(404);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const match = found.find(({ operation }) => methodOf(operation) === method);
  if (!match)
    throw new Refusal(405, { headers: { Allow: allowed(found.map(({ operation }) => operation)) } });
  const { operation, names } = match;
  requireReach(token, operation);
  const asked = { context, url, area: names.area ?? "", id: names.id ?? "" };
  switch (operation.does) {
    case "about-me":
      return Response.json(aboutToken(token));
    case "areas":
      return read(context, async (actor, { tx }) => Response.json(await areasOf(tx, actor)));
    case "research":
      return answerResearch(asked, operation.research);
    case "view":
      return answerView(asked, operation.view);
    case "list":
      return answerList(asked, operation.resource, operation.list);
    case "part":
      return answerPart(asked, operation.resource, operation.part);
    case "one":
      return answerOne(asked, operation.resource, operation.one);
    case "fetch-file":
      return answerFile(asked, names.file ?? "");
    case "send-file":
      return answerNewFile(request, asked);
    default:
      return answerWrite(request, asked, operation);
  }
}

function allowed(operations: readonly Operation[]): string {
  const methods = new Set(operations.map(methodOf));
  return [...(methods.has("GET") ? ["GET", "HEAD"] : []), ...(methods.has("POST") ? ["POST"] : [])].join(
    ", ",
  );
}

/** What an error is told as. What pages throw to be shown as "not found" or "not for your role" is the same here. */
function refusalOf(error: unknown, requestId: string | null): Refusal {
  if (error instanceof Refusal) return error;
  const thrown = thrownByPage(error);
  if (thrown) return new Refusal(thrown.status, thrown.why === null ? {} : { detail: thrown.why });
  if (isUnavailable(error))
    return new Refusal(503, {
      detail: "We are busy just now. Nothing was changed.",
      headers: { "Retry-After": String(RETRY_SECONDS) },
    });
  const at =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  getLog().error({ name, at: at.slice(0, 12).map((line) => line.trim()), requestId }, "a request failed");
  return new Refusal(500, { detail: "Something went wrong on our side. Nothing was changed." });
}

function thrownByPage(error: unknown): { status: number; why: string | null } | null {
  if (typeof error !== "object" || error === null || !("init" in error)) return null;
  const { init } = error as { init: { status?: number } | null };
  const why = "data" in error ? (error.data as { why?: unknown } | null)?.why : null;
  return init?.status ? { status: init.status, why: typeof why === "string" ? why : null } : null;
}
