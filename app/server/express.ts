import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { sayBusy } from "./busy.ts";
import { compressed } from "./compressed.ts";
import { type Checks, healthz, type Notes, readyz } from "./health.ts";
import { requestLog } from "./request-log.ts";
import { nonce, ownOrigin, securityHeaders, trustedHost } from "./security.ts";

type Options = {
  log: Logger;
  appOrigin: string | undefined;
  development: boolean;
  checks: () => Checks;
  isStopping: () => boolean;
  notes?: Notes | undefined;
  /** Counts and times requests. */
  watch?: RequestHandler | undefined;
  /** What serves scripts and styles: the built files, or Vite. */
  assets: RequestHandler;
  pages: RequestHandler;
};

/** The web server, from the outermost layer in. */
export function createExpress(options: Options): Express {
  const { log, appOrigin, development } = options;
  const app = express();
  app.disable("x-powered-by");
  // A proxy is in front only where APP_ORIGIN says how it is reached; otherwise anybody could claim an address.
  app.set("trust proxy", appOrigin ? ["loopback", "linklocal", "uniquelocal"] : false);
  app.use(closeWhenStopping(options.isStopping));
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(options.checks, options.isStopping, options.notes));
  if (options.watch) app.use(options.watch);
  app.use(requestLog(log), sayBusy, trustedHost(appOrigin), ownOrigin(appOrigin), nonce);
  app.use(securityHeaders({ secure: appOrigin?.startsWith("https:") ?? false, development }));
  app.use(options.assets, gzipOnly, compressed, options.pages);
  app.use(lastResort(log));
  return app;
}

/** The built files: those with a hash in their name for a year, the rest checked each time by their ETag. */
export function builtAssets(clientDir: string): RequestHandler {
  const router = express.Router();
  const forEver = { immutable: true, maxAge: "1y", fallthrough: false, index: false } as const;
  router.use(
    "/assets",
    smallest(join(clientDir, "assets")),
    express.static(join(clientDir, "assets"), forEver),
  );
  const files = express.static(clientDir, { maxAge: 0, index: false });
  // Asked of the folder once: otherwise each page would be looked for on the disk.
  const there = new Set(namesIn(clientDir));
  router.use((request, response, next) =>
    there.has(request.path.slice(1)) ? files(request, response, next) : next(),
  );
  return router;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

const ENCODINGS = { br: ".br", gzip: ".gz" } as const;

/** Sends the form of a script or style that the build compressed (vite.config.ts), where the browser takes it. */
function smallest(folder: string): RequestHandler {
  const there = new Set(namesIn(folder));
  return (request, response, next) => {
    const name = request.path.slice(1);
    const taken = request.acceptsEncodings(["br", "gzip"]);
    const ending = taken === "br" || taken === "gzip" ? ENCODINGS[taken] : undefined;
    if (ending && there.has(name + ending)) {
      response.type(extname(name)).set("Content-Encoding", String(taken)).vary("Accept-Encoding");
      request.url = `/${name}${ending}`;
    }
    next();
  };
}

/** Of a page, made at each request: brotli would cost four times the time of the page itself. */
const gzipOnly: RequestHandler = (request, _response, next) => {
  request.headers["accept-encoding"] = /\bgzip\b/.test(request.get("accept-encoding") ?? "")
    ? "gzip"
    : "identity";
  next();
};

/** A browser's open connection must not hold up the end. */
function closeWhenStopping(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (isStopping()) response.set("Connection", "close");
    next();
  };
}

/** What no page caught: told in the log with its number, to the person without any detail. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const status = error instanceof Error && "status" in error ? Number(error.status) || 500 : 500;
    if (status >= 500)
      log.error({ requestId: response.locals.requestId, error: describe(error) }, "unhandled");
    if (response.headersSent) return next(error);
    const words = status === 404 ? "Page not found" : "Sorry, there is a problem";
    response.status(status).type("text").send(`${words}\nReference: ${response.locals.requestId}\n`);
  };
}

/** The place, not the message: a message may quote what somebody typed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = error.stack?.split("\n").find((line) => line.trim().startsWith("at "));
  return `${error.name} ${place?.trim() ?? ""}`;
}
