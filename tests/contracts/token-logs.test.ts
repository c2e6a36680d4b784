import { request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createExpress } from "../../app/server/express.ts";
import { drain, serve } from "../../app/server/serve.ts";

const TOKEN = `cg_${"Zq".repeat(21)}Z`;

it("a token is in no line of the log, wherever a program puts it and however it ends", async () => {
  const lines: string[] = [];
  const kept = new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
  const app = createExpress({
    log: pino({ level: "debug" }, kept),
    appOrigin: undefined,
    development: false,
    checks: () => ({}),
    isStopping: () => false,
    assets: (_request, _response, next) => next(),
    pages: (asked, response) => {
      if (asked.path.endsWith("fault")) throw new Error(`with ${TOKEN}`);
      response.status(401).end();
    },
  });
  const { server, port } = await serve(app, "127.0.0.1", 0);
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = { Host: `localhost:${port}`, Authorization: `Bearer ${TOKEN}` };
      const sent = request({ host: "127.0.0.1", port, path, headers, agent: false }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      });
      sent.on("error", reject).end();
    });
  const statuses: number[] = [];
  for (const path of ["/api/v1/me", `/api/v1/${TOKEN}`, `/api/v1/me?token=${TOKEN}`, "/api/v1/fault"])
    statuses.push(await ask(path));
  await drain(server);
  expect(statuses).toEqual([401, 401, 401, 500]);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(lines.join("")).toMatch(/\/api\/v1\/me/);
  expect(lines.join("")).not.toContain(TOKEN.slice(3));
});
