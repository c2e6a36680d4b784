import { type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, chownSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import type { Binaries } from "./binaries.ts";
import { StartFailure } from "./failure.ts";

type Account = { uid: number; gid: number };
type Call = { command: string; args: string[]; options: SpawnOptions };

/** How PostgreSQL's programs are run here: it refuses to be root, or somebody without a name. */
export type Runner = {
  call: (program: string, args: string[]) => Call;
  /** Gives a path to whoever PostgreSQL runs as, if that is not who we are. */
  own: (path: string) => void;
  /** Who then owns it, as the file system sees it; undefined on Windows. */
  uid: number | undefined;
};

/** Chooses who runs PostgreSQL, by trying; an existing cluster goes on under the account that owns it. */
export function chooseRunner(binaries: Binaries, dataDir: string, cluster: string): Runner {
  const direct = runner(binaries, dataDir);
  if (process.platform === "win32" || (process.getuid?.() !== 0 && hasName())) return direct;
  const root = process.getuid?.() === 0;
  const namespaced = () => runner(binaries, dataDir, { unshare: true });
  const as = (account: Account) => () => {
    openPassage(dataDir);
    return runner(binaries, dataDir, { account });
  };
  const owner = clusterOwner(cluster);
  if (root && owner && owner.uid !== 0) return as(owner)();
  const postgres = root && !owner ? account("postgres") : undefined;
  const nobody = root && !owner ? account("nobody") : undefined;
  const choices = [postgres && as(postgres), namespaced, nobody && as(nobody)];
  for (const choice of choices) {
    const candidate = choice?.();
    if (candidate && works(candidate, binaries, dataDir)) return candidate;
  }
  throw new StartFailure(
    "PostgreSQL will not run as root: start as an ordinary user (DATA_DIR and node_modules must be readable to it), or set DATABASE_URL to a PostgreSQL 15 or later.",
  );
}

function runner(
  binaries: Binaries,
  dataDir: string,
  how: { account?: Account; unshare?: boolean } = {},
): Runner {
  // LANG and LC_ALL are fixed: messages are read by us, and sorting must not hang on who starts the server.
  const env = { PATH: process.env.PATH, LC_ALL: "C", LANG: "C", TZ: "UTC", ...binaries.env };
  const options: SpawnOptions = { env, cwd: dataDir, windowsHide: true, ...how.account };
  const namespace = ["-U", "--map-user=65534", "--map-group=65534"];
  return {
    call: (program, args) =>
      how.unshare
        ? { command: "unshare", args: [...namespace, program, ...args], options }
        : { command: program, args, options },
    uid: how.account?.uid ?? process.getuid?.(),
    own: (path) => {
      if (how.account) chownSync(path, how.account.uid, how.account.gid);
    },
  };
}

/** Can it run the program and reach the data directory? Every folder above both must let it through. */
function works(candidate: Runner, binaries: Binaries, dataDir: string): boolean {
  const succeeds = ({ command, args, options }: Call) => spawnSync(command, args, options).status === 0;
  return (
    succeeds(candidate.call(binaries.bin("postgres"), ["--version"])) &&
    succeeds(candidate.call("test", ["-x", dataDir]))
  );
}

/** Lets another account pass through DATA_DIR, not list it; what is inside has modes of its own. */
function openPassage(dataDir: string): void {
  const mode = statSync(dataDir).mode & 0o7777;
  if ((mode & 0o011) !== 0o011) chmodSync(dataDir, mode | 0o011);
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function clusterOwner(cluster: string): Account | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

function account(name: string): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
