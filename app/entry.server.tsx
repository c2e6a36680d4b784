import { PassThrough } from "node:stream";
import regular from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?url";
import bold from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2?url";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { closeReads } from "./composition/visit.server";
import { getLog } from "./platform/log.server";
import { busyContext, nonceContext, requestIdContext } from "./platform/request-context.server";
import { isUnavailable } from "./platform/unavailable.server";

const ABORT_MS = 5_000;
/** The letters are asked for with the page, not when its styles are read: lines move less when they come. */
const LETTERS = [regular, bold]
  .map((file) => `<${file}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
  .join(", ");

/** Renders a page. All its data is here by now: nothing is streamed later, so the reads can end first. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  await closeReads(context);
  const nonce = context.get(nonceContext) ?? undefined;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Link", LETTERS);
  const waitForAll = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let statusNow = status;
    const options = nonce === undefined ? {} : { nonce };
    const onReady = () => {
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusNow }));
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} {...options} />,
      {
        ...options,
        [waitForAll ? "onAllReady" : "onShellReady"]: onReady,
        onShellError: reject,
        onError(error: unknown) {
          statusNow = 500;
          getLog().error(placeOf(error), "a page could not be rendered");
        },
      },
    );
    setTimeout(() => stream.abort(), ABORT_MS).unref();
  });
}

/** Where an error comes from, without its message: a message may quote what somebody typed. */
function placeOf(error: unknown): { name: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: at.slice(0, 12).map((line) => line.trim()) };
}

/**
 * What went wrong in a loader or action, for the log alone; a page shows the request's number and plain words. A request
 * that asked for what no page does (OPTIONS of a page: 405) is no fault of ours.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const busy = context.get(busyContext);
  if (busy && isUnavailable(error)) busy.isBusy = true;
  getLog().error({ ...placeOf(error), requestId: context.get(requestIdContext) }, "a request failed");
}
