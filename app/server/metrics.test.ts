import express from "express";
import { describe, expect, it } from "vitest";
import { createMetrics, serveMetrics } from "./metrics.ts";
import { drain, serve } from "./serve.ts";

const sources = {
  checks: () => ({ database: async () => true, queue: async () => Promise.reject(new Error("gone")) }),
  lastBackup: async () => new Date("2026-10-01T00:00:00Z"),
};

describe("metrics", () => {
  it("count requests by method, sort and status, and name no address", async () => {
    const metrics = await createMetrics(sources);
    const app = express().use(metrics.watch, (request, response) => {
      response.status(request.path === "/areas/oakfield" ? 404 : 200).send("x");
    });
    const { server, port } = await serve(app, "127.0.0.1", 0);
    for (const path of ["/areas/oakfield", "/areas/elm/people/7.data", "/api/v1/areas", "/x.pdf?q=Jones"])
      await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    await drain(server);
    const text = await metrics.text();
    expect(text).toContain('common_ground_requests_total{method="GET",sort="page",status="4xx"} 1');
    expect(text).toContain('common_ground_requests_total{method="GET",sort="data",status="2xx"} 1');
    expect(text).toContain('common_ground_requests_total{method="GET",sort="api",status="2xx"} 1');
    expect(text).toContain('common_ground_request_seconds_count{sort="document"} 1');
    expect(text).not.toMatch(/oakfield|elm|people|Jones/);
  });

  it("say what is well, and when the last backup was, on a port of their own", async () => {
    const port = await freePort();
    const end = await serveMetrics(await createMetrics(sources), "127.0.0.1", port);
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    const text = await answer.text();
    const elsewhere = await fetch(`http://127.0.0.1:${port}/`);
    await end();
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(text).toContain('common_ground_check{name="database"} 1');
    expect(text).toContain('common_ground_check{name="queue"} 0');
    expect(text).toContain(`common_ground_last_backup_seconds ${Date.parse("2026-10-01") / 1000}`);
    expect(elsewhere.status).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const { server, port } = await serve(express(), "127.0.0.1", 0);
  await drain(server);
  return port;
}
