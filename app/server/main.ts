import { pathToFileURL } from "node:url";
import type { RequestHandler } from "express";
import { explain } from "../platform/database/failure.ts";
import { type Environment, getEnvironment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";
import { buildIfNeeded, generateIfNeeded } from "./build.ts";
import { type Database, prepareDatabase } from "./database.ts";
import { prepareDemonstration } from "./demonstration.ts";
import { builtAssets, createExpress } from "./express.ts";
import type { Checks } from "./health.ts";
import { checkAddress, drain, serve, stopOnSignal } from "./serve.ts";

type Built = { pages: RequestHandler; checks: Checks; close: () => Promise<void> };

/** Imports the built pages past the loader of TypeScript (bootstrap.mjs). */
type ImportBuilt = (address: string) => Promise<Built>;

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** What has been started, to be ended in the opposite order. */
const started: Array<() => Promise<void>> = [];
let isStopping = false;

async function stop(): Promise<void> {
  isStopping = true;
  for (const end of started.splice(0).reverse()) await end();
}

/** `npm start`: everything from an installed clone to a page that answers. */
async function main(importBuilt: ImportBuilt): Promise<void> {
  process.env.NODE_ENV ??= "production";
  // The loader of TypeScript turns them on, and then every answered request looks one up for an error nobody reads.
  process.setSourceMapsEnabled(false);
  const environment = getEnvironment();
  await checkAddress(environment.HOST, environment.PORT);
  stopOnSignal(stop);
  // Together, as neither needs the other. A fault in one is told at once, not after the other's minute.
  const fault = new AbortController();
  started.push(async () => fault.abort());
  const orGiveUp = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      fault.abort();
      throw error;
    });
  const [database, built] = await Promise.allSettled([
    orGiveUp(openDatabase(environment)),
    orGiveUp(preparePages(importBuilt, fault.signal)),
  ]);
  if (database.status === "rejected") throw database.reason;
  if (built.status === "rejected") throw built.reason;
  const signIn = await prepareDemonstration(environment, database.value, say);
  await serveBuilt(environment, built.value, signIn);
}

function openDatabase(environment: Environment): Promise<Database> {
  const opening = prepareDatabase(environment, say);
  // Noted before it is there, so that a signal meanwhile does not leave a server behind.
  started.push(async () => (await opening.catch(() => undefined))?.stop());
  return opening;
}

async function preparePages(importBuilt: ImportBuilt, signal: AbortSignal): Promise<Built> {
  await generateIfNeeded(say, signal);
  await buildIfNeeded(say, signal);
  const built = await importBuilt(pathToFileURL("build/server/index.js").href);
  // Registering the loader again has turned them on again.
  process.setSourceMapsEnabled(false);
  return built;
}

async function serveBuilt(environment: Environment, built: Built, signIn: string): Promise<void> {
  const app = createExpress({
    log: getLog(),
    appOrigin: environment.APP_ORIGIN,
    development: false,
    checks: () => built.checks,
    isStopping: () => isStopping,
    assets: builtAssets("build/client"),
    pages: built.pages,
  });
  const { server, port } = await serve(app, environment.HOST, environment.PORT);
  started.push(built.close, () => drain(server));
  say(`\nCommon Ground is at ${environment.APP_ORIGIN ?? `http://localhost:${port}`}\n${signIn}\n`);
}

/** Starts the server; a failure is told in one line and ends the process. */
export function start(importBuilt: ImportBuilt): void {
  main(importBuilt).catch(async (error: unknown) => {
    // What breaks because we were told to stop is no news.
    if (isStopping) return;
    const known = explain(error, { path: process.cwd(), what: "This folder" });
    process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
    await stop();
    process.exit(1);
  });
}
