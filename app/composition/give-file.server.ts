import type { RouterContextProvider } from "react-router";
import { dataAloneContext } from "~/platform/request-context.server";
import { sendFile } from "~/platform/send-file.server";
import { notFound } from "./request.server";
import { visitContext } from "./visit.server";

/** What a loader is given: whose request it is, and the area its address names. */
export type Taker = { context: Readonly<RouterContextProvider>; params: { area?: string | undefined } };

/**
 * A file to take away, with a line in the log of who took it (access-trail.server.ts): the one way in which anything that
 * is somebody's leaves as a file. It is given as a file alone: asked for as part of a page it is not there.
 */
export function giveFile({ context, params }: Taker, ...[body, sent]: Parameters<typeof sendFile>): Response {
  if (context.get(dataAloneContext)) return notFound();
  const visit = context.get(visitContext);
  if (visit) visit.taken = { area: params.area ?? null };
  return sendFile(body, sent);
}
