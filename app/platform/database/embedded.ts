import { realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { initialise, prepareSocketDir } from "./cluster.ts";
import { errorCode, explain, StartFailure } from "./failure.ts";
import { type Launched, launch, type Place, shutDown } from "./postmaster.ts";
import { Presence } from "./presence.ts";
import { clearStaleLocks, readPostmaster } from "./processes.ts";
import { APP_ROLE, DATABASE, ensureDatabase, ensureRoles, OWNER_ROLE } from "./roles.ts";
import { chooseRunner } from "./runner.ts";
import { readSecrets, type Secrets } from "./secret-file.ts";

const PATIENCE_MS = 30_000;

/** A running embedded server; every process that started it has one, the last to stop ends the server. */
export type Embedded = {
  /** Owns the database and its tables: migrations, backup and restore only. */
  ownerUrl: string;
  /** What the application uses: no superuser, owns nothing. */
  appUrl: string;
  /** The cluster's superuser, on the database `postgres`: for making databases (tests). */
  adminUrl: string;
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  log?: (message: string) => void;
  /** PostgreSQL settings on top of ours, used if this call is the one that starts the server. */
  settings?: Record<string, string>;
};

/** Starts the PostgreSQL that lives in DATA_DIR, or joins the one that runs there already. */
export async function startEmbedded({
  dataDir,
  log = () => undefined,
  settings = {},
}: Options): Promise<Embedded> {
  const secrets = readSecrets(dataDir);
  const place = await prepare(realpathSync(dataDir), secrets);
  const adminUrl = () => urlOf(place, "postgres", secrets.superuserPassword, "postgres");
  const attendance = await Attendance.begin(() => enter(place, adminUrl, settings), log);
  try {
    await ensureRoles(adminUrl(), secrets);
    await ensureDatabase(adminUrl(), DATABASE);
  } catch (error) {
    await attendance.end(place);
    throw explain(error, { path: dataDir, what: "DATA_DIR" }) ?? error;
  }
  return {
    ownerUrl: urlOf(place, OWNER_ROLE, secrets.ownerPassword, DATABASE),
    appUrl: urlOf(place, APP_ROLE, secrets.appPassword, DATABASE),
    adminUrl: adminUrl(),
    stop: () => attendance.end(place),
  };
}

async function prepare(dataDir: string, secrets: Secrets): Promise<Place> {
  try {
    const cluster = join(dataDir, "postgres");
    const binaries = findBinaries(dataDir);
    const runner = chooseRunner(binaries, dataDir, cluster);
    await initialise({ dataDir, cluster, password: secrets.superuserPassword, binaries, runner });
    return { dataDir, cluster, socketDir: prepareSocketDir(dataDir, runner), binaries, runner };
  } catch (error) {
    throw explain(error, { path: dataDir, what: "DATA_DIR" }) ?? error;
  }
}

function urlOf({ socketDir, cluster }: Place, user: string, password: string, database: string): string {
  const login = `${user}:${encodeURIComponent(password)}`;
  if (socketDir)
    return `postgresql://${login}@localhost:5432/${database}?host=${encodeURIComponent(socketDir)}`;
  return `postgresql://${login}@127.0.0.1:${readPostmaster(cluster)?.port ?? 5432}/${database}`;
}

/** Connects; where nothing answers, starts a server, unless another start or an ending server is at it. */
async function enter(place: Place, url: () => string, settings: Record<string, string>): Promise<Presence> {
  let until = Date.now() + PATIENCE_MS;
  let launched: Launched | undefined;
  while (Date.now() < until) {
    try {
      return await Presence.enter(url());
    } catch (error) {
      // Starting up (replaying its log after a kill can take long) or shutting down: it is alive, so wait on.
      if (errorCode(error) === "57P03") until = Date.now() + PATIENCE_MS;
      refuseHopeless(error, place);
    }
    const ended = launched?.ended();
    if (ended && !anotherWasFirst(ended.said)) throw didNotStart(ended.said, place);
    if (ended) launched = undefined;
    if (!launched && !clearStaleLocks(place.cluster, place.socketDir))
      launched = await launch(place, settings);
    await sleep(20);
  }
  throw doesNotAnswer(place);
}

function refuseHopeless(error: unknown, { dataDir }: Place): void {
  if (errorCode(error) !== "28P01") return;
  throw new StartFailure(
    `The password in ${join(dataDir, "secret.json")} is not the one its database was made with: put back the secret.json that belongs to it.`,
  );
}

function anotherWasFirst(said: string): boolean {
  return /lock file ".*" already exists|pre-existing shared memory block/.test(said);
}

function didNotStart(said: string, { dataDir }: Place): StartFailure {
  const fatal = said.split("\n").findLast((line) => /FATAL|PANIC|error/.test(line)) ?? said.trim();
  const known = explain(said, { path: dataDir, what: "DATA_DIR" });
  return (
    known ?? new StartFailure(`PostgreSQL did not start: ${fatal} (more in ${join(dataDir, "postgres.log")})`)
  );
}

function doesNotAnswer({ dataDir, cluster }: Place): StartFailure {
  const pid = readPostmaster(cluster)?.pid;
  const advice = pid ? `end process ${pid} and start again` : `see ${join(dataDir, "postgres.log")}`;
  return new StartFailure(`The PostgreSQL in ${dataDir} does not answer: ${advice}.`);
}

/** Our being there: entered again whenever the server is lost under us, ended once. */
class Attendance {
  #ending: Promise<void> | undefined;
  #recovery: Promise<void> | undefined;

  private constructor(
    private presence: Presence,
    private readonly enter: () => Promise<Presence>,
    private readonly log: (message: string) => void,
  ) {
    presence.onLost(() => this.#recover());
  }

  static async begin(
    enterServer: () => Promise<Presence>,
    log: (message: string) => void,
  ): Promise<Attendance> {
    return new Attendance(await enterServer(), enterServer, log);
  }

  #recover(): void {
    if (this.#ending) return;
    this.log("The database went away; starting it again.");
    this.#recovery = this.#tryAgain();
  }

  async #tryAgain(): Promise<void> {
    for (let pause = 100; !this.#ending; pause = Math.min(pause * 2, 5_000)) {
      try {
        this.presence = await this.enter();
        this.presence.onLost(() => this.#recover());
        return this.log("The database is back.");
      } catch (error) {
        this.log(`The database could not be started: ${error instanceof Error ? error.message : error}`);
        await sleep(pause);
      }
    }
  }

  /** Leaves; whoever leaves last ends the server. */
  end(place: Place): Promise<void> {
    this.#ending ??= this.#leave(place);
    return this.#ending;
  }

  async #leave(place: Place): Promise<void> {
    await this.#recovery;
    try {
      if (await this.presence.leave()) await shutDown(place);
    } catch {
      // The server went first: nothing to leave, and the next start sees to what is left of it.
    } finally {
      await this.presence.close();
    }
  }
}
