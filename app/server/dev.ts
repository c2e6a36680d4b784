import type { RequestHandler } from "express";
import { createServer } from "vite";
import { explain, StartFailure } from "../platform/database/failure.ts";
import { getEnvironment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";
import { generateIfNeeded } from "./build.ts";
import { prepareDatabase } from "./database.ts";
import { prepareDemonstration } from "./demonstration.ts";
import { createExpress } from "./express.ts";
import type { Checks } from "./health.ts";
import { checkAddress, drain, serve, stopOnSignal } from "./serve.ts";

type Loaded = { pages: RequestHandler; checks: Checks };

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** `npm run dev`: the same server over Vite, which reloads what is edited. */
async function main(): Promise<void> {
  process.env.NODE_ENV = "development";
  const environment = getEnvironment();
  await checkAddress(environment.HOST, environment.PORT);
  const [database] = await Promise.all([prepareDatabase(environment, say), generateIfNeeded(say)]);
  let isStopping = false;
  let stopServing = async (): Promise<void> => undefined;
  stopOnSignal(async () => {
    isStopping = true;
    await stopServing();
    await database.stop();
  });
  try {
    const signIn = await prepareDemonstration(environment, database, say);
    const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
    const load = async (): Promise<Loaded> => (await vite.ssrLoadModule("./app/server/app.ts")) as Loaded;
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
        return loaded.pages(request, response, next);
      },
    });
    const { server, port } = await serve(app, environment.HOST, environment.PORT);
    stopServing = async () => {
      await Promise.all([vite.close(), drain(server)]);
    };
    say(`\nCommon Ground is at ${environment.APP_ORIGIN ?? `http://localhost:${port}`}\n${signIn}\n`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  const known =
    error instanceof StartFailure ? error : explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
