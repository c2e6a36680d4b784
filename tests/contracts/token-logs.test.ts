import { request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createExpress } from "../../app/server/express.ts";
import { drain, serve } from "../../app/server/serve.ts";

const TOKEN = `cg_${"Zq".repeat(21)}Z`;

type Sent = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** What a server logs of these requests, whatever its pages answer, and how it answered each. */
async function logOf(sent: readonly Sent[]): Promise<{ statuses: number[]; lines: string[] }> {
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
      if (asked.path.endsWith("fault")) throw new Error(`with ${sent.map(({ path }) => path).join()}`);
      response.status(401).end();
    },
  });
  const { server, port } = await serve(app, "127.0.0.1", 0);
  const ask = ({ path, method = "GET", headers = {}, body }: Sent) =>
    new Promise<number>((resolve, reject) => {
      const own = { Host: `localhost:${port}`, Origin: `http://localhost:${port}`, ...headers };
      const asked = request(
        { host: "127.0.0.1", port, path, method, headers: own, agent: false },
        (answer) => {
          answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
        },
      );
      asked.on("error", reject).end(body);
    });
  const statuses: number[] = [];
  for (const one of sent) statuses.push(await ask(one));
  await drain(server);
  return { statuses, lines };
}

it("a token is in no line of the log, wherever a program puts it and however it ends", async () => {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const paths = ["/api/v1/me", `/api/v1/${TOKEN}`, `/api/v1/me?token=${TOKEN}`, `/api/v1/${TOKEN}/fault`];
  const { statuses, lines } = await logOf(paths.map((path) => ({ path, headers })));
  expect(statuses).toEqual([401, 401, 401, 500]);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(lines.join("")).toMatch(/\/api\/v1\/me/);
  expect(lines.join("")).not.toContain(TOKEN.slice(3));
});

it("nobody's name, address or words are in a line of the log, wherever a browser puts them", async () => {
  const [name, email] = ["Canary Jane", "canary.jane@home.example"];
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const { statuses, lines } = await logOf([
    { path: "/areas/oakfield/people" },
    { path: `/search?q=${encodeURIComponent(name)}` },
    { path: `/areas/oakfield/${email}` },
    { path: `/areas/${encodeURIComponent(name)}` },
    { path: `/areas/oakfield/${encodeURIComponent(name)}/fault` },
    {
      path: "/sign-in",
      method: "POST",
      headers: form,
      body: new URLSearchParams({ email, name }).toString(),
    },
    {
      path: "/account",
      headers: { Cookie: `who=${email}`, Referer: `http://localhost/?q=${email}`, "User-Agent": email },
    },
  ]);
  expect(statuses).toEqual([401, 401, 401, 401, 500, 401, 401]);
  expect(lines.length).toBeGreaterThanOrEqual(statuses.length);
  expect(lines.join("")).toMatch(/\/areas\/oakfield\/people/);
  expect(lines.join("")).not.toMatch(/canary|home\.example/i);
});
