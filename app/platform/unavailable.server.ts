import { data } from "react-router";

/** When to try again, in seconds: what makes the database slow or away is over in seconds, or lasts. */
export const RETRY_SECONDS = 10;

/** The database could not be reached, had no connection free in time, took longer than it may, or had two in each other's way. */
const PRISMA = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"];
/**
 * The same as PostgreSQL says it: what holds a lock did not let go in time, two waited for each other, a transaction
 * stood still. Whole classes are CLASSES.
 */
const STATES = ["55P03", "40001", "40P01", "25P03"];
/** Connection exceptions, too little of something (memory, disk, connections), stopped by somebody, the system, a fault within. */
const CLASSES = /^(08|53|57|58|XX)[0-9A-Z]{3}$/;
/** The same as the socket says it, and the disk. */
const SYSTEM = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT", "ENOSPC", "EDQUOT", "EMFILE"];
/** The same as the driver adapter names it. */
const KINDS = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"];
/** What the driver says without a code: the connection was lost under a statement, or none was to be had. */
const WORDS =
  /^(Connection terminated|timeout (exceeded when trying to connect|expired)|Query read timeout|Client (has encountered a connection error|was closed))/;

const SAYS = new Set([...PRISMA, ...STATES, ...SYSTEM, ...KINDS]);

/** Whether an error says that the database (or the disk) is away, busy or full: trying again may help. */
export function isUnavailable(error: unknown): boolean {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 5; depth++) {
    if (saysSo(at)) return true;
    at =
      (at as { cause?: unknown }).cause ??
      (at as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return false;
}

function saysSo(error: object): boolean {
  const { code, originalCode, kind, message } = error as Record<
    "code" | "originalCode" | "kind" | "message",
    unknown
  >;
  if (typeof message === "string" && WORDS.test(message)) return true;
  return [code, originalCode, kind].map(String).some((one) => SAYS.has(one) || CLASSES.test(one));
}

/** Whether what was thrown is the answer that says so. */
export function isBusyAnswer(thrown: unknown): boolean {
  const { init } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    init?: ResponseInit | null;
  };
  return init?.status === 503;
}

/** What a form held, to be sent again: names and texts. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** What is asked of the database for a request; answered 503 where it is away or busy, with what was sent. */
export async function orUnavailable<T>(
  work: Promise<T>,
  sent: () => Promise<SentFields | null> = async () => null,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const fields = await sent();
    throw data(fields && { sent: fields }, { status: 503 });
  }
}
