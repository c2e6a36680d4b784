import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { errorCode, explain, StartFailure } from "./failure.ts";

const Secrets = z.object({
  superuserPassword: z.string().min(20),
  ownerPassword: z.string().min(20),
  appPassword: z.string().min(20),
  sessionSecret: z.string().min(32),
});

/** What an installation makes up for itself, once, and nobody has to know. */
export type Secrets = z.infer<typeof Secrets>;

/** Reads DATA_DIR/secret.json, making it first if it is not there; only its owner can read it. */
export function readSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secret.json");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return parse(path, read(path) ?? create(path));
  } catch (error) {
    throw explain(error, { path: dataDir, what: "DATA_DIR" }) ?? error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and linked into place: of two starts at once one wins, and nobody reads half a file. */
function create(path: string): string {
  const random = () => randomBytes(24).toString("base64url");
  const secrets: Secrets = {
    superuserPassword: random(),
    ownerPassword: random(),
    appPassword: random(),
    sessionSecret: randomBytes(32).toString("base64url"),
  };
  const aside = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(path, "utf8");
}

function parse(path: string, text: string): Secrets {
  const damaged = `${path} is damaged: put back the copy from a backup (without it the database there cannot be opened).`;
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new StartFailure(damaged);
  }
}
