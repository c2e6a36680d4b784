import { Agent, type IncomingMessage, request } from "node:http";

/** One thing a user asks for, again and again. `form` makes what is sent; without it the page is only read. */
export type Visit = { path: string; cookie: string; form?: () => URLSearchParams };

/** What came of a run: requests a second, times in ms, and answers that were not what was expected. */
export type Result = { rate: number; p50: number; p99: number; count: number; failures: number };

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Asks once. */
export function ask(origin: string, visit: Visit, agent: Agent, compressed = false): Promise<Answer> {
  const body = visit.form?.().toString();
  const headers = {
    Cookie: visit.cookie,
    Accept: "text/html",
    "Accept-Encoding": compressed ? "gzip, br" : "identity",
    ...(body === undefined
      ? {}
      : {
          Origin: origin,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(body),
        }),
  };
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const sent = request(`${origin}${visit.path}`, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * Each visit is a user with a connection of their own who asks again as soon as the answer is there, for so many
 * milliseconds. A page read should answer 200, a form sent 302.
 */
export async function drive(origin: string, visits: readonly Visit[], milliseconds: number): Promise<Result> {
  const times: number[] = [];
  let failures = 0;
  const started = performance.now();
  const user = async (visit: Visit) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() - started < milliseconds) {
      const asked = performance.now();
      const { status } = await ask(origin, visit, agent).catch(() => ({ status: 0 }));
      times.push(performance.now() - asked);
      if (status !== (visit.form ? 302 : 200)) failures += 1;
    }
    agent.destroy();
  };
  await Promise.all(visits.map(user));
  const seconds = (performance.now() - started) / 1000;
  return { rate: times.length / seconds, ...percentiles(times), count: times.length, failures };
}

/** The time that half, and that 99 in 100, stay within. */
export function percentiles(times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return percentiles(numbers).p50;
}
