import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** The letters of the names of pages, areas and files of ours. */
const OURS = /^[\w.-]*$/;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Gives each request a number, answers with it, and logs one line when done: method, path, status, time.
 * No query (it may hold what was searched for), no address, no agent, no cookie.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    response.locals.requestId = requestId;
    response.set("X-Request-Id", requestId);
    response.once("close", () => {
      const { method, path } = request;
      const ms = Math.round(performance.now() - started);
      const status = response.writableFinished ? response.statusCode : 499;
      const level = status >= 500 ? "error" : "info";
      log[level]({ requestId, method, path: withoutSecrets(path), status, ms }, "request");
    });
    next();
  };
}

/**
 * Long parts that are not plain ids are links that open something (a check-in, a calendar), and a part that no address of
 * ours has is what somebody typed, a name or an e-mail address: neither is for a log.
 */
export function withoutSecrets(path: string): string {
  return path
    .split("/")
    .map((part) => (isSecret(part) || !OURS.test(part) ? "…" : part))
    .join("/");
}

function isSecret(part: string): boolean {
  return part.replace(/\.\w+$/, "").length >= 20 && !UUID.test(part) && /[\dA-Z_]/.test(part);
}
