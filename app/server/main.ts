import { pathToFileURL } from "node:url";
import type { RequestHandler } from "express";
import { explain } from "../platform/database/failure.ts";
import { getEnvironment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";
import { buildIfNeeded, generateIfNeeded } from "./build.ts";
import { prepareDatabase } from "./database.ts";
import { prepareDemonstration } from "./demonstration.ts";
import { builtAssets, createExpress } from "./express.ts";
import type { Checks } from "./health.ts";
import { checkAddress, drain, serve, stopOnSignal } from "./serve.ts";

type Built = { pages: RequestHandler; checks: Checks; closeDatabase: () => Promise<void> };

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** `npm start`: everything from an installed clone to a page that answers. */
async function main(): Promise<void> {
  process.env.NODE_ENV ??= "production";
  const environment = getEnvironment();
  const { HOST, PORT, APP_ORIGIN } = environment;
  await checkAddress(HOST, PORT);
  const undo: Array<() => Promise<void>> = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  let isStopping = false;
  stopOnSignal(() => {
    isStopping = true;
    return stop();
  });
  try {
    const preparing = prepareDatabase(environment, say).then((database) => {
      undo.push(database.stop);
      return database;
    });
    const building = generateIfNeeded(say).then(() => buildIfNeeded(say));
    const settled = await Promise.allSettled([preparing, building]);
    for (const result of settled) if (result.status === "rejected") throw result.reason;
    const signIn = await prepareDemonstration(environment, await preparing, say);
    const built: Built = await import(pathToFileURL("build/server/index.js").href);
    undo.push(built.closeDatabase);
    const app = createExpress({
      log: getLog(),
      appOrigin: APP_ORIGIN,
      development: false,
      checks: () => built.checks,
      isStopping: () => isStopping,
      assets: builtAssets("build/client"),
      pages: built.pages,
    });
    const { server, port } = await serve(app, HOST, PORT);
    undo.push(() => drain(server));
    say(`\nCommon Ground is at ${APP_ORIGIN ?? `http://localhost:${port}`}\n${signIn}\n`);
  } catch (error) {
    await stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
