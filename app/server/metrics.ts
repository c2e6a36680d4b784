import express, { type RequestHandler } from "express";
import type { Registry } from "prom-client";
import { answerChecks, type Checks } from "./health.ts";
import { drain, serve } from "./serve.ts";

const NAME = "common_ground";
/** In seconds: a page from memory, a page, a slow page, a PDF. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of an instance for whoever watches over it. */
export type Metrics = { watch: RequestHandler; text: () => Promise<string>; type: string };

/** What the figures are taken from beside the requests themselves. */
type Sources = { checks: () => Checks; lastBackup: () => Promise<Date | null> };

/**
 * Counts and times requests, in Prometheus form. By method, sort and status alone: an address names an area or a person,
 * and is in no figure.
 */
export async function createMetrics({ checks, lastBackup }: Sources): Promise<Metrics> {
  // Loaded where it is asked for: an instance nobody watches goes without.
  const {
    Counter,
    Gauge,
    Histogram,
    Registry: NewRegistry,
    collectDefaultMetrics,
  } = await import("prom-client");
  const registry = new NewRegistry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ["method", "sort", "status"] as const;
  const requests = new Counter({
    name: `${NAME}_requests_total`,
    help: "Requests answered.",
    labelNames,
    registers,
  });
  const seconds = new Histogram({
    name: `${NAME}_request_seconds`,
    help: "How long requests took.",
    labelNames: ["sort"],
    buckets: BUCKETS,
    registers,
  });
  addGauges(Gauge, registers, { checks, lastBackup });
  const watch: RequestHandler = (request, response, next) => {
    const end = seconds.startTimer({ sort: sortOf(request.path) });
    response.once("close", () => {
      end();
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "cut off";
      requests.inc({ method: methodOf(request.method), sort: sortOf(request.path), status });
    });
    next();
  };
  return { watch, text: () => registry.metrics(), type: registry.contentType };
}

/** What is asked only when somebody looks. */
function addGauges(
  Gauge: typeof import("prom-client").Gauge,
  registers: Registry[],
  { checks, lastBackup }: Sources,
): void {
  new Gauge({
    name: `${NAME}_check`,
    help: "1: what the instance needs is well.",
    labelNames: ["name"],
    registers,
    async collect() {
      for (const [name, well] of await answerChecks(checks())) this.set({ name }, well ? 1 : 0);
    },
  });
  new Gauge({
    name: `${NAME}_last_backup_seconds`,
    help: "When the last good backup was taken, as a Unix time; 0: never.",
    registers,
    async collect() {
      this.set(((await lastBackup())?.getTime() ?? 0) / 1000);
    },
  });
}

/** Serves the figures at /metrics on a port of their own, which is for nobody outside. Gives what ends it. */
export async function serveMetrics(
  metrics: Metrics,
  host: string,
  port: number,
): Promise<() => Promise<void>> {
  const app = express();
  app.disable("x-powered-by");
  app.get("/metrics", async (_request, response) => {
    response
      .type(metrics.type)
      .set("Cache-Control", "no-store")
      .send(await metrics.text());
  });
  const { server } = await serve(app, host, port);
  return () => drain(server);
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** A method somebody made up is no line of its own. */
function methodOf(method: string): string {
  return METHODS.includes(method) ? method : "other";
}

/** What kind of thing was asked for: few kinds, whatever the addresses. */
function sortOf(path: string): "api" | "asset" | "data" | "document" | "page" {
  if (path.startsWith("/api/")) return "api";
  if (path.startsWith("/assets/")) return "asset";
  if (path.endsWith(".data")) return "data";
  return /\.(pdf|docx|csv|ics|vcf|json)$/.test(path) ? "document" : "page";
}
