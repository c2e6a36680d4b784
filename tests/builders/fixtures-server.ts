import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import type { RequestHandler } from "express";
import { pino } from "pino";
import { setConnection } from "~/platform/database/connection.server";
import { builtAssets, createExpress } from "~/server/express";
import { drain, serve } from "~/server/serve";

type Built = {
  pages: RequestHandler;
  checks: Record<string, () => Promise<boolean>>;
  close: () => Promise<void>;
};

export type Sent = {
  method?: string;
  path: string;
  cookie?: string | undefined;
  /** Sent as a form with this site's Origin, unless `headers` say otherwise. */
  form?: Record<string, string> | undefined;
  body?: string | Buffer;
  headers?: Record<string, string | undefined>;
};

export type Answered = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  setCookies: string[];
  body: string;
  /** The same as it came, where it is no text. */
  bytes: Buffer;
};

export type BuiltServer = {
  origin: string;
  ask: (sent: Sent) => Promise<Answered>;
  /** How many requests have been made. */
  made: () => number;
  stop: () => Promise<void>;
};

/** The built server as `npm start` serves it, on a free port of this machine, over a test's own database. */
export async function startBuilt(appUrl: string): Promise<BuiltServer> {
  const port = await freePort();
  // Before the build is loaded: it reads its settings once.
  Object.assign(process.env, {
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    PORT: String(port),
    SESSION_SECRET: "a secret for tests alone, of no use to anybody",
  });
  setConnection(appUrl);
  const built: Built = await import(/* @vite-ignore */ pathToFileURL("build/server/index.js").href);
  const app = createExpress({
    log: pino({ level: "silent" }),
    appOrigin: undefined,
    development: false,
    checks: () => built.checks,
    isStopping: () => false,
    assets: builtAssets("build/client"),
    pages: built.pages,
  });
  const { server } = await serve(app, "127.0.0.1", port);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let count = 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    made: () => count,
    ask: (sent) => {
      count += 1;
      return send(agent, port, sent);
    },
    async stop() {
      agent.destroy();
      await drain(server);
      await built.close();
    },
  };
}

function send(
  agent: Agent,
  port: number,
  { method, path, cookie, form, body, headers }: Sent,
): Promise<Answered> {
  const host = `127.0.0.1:${port}`;
  const content = form ? new URLSearchParams(form).toString() : body;
  const all: Record<string, string | undefined> = {
    Host: host,
    ...(cookie ? { Cookie: cookie } : {}),
    ...(content === undefined ? {} : { "Content-Length": String(Buffer.byteLength(content)) }),
    ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    ...(/^(GET|HEAD)$/.test(method ?? "GET") ? {} : { Origin: `http://${host}` }),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path,
      method: method ?? "GET",
      agent,
      headers: Object.fromEntries(given),
    };
    const asked = request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const { "set-cookie": cookies = [], ...rest } = answer.headers;
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
          setCookies: cookies,
          cookies: cookies.map((line) => line.split(";")[0] ?? ""),
          body: bytes.toString("utf8"),
          bytes,
        });
      });
    });
    asked.on("error", reject);
    asked.end(content);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
