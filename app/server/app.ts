import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "@react-router/express";
import type { RequestHandler } from "express";
import type { ServerBuild } from "react-router";
import { keepInformed } from "~/composition/keep-informed.server";
import { systemClock } from "~/platform/clock";
import { getConnection } from "~/platform/database/connection.server";
import { findPending } from "~/platform/database/migrator";
import { closeDatabase, databaseAnswers } from "~/platform/db.server";
import { closePrinter } from "~/platform/pdf.server";
import { loadContext } from "./context.ts";
import type { Checks } from "./health.ts";
import { beginQueue, endQueue, queueIsWell } from "./work-queue.ts";

/**
 * The server's bundle: what the boot (main.ts, dev.ts) takes from the built application. Express itself stays
 * outside it, so that a page that does not build can still be answered for.
 */
export const pages: RequestHandler = createRequestHandler({
  // Its declaration says "or undefined" where the other one says "may be absent".
  build: build as ServerBuild,
  getLoadContext: loadContext,
});

/** What must hold for this instance to serve. */
export const checks: Checks = {
  database: databaseAnswers,
  migrations: async () => (await findPending(getConnection())).length === 0,
  queue: queueIsWell,
};

let endInforming: (() => void) | null = null;

/** Begins what an instance does beside answering: it looks for what is published outside, and works the queue. */
export function begin(): void {
  endInforming ??= keepInformed(systemClock);
  beginQueue();
}

/** Lets go of what the pages hold open: the browser that prints, and the database. */
export async function close(): Promise<void> {
  endInforming?.();
  endInforming = null;
  await endQueue();
  await closePrinter();
  await closeDatabase();
}
