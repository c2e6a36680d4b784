import { findLastBackup } from "../platform/backup/last-backup.ts";
import { type Environment, getEnvironment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";
import { type Database, prepareDatabase } from "./database.ts";
import { prepareDemonstration } from "./demonstration.ts";
import { builtAssets, createExpress } from "./express.ts";
import { tellFault } from "./fault.ts";
import { createMetrics, type Metrics, serveMetrics } from "./metrics.ts";
import { startBackups } from "./scheduled-backups.ts";
import { checkAddress, drain, serve, stopOnSignal } from "./serve.ts";

type Built = typeof import("./app.ts");

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

/** `npm start`: everything from what is built (prepare.ts) to a page that answers. */
async function main(): Promise<void> {
  const environment = getEnvironment();
  await checkAddress(environment.HOST, environment.PORT);
  stopOnSignal(stop);
  // Together, as neither needs the other.
  const [database, built] = await Promise.all([openDatabase(environment), import("./app.ts")]);
  const signIn = await prepareDemonstration(environment, database, say);
  await serveBuilt(environment, built, signIn);
}

function openDatabase(environment: Environment): Promise<Database> {
  const opening = prepareDatabase(environment, say);
  // Noted before it is there, so that a signal meanwhile does not leave a server behind.
  started.push(async () => (await opening.catch(() => undefined))?.stop());
  return opening;
}

async function serveBuilt(environment: Environment, built: Built, signIn: string): Promise<void> {
  const findLast = async () => (await findLastBackup(environment.BACKUP_DIR))?.takenAt ?? null;
  const metrics = await prepareMetrics(environment, built, findLast);
  const app = createExpress({
    watch: metrics?.watch,
    log: getLog(),
    appOrigin: environment.APP_ORIGIN,
    development: false,
    checks: () => built.checks,
    isStopping: () => isStopping,
    notes: async () => ({ lastBackup: await findLast() }),
    assets: builtAssets("build/client"),
    pages: built.pages,
  });
  const { server, port } = await serve(app, environment.HOST, environment.PORT);
  started.push(built.close, () => drain(server));
  built.begin();
  // As the owner of the tables: with a database of somebody else's, only where its address is known here.
  if (!environment.DATABASE_URL || environment.DATABASE_OWNER_URL) {
    const endBackups = startBackups(environment);
    started.push(async () => endBackups());
  }
  say(`\nCommon Ground is at ${environment.APP_ORIGIN ?? `http://localhost:${port}`}\n${signIn}\n`);
}

/** Figures for whoever watches over this instance, on a port of their own; null: nobody does. */
async function prepareMetrics(
  { HOST, METRICS_PORT }: Environment,
  built: Built,
  findLast: () => Promise<string | null>,
): Promise<Metrics | null> {
  if (METRICS_PORT === undefined) return null;
  const lastBackup = async () => {
    const last = await findLast();
    return last === null ? null : new Date(last);
  };
  const metrics = await createMetrics({ checks: () => built.checks, lastBackup });
  started.push(await serveMetrics(metrics, HOST, METRICS_PORT));
  return metrics;
}

/** Starts the server; a failure is told in one line and ends the process. */
export function start(): void {
  main().catch(async (error: unknown) => {
    // What breaks because we were told to stop is no news.
    if (isStopping) return;
    tellFault(error);
    await stop();
    process.exit(1);
  });
}
