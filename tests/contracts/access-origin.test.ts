import { request } from "node:http";
import type { RequestHandler } from "express";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { createExpress } from "../../app/server/express.ts";
import { drain, serve } from "../../app/server/serve.ts";

const cleanUp: Array<() => Promise<void>> = [];
const nothing: RequestHandler = (_request, _response, next) => next();
const reached: RequestHandler = (_request, response) => {
  response.send("reached");
};

afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

/** What a request with these headers is answered; `PORT` in them is the server's. */
async function ask(
  method: string,
  path: string,
  given: Record<string, string>,
  appOrigin?: string,
): Promise<number> {
  const app = createExpress({
    log: pino({ level: "silent" }),
    appOrigin,
    development: false,
    checks: () => ({}),
    isStopping: () => false,
    assets: nothing,
    pages: reached,
  });
  const { server, port } = await serve(app, "127.0.0.1", 0);
  cleanUp.push(() => drain(server));
  const host = appOrigin ? new URL(appOrigin).host : `localhost:${port}`;
  const headers = Object.fromEntries(
    Object.entries({ Host: host, ...given }).map(([name, value]) => [
      name,
      value.replace("PORT", String(port)),
    ]),
  );
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject).end();
  });
}

const Cookie = "common-ground.session_token=x";

describe("where an unsafe request comes from", () => {
  it.each([
    ["this site", { Cookie, Origin: "http://localhost:PORT" }, 200],
    ["this site, as a browser without Origin says", { Cookie, "Sec-Fetch-Site": "same-origin" }, 200],
    ["another site", { Cookie, Origin: "https://evil.example" }, 403],
    ["another site, without a session", { Origin: "https://evil.example" }, 403],
    ["another port", { Cookie, Origin: "http://localhost:1" }, 403],
    ["the same name by https", { Cookie, Origin: "https://localhost:PORT" }, 403],
    ["a name this one begins", { Cookie, Origin: "http://localhost:PORT.evil.example" }, 403],
    ["a page that hides where it is", { Cookie, Origin: "null" }, 403],
    ["nowhere said, with a session", { Cookie }, 403],
    ["nowhere said, from a neighbour", { Cookie, "Sec-Fetch-Site": "same-site" }, 403],
    ["a program with a token and no cookie", { Authorization: "Bearer x" }, 200],
  ])("%s", async (_where, headers, status) => {
    expect(await ask("POST", "/areas/oakfield/export.csv", headers)).toBe(status);
  });

  it.each([
    ["https://cg.example", 200],
    ["http://cg.example", 403],
    ["https://cg.example.evil.example", 403],
  ])("with APP_ORIGIN set, %s is answered %i", async (Origin, status) => {
    expect(await ask("POST", "/", { Cookie, Origin }, "https://cg.example")).toBe(status);
  });

  it.each([
    ["GET", "/", 200],
    ["HEAD", "/", 200],
    ["PUT", "/", 405],
    ["DELETE", "/areas/oakfield", 405],
    ["DELETE", "/api/v1/records", 403],
  ])("%s %s from another site is answered %i", async (method, path, status) => {
    expect(await ask(method, path, { Cookie, Origin: "https://evil.example" })).toBe(status);
  });

  it.each(["http://evil.example/", "*"])(
    "what is no address of this site (%s) is refused, not a fault",
    async (path) => {
      expect(await ask("GET", path, {})).toBe(400);
    },
  );
});
