import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { isAlive, readPostmaster } from "./processes.ts";

let dataDir: string;
const settings = { fsync: "off" };
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "cg-embedded-"));
  chmodSync(dataDir, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  const left = postmaster();
  if (left && isAlive(left)) process.kill(left, "SIGQUIT");
  if (left) await until(() => !isAlive(left));
  rmSync(dataDir, { recursive: true, force: true });
});

function postmaster(): number | undefined {
  return readPostmaster(join(dataDir, "postgres"))?.pid;
}

async function until(condition: () => boolean, patienceMs = 10_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !condition(); await sleep(10))
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms in vain`);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process on the same DATA_DIR; resolves with its connection string once it is in. */
function attend(): { child: ChildProcess; url: Promise<string> } {
  const script = join(import.meta.dirname, "fixtures", "attend.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return { child, url };
}

async function leave(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

describe("the embedded server", () => {
  it("starts in an empty folder: UTF-8, UTC, code point order, whatever LANG says", async () => {
    const server = await startEmbedded({ dataDir, settings });
    const [row] = await query(
      server.appUrl,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
        array(select n from unnest(array['ŷ','z','a','B']) n order by n) as sorted, upper('ŷ') as upper`,
    );
    await server.stop();
    expect(row).toEqual({ encoding: "UTF8", zone: "UTC", sorted: ["B", "a", "z", "ŷ"], upper: "Ŷ" });
  });

  it("gives the application a role that owns nothing and cannot become more", async () => {
    const server = await startEmbedded({ dataDir, settings });
    const [row] = await query(
      server.appUrl,
      `select current_user as name, rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as more
       from pg_roles where rolname = current_user`,
    );
    await expect(query(server.appUrl, "create table mine (n int)")).rejects.toThrow(/permission denied/);
    await server.stop();
    expect(row).toEqual({ name: "common_ground_app", more: false });
  });

  it("keeps its passwords in a file only its owner reads, and listens to no network", async () => {
    const server = await startEmbedded({ dataDir, settings });
    const [row] = await query(server.appUrl, "select current_setting('listen_addresses') as addresses");
    await server.stop();
    expect(row).toEqual({ addresses: "" });
    expect(statSync(join(dataDir, "secret.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);
    await expect(startEmbedded({ dataDir, settings }).then((again) => again.stop())).resolves.toBeUndefined();
  });

  it("is shared by processes that start at once, and ended by the last one out", async () => {
    const both = [attend(), attend()];
    const urls = await Promise.all(both.map(({ url }) => url));
    expect(new Set(urls).size).toBe(1);
    const pid = postmaster() ?? 0;
    await leave((both[0] as (typeof both)[0]).child);
    expect(isAlive(pid)).toBe(true);
    await leave((both[1] as (typeof both)[0]).child);
    expect(isAlive(pid)).toBe(false);
    expect(readdirSync(dataDir).filter((name) => name.startsWith(".init-"))).toEqual([]);
  });

  it("is found again, rows and all, after the program was killed", async () => {
    const { child, url } = attend();
    await query(await url, "create table kept as select 42 as n");
    const pid = postmaster();
    child.kill("SIGKILL");
    await until(() => child.signalCode === "SIGKILL");
    const again = await startEmbedded({ dataDir, settings });
    const rows = await query(again.ownerUrl, "select n from kept");
    expect(postmaster()).toBe(pid);
    await again.stop();
    expect(rows).toEqual([{ n: 42 }]);
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  it("comes back by itself when the server is killed under us", async () => {
    const said: string[] = [];
    const server = await startEmbedded({ dataDir, settings, log: (message) => said.push(message) });
    await query(server.ownerUrl, "create table kept as select 42 as n");
    const pid = postmaster() ?? 0;
    process.kill(pid, "SIGKILL");
    await until(() => said.includes("The database is back."));
    expect(await query(server.ownerUrl, "select n from kept")).toEqual([{ n: 42 }]);
    expect(postmaster()).not.toBe(pid);
    await server.stop();
    expect(isAlive(postmaster() ?? 2 ** 22)).toBe(false);
  });

  it("starts over a lock whose number now belongs to another program", async () => {
    await (await startEmbedded({ dataDir, settings })).stop();
    const lock = `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n\n0 0\nready\n`;
    writeFileSync(join(dataDir, "postgres", "postmaster.pid"), lock, { mode: 0o600 });
    const server = await startEmbedded({ dataDir, settings });
    await server.stop();
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });
});

describe("what stands in the way is told in one line", () => {
  it("a folder that is a file", async () => {
    const path = join(dataDir, "file");
    writeFileSync(path, "");
    await expect(startEmbedded({ dataDir: path })).rejects.toThrow(
      /is not a folder: set DATA_DIR to a folder\.$/,
    );
  });

  it("a lost secret", async () => {
    await (await startEmbedded({ dataDir, settings })).stop();
    rmSync(join(dataDir, "secret.json"));
    await expect(startEmbedded({ dataDir, settings })).rejects.toThrow(
      /put back the secret\.json that belongs to it/,
    );
  });

  it("data of another major version", async () => {
    await (await startEmbedded({ dataDir, settings })).stop();
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "14\n");
    await expect(startEmbedded({ dataDir, settings })).rejects.toThrow(
      /was written by PostgreSQL 14, this version brings 18/,
    );
  });

  it("settings PostgreSQL refuses", async () => {
    const refused = startEmbedded({ dataDir, settings: { shared_buffers: "much" } });
    await expect(refused).rejects.toThrow(/PostgreSQL did not start: .*shared_buffers/);
    expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).toContain("shared_buffers");
  });
});
