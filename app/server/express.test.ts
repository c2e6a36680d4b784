import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { RequestHandler } from "express";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { builtAssets, createExpress } from "./express.ts";
import { withoutSecrets } from "./request-log.ts";
import { checkAddress, drain, serve } from "./serve.ts";

const cleanUp: Array<() => unknown> = [];
const nothing: RequestHandler = (_request, _response, next) => next();
const hello: RequestHandler = (request, response) => {
  response.send(`<p>${"hello ".repeat(500)}${request.protocol}://${request.headers.host} ${request.ip}</p>`);
};

afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

type Options = Partial<Parameters<typeof createExpress>[0]>;

async function start(options: Options = {}) {
  const lines: string[] = [];
  const app = createExpress({
    log: pino({ base: null }, { write: (line: string) => lines.push(line) }),
    appOrigin: undefined,
    development: false,
    checks: () => ({ database: async () => true }),
    isStopping: () => false,
    assets: nothing,
    pages: hello,
    ...options,
  });
  const { server, port } = await serve(app, "127.0.0.1", 0);
  cleanUp.push(() => drain(server));
  return { server, port, url: `http://127.0.0.1:${port}`, lines };
}

/** fetch lets nobody choose the Host header. */
function ask(port: number, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, headers, agent: false }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    }).on("error", reject);
  });
}

function headersOf(port: number, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, headers, agent: false }, (answer) => {
      answer.resume().on("end", () => resolve(answer.headers));
    }).on("error", reject);
  });
}

describe("headers", () => {
  it("carry a fresh nonce in the policy, and a referrer policy that lets forms through", async () => {
    const { url } = await start();
    const answers = [await fetch(url), await fetch(url)];
    const [one, two] = answers.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(one).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(one).not.toBe(two);
    expect(answers[0]?.headers.get("referrer-policy")).toBe("same-origin");
    expect(answers[0]?.headers.get("strict-transport-security")).toBeNull();
    expect(answers[0]?.headers.get("x-powered-by")).toBeNull();
  });

  it.each([
    ["content-security-policy", /default-src 'self'/],
    ["content-security-policy", /script-src 'self' 'nonce-[^' ]+'(;|$)/],
    ["content-security-policy", /frame-ancestors 'none'/],
    ["content-security-policy", /form-action 'self'/],
    ["content-security-policy", /base-uri 'none'/],
    ["content-security-policy", /object-src 'none'/],
    ["x-content-type-options", /^nosniff$/],
    ["x-frame-options", /^DENY$/],
    ["permissions-policy", /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
    ["cross-origin-opener-policy", /^same-origin$/],
    ["cross-origin-resource-policy", /^same-origin$/],
  ])("have %s as %s, whatever was asked", async (name, value) => {
    const { url } = await start();
    expect((await fetch(url)).headers.get(name)).toMatch(value);
    expect((await fetch(`${url}/assets/none.js`)).headers.get(name)).toMatch(value);
  });

  it("keep to https where people reach it so, behind a proxy", async () => {
    const { port } = await start({ appOrigin: "https://cg.example" });
    const headers = await headersOf(port, { Host: "cg.example", "X-Forwarded-Proto": "https" });
    expect(headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
    expect(headers["content-security-policy"]).toMatch(/upgrade-insecure-requests/);
  });

  it("compress pages with gzip even where brotli is offered", async () => {
    const { url } = await start();
    const answer = await fetch(url, { headers: { "Accept-Encoding": "gzip, br" } });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
  });

  it("keep built files for a year, others for no time", async () => {
    const dir = mkdtempSync(join(tmpdir(), "cg-client-"));
    cleanUp.push(() => rmSync(dir, { recursive: true }));
    mkdirSync(join(dir, "assets"));
    writeFileSync(join(dir, "assets", "a-1234.js"), "1");
    const smaller = { br: brotliCompressSync("22"), gzip: gzipSync("333") };
    writeFileSync(join(dir, "assets", "a-1234.js.br"), smaller.br);
    writeFileSync(join(dir, "assets", "a-1234.js.gz"), smaller.gzip);
    writeFileSync(join(dir, "robots.txt"), "x");
    const { url } = await start({ assets: builtAssets(dir) });
    expect((await fetch(`${url}/assets/a-1234.js`)).headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await fetch(`${url}/robots.txt`)).headers.get("cache-control")).toBe("public, max-age=0");
    expect((await fetch(`${url}/assets/gone-1.js`)).status).toBe(404);
    for (const [encoding, length] of [
      ["br", 2],
      ["gzip", 3],
    ] as const) {
      const answer = await fetch(`${url}/assets/a-1234.js`, { headers: { "Accept-Encoding": encoding } });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      expect(answer.headers.get("content-length")).toBe(String(smaller[encoding].length));
      expect(answer.headers.get("content-type")).toMatch(/^text\/javascript/);
      expect(answer.headers.get("vary")).toBe("Accept-Encoding");
      expect(await answer.text()).toHaveLength(length);
    }
    const plain = await fetch(`${url}/assets/a-1234.js`, { headers: { "Accept-Encoding": "identity" } });
    expect(await plain.text()).toBe("1");
  });
});

describe("the name it is asked for by", () => {
  it.each([
    [undefined, "127.0.0.1:PORT", 200],
    [undefined, "localhost:PORT", 200],
    [undefined, "LOCALHOST:PORT", 200],
    [undefined, "localhost:1", 421],
    [undefined, "evil.example", 421],
    ["https://cg.example", "cg.example", 200],
    ["https://cg.example", "localhost:PORT", 421],
    ["https://cg.example", "cg.example.evil.example", 421],
  ])("with APP_ORIGIN %s, %s is answered %i", async (appOrigin, host, status) => {
    const { port } = await start({ appOrigin });
    expect((await ask(port, { Host: host.replace("PORT", String(port)) })).status).toBe(status);
  });

  it("believes a proxy only where APP_ORIGIN says there is one", async () => {
    const forwarded = {
      "X-Forwarded-Host": "cg.example",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-For": "192.0.2.7",
    };
    const behind = await start({ appOrigin: "https://cg.example" });
    const said = await ask(behind.port, { Host: "inner:3000", ...forwarded });
    expect(said.body).toContain("https://cg.example 192.0.2.7");
    const open = await start();
    const told = await ask(open.port, { Host: `localhost:${open.port}`, ...forwarded });
    expect(told.body).toContain(`http://localhost:${open.port} 127.0.0.1`);
  });
});

describe("health", () => {
  it("is alive whatever it is called, ready only when every check says so", async () => {
    const checks = { database: async () => true, migrations: async () => Promise.reject(new Error("gone")) };
    const { url, port } = await start({ appOrigin: "https://cg.example", checks: () => checks });
    expect((await ask(port, { Host: "10.0.0.7" })).status).toBe(421);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "alive" });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: "not ready",
      checks: { database: true, migrations: false },
    });
  });

  it("says when the last good backup was, which is no reason not to serve", async () => {
    const { url } = await start({ notes: async () => ({ lastBackup: null }) });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: "ready", lastBackup: null });
  });

  it("is not ready while stopping", async () => {
    const { url } = await start({ isStopping: () => true });
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, ready.headers.get("connection")]).toEqual([503, "close"]);
  });
});

