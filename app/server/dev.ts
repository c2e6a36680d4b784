import type { RequestHandler } from "express";
import { createServer, type ViteDevServer } from "vite";
import { getEnvironment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";
import { generateIfNeeded } from "./build.ts";
import { prepareDatabase } from "./database.ts";
import { prepareDemonstration } from "./demonstration.ts";
import { createExpress } from "./express.ts";
import { tellFault } from "./fault.ts";
import type { Checks } from "./health.ts";
import { checkAddress, drain, serve, stopOnSignal } from "./serve.ts";

type Loaded = { pages: RequestHandler; checks: Checks; begin: () => void };

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

let isStopping = false;

/** What has been started, to be ended in the opposite order. */
const started: Array<() => Promise<unknown>> = [];

async function stop(): Promise<void> {
  isStopping = true;
  for (const end of started.splice(0).reverse()) await end();
}

/** `npm run dev`: the same server over Vite, which reloads what is edited. */
async function main(): Promise<void> {
  process.env.NODE_ENV = "development";
  const environment = getEnvironment();
  await checkAddress(environment.HOST, environment.PORT);
  stopOnSignal(stop);
  const opening = prepareDatabase(environment, say);
  started.push(async () => (await opening.catch(() => undefined))?.stop());
  const [database] = await Promise.all([opening, generateIfNeeded(say)]);
  const signIn = await prepareDemonstration(environment, database, say);
  const vite = await startVite();
  started.push(() => vite.close());
  const load = async (): Promise<Loaded> => (await vite.ssrLoadModule("./app/server/app.ts")) as Loaded;
  // In development nobody outside is asked: what they would say is made up.
  started.push(await startFakes());
  let loaded = await load();
  const app = createExpress({
    log: getLog(),
    appOrigin: environment.APP_ORIGIN,
    development: true,
    checks: () => loaded.checks,
    isStopping: () => isStopping,
    assets: vite.middlewares,
    pages: async (request, response, next) => {
      loaded = await load();
      loaded.begin();
      return loaded.pages(request, response, next);
    },
  });
  const { server, port } = await serve(app, environment.HOST, environment.PORT);
  started.push(() => drain(server));
  say(`\nCommon Ground is at ${environment.APP_ORIGIN ?? `http://localhost:${port}`}\n${signIn}\n`);
}

/** Answers in the place of every service outside, until it is ended. */
async function startFakes(): Promise<() => Promise<void>> {
  const { fakeTheWorld } = await import("../../tests/fakes/world.ts");
  const end = fakeTheWorld();
  return async () => end();
}

/** Vite's own compilers end the process at a signal, before our database has stopped: not theirs to do. */
async function startVite(): Promise<ViteDevServer> {
  const ours = process.listeners("SIGTERM");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  for (const listener of process.listeners("SIGTERM"))
    if (!ours.includes(listener)) process.off("SIGTERM", listener);
  return vite;
}

main().catch(async (error: unknown) => {
  if (isStopping) return;
  tellFault(error);
  await stop();
  process.exit(1);
});
