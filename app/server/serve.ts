import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { errorCode, StartFailure } from "../platform/database/failure.ts";

const DRAIN_MS = 6_000;
const LIMIT_MS = 9_500;
const ORPHAN_CHECK_MS = 500;

/** Fails early and in one line if the address cannot be had, before minutes go into building. */
export async function checkAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** Serves, and resolves with the server and the port once it can be reached. */
export async function serve(
  app: Express,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  const server = createServer(app);
  await listen(server, host, port);
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : port };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explainListening(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function explainListening(error: Error, host: string, port: number): Error {
  const words: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program: end that one, or set PORT to another number.`,
    EACCES: `No permission to listen on port ${port}: set PORT to a number from 1024.`,
    EADDRNOTAVAIL: `HOST should be an address of this machine, such as 127.0.0.1; ${host} is not.`,
    ENOTFOUND: `HOST should be an address of this machine, such as 127.0.0.1; ${host} is not.`,
  };
  const known = words[errorCode(error) ?? ""];
  return known ? new StartFailure(known, { cause: error }) : error;
}

/** Takes no new requests and lets those under way finish; cuts off what takes longer than six seconds. */
export async function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // A connection that was answering a moment ago is idle only now.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearTimeout(cut);
  clearInterval(idle);
}

/** Ends the process in good order at SIGTERM or Ctrl-C, within ten seconds; at once the second time. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", handle);
  process.on("SIGINT", handle);
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stopping || handle());
}

/**
 * Calls `then` once whoever started this process is gone. npm passes SIGTERM on to the shell it runs a script in, and
 * many shells (dash, for one) end without passing it on: the port and the database would stay taken by nobody's server.
 */
export function whenOrphaned(then: () => void, parent: () => number = () => process.ppid): void {
  const starter = parent();
  const watch = setInterval(() => {
    if (parent() === starter) return;
    clearInterval(watch);
    then();
  }, ORPHAN_CHECK_MS);
  watch.unref();
}
