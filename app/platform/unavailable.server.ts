import { data } from "react-router";

/** When to try again, in seconds: what makes the database slow or away is over in seconds, or lasts. */
export const RETRY_SECONDS = 10;

/** The database could not be reached, had no connection free in time, or took longer than it may. */
const PRISMA = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"];
/** The same as PostgreSQL and the socket say it: shutting down, starting, too many connections, gone, cancelled. */
const BELOW = [
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "57014",
  "08000",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
];

/** The same as the driver adapter names it. */
const KINDS = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"];

const SAYS = new Set([...PRISMA, ...BELOW, ...KINDS]);

/** Whether an error says that the database is away or busy: nothing was written, and trying again may help. */
export function isUnavailable(error: unknown): boolean {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 5; depth++) {
    const { code, originalCode, kind } = at as Record<"code" | "originalCode" | "kind", unknown>;
    const says = [code, originalCode, kind].map(String);
    if (says.some((one) => SAYS.has(one))) return true;
    at =
      (at as { cause?: unknown }).cause ??
      (at as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  }
  return false;
}

/** What is asked of the database for a request; answered 503 where it is away or busy. */
export async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isUnavailable(error)) throw data(null, { status: 503 });
    throw error;
  }
}