describe("the log", () => {
  it("has a line a request with its number, and nothing of the person", async () => {
    const { url, lines } = await start();
    const headers = { Cookie: "session=s3cret", "User-Agent": "Somebody's phone" };
    const answer = await fetch(`${url}/search?q=Mrs+Jones`, { headers });
    await answer.text();
    await expect.poll(() => lines.length).toBe(1);
    const line = JSON.parse(lines[0] ?? "{}");
    expect(line).toMatchObject({ method: "GET", path: "/search", status: 200, msg: "request" });
    expect(line.requestId).toBe(answer.headers.get("x-request-id"));
    expect(lines[0]).not.toMatch(/Jones|s3cret|phone|127\.0\.0\.1/);
  });

  it.each([
    ["/areas/millbrook-rise/people", "/areas/millbrook-rise/people"],
    ["/people/3b1f8c1e-8f7e-4a53-9d0e-0a1b2c3d4e5f", "/people/3b1f8c1e-8f7e-4a53-9d0e-0a1b2c3d4e5f"],
    ["/check-in/Zk3Jx0Qm5TtYw8Rb1Vc7", "/check-in/…"],
    ["/calendar/aB3dE5gH7jK9mN1pQ3rS.ics", "/calendar/…"],
  ])("writes %s as %s", (path, written) => expect(withoutSecrets(path)).toBe(written));

  it("tells a fault by its place, and the person by its number alone", async () => {
    const pages: RequestHandler = () => {
      throw new Error("duplicate key (email)=(a@b.example)");
    };
    const { url, lines } = await start({ pages });
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      `Sorry, there is a problem\nReference: ${answer.headers.get("x-request-id")}\n`,
    ]);
    await expect.poll(() => lines.length).toBe(2);
    expect(lines.join()).toContain("express.test.ts");
    expect(lines.join()).not.toContain("a@b.example");
  });
});

describe("stopping", () => {
  it("finishes what is under way and takes nothing new", async () => {
    const slow: RequestHandler = async (_request, response) => {
      await sleep(300);
      response.send("done");
    };
    const { server, url } = await start({ pages: slow });
    await fetch(`${url}/healthz`).then((answer) => answer.text());
    const underWay = fetch(url).then((answer) => answer.text());
    await sleep(100);
    const drained = drain(server);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(await underWay).toBe("done");
    await drained;
  });
});

describe("the address", () => {
  it("says in one line that the port is taken", async () => {
    const { port } = await start();
    await expect(checkAddress("127.0.0.1", port)).rejects.toThrow(
      `Port ${port} is taken by another program: end that one, or set PORT to another number.`,
    );
  });

  it("says in one line that HOST is not here", async () => {
    await expect(checkAddress("192.0.2.1", 0)).rejects.toThrow(/^HOST should be an address of this machine/);
  });

  it("takes a form nobody reads without falling over", async () => {
    const { port } = await start();
    const status = await new Promise((resolve, reject) => {
      const post = request({ host: "127.0.0.1", port, method: "POST", path: "/", agent: false }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode));
      });
      post.on("error", reject).end("x".repeat(100_000));
    });
    expect(status).toBe(200);
  });
});

describe("an answer that failed for want of the database", () => {
  const failing =
    (status: number, isBusy: boolean): RequestHandler =>
    (_request, response) => {
      response.locals.busy.isBusy = isBusy;
      response.status(status).send("Sorry");
    };

  it.each([
    ["says so, and when to come again", 500, true, 503, "10"],
    ["is told apart from a fault of ours", 500, false, 500, null],
    ["may have said so itself", 503, false, 503, "10"],
    ["is no other answer", 404, true, 404, null],
  ])("%s", async (_, status, isBusy, expected, again) => {
    const { url } = await start({ pages: failing(status, isBusy) });
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([expected, again]);
  });
});
