import { Prisma, PrismaClient } from "~/generated/prisma/client";
import type { Day } from "./calendar/day";
import { getConnection } from "./database/connection.server";
import { connectionsTo } from "./database/connections.server";

export { Prisma };

/** One transaction: everything that reads or writes content does so through it. */
export type Tx = Prisma.TransactionClient;

/** Who the database is told is asking. The whole list stands in app.enter (prisma/migrations). */
export type Principal =
  | `user:${string}`
  | "auth"
  | "scorer"
  | "release"
  | `job:${string}`
  | `link:${string}`
  | `feed:${string}`
  | `token:${string}`;

/** Where a user stands: a row for each area and relationship, as app.enter gives it. */
export type StandRow = {
  area_id: string | null;
  area_slug: string | null;
  relationship_id: string | null;
  council_id: string | null;
  council_slug: string | null;
  side: "council" | "community" | null;
  organisation_id: string;
  role: "reader" | "editor" | "lead" | "admin" | "researcher";
  /** The relationship that has taken this one over; null: none has. */
  held_by: string | null;
  /** The area is closed: nothing is written there. */
  closed: boolean | null;
  /** Open to an admin by break-glass, for a while: to read what both sides share. */
  glass: boolean | null;
};

/** The same with how the pages of each area begin, and when anything they are made of last changed. */
export type LookRow = StandRow & { area_name: string | null; changed: string | null };

const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 15_000;

let current: { url: string; client: PrismaClient } | null = null;

function open(): PrismaClient {
  const url = getConnection();
  if (current?.url !== url) current = { url, client: new PrismaClient({ adapter: connectionsTo(url) }) };
  return current.client;
}

/** The client as the sign-in library uses it: outside our transactions it sees its own tables and users, no content. */
export function authClient(): PrismaClient {
  return open();
}

/** Closes every connection; the next query opens new ones. */
export async function closeDatabase(): Promise<void> {
  const closing = current;
  current = null;
  await closing?.client.$disconnect();
}

/** What has become of a stand's relationship and area by that day. */
function sinceThen(today: Day): Prisma.Sql {
  return Prisma.sql`app.held_by(s.relationship_id, ${today}::date) AS held_by, app.is_closed(s.area_id, ${today}::date) AS closed,
    s.area_id = ANY (app.scope('glass')) AS glass`;
}

/** What enters: a token as its owner within what it is for, a link as nobody with an account, all others as they are. */
function entering(principal: Principal, today: Day): Prisma.Sql {
  const [kind, id] = principal.split(":", 2);
  if (kind === "token") return Prisma.sql`app.enter_token(${id}::uuid, ${today}::date)`;
  if (kind === "link") return Prisma.sql`app.enter_link(${id}::uuid, ${today}::date)`;
  return Prisma.sql`app.enter(${principal}, ${today}::date)`;
}

/** Names the principal for the rest of the transaction and returns where they stand on that day. */
export async function enter(tx: Tx, principal: Principal, today: Day): Promise<StandRow[]> {
  return tx.$queryRaw<StandRow[]>`SELECT s.*, ${sinceThen(today)} FROM ${entering(principal, today)} s`;
}

/** Where a principal stands and how each area's pages begin: one statement, which needs no transaction around it. */
export function look(principal: Principal, today: Day): Promise<LookRow[]> {
  return lookWith(open(), principal, today);
}

// Within a transaction: of what that transaction sees.
function lookWith(client: Pick<Tx, "$queryRaw">, principal: Principal, today: Day): Promise<LookRow[]> {
  return client.$queryRaw<LookRow[]>`
    SELECT s.*, ${sinceThen(today)}, h.name AS area_name, h.changed
    FROM ${entering(principal, today)} s LEFT JOIN LATERAL app.area_head(s.area_id) h ON true`;
}

type Work<T, S = StandRow> = (tx: Tx, stands: S[]) => Promise<T>;

/**
 * Runs `work` in one transaction as `principal`. Keep it short: nothing slow inside (files, HTTP, rendering). Only a job that
 * writes a great deal, all of it or none, is given longer than a request: `timeoutMs`, for all its statements together.
 */
export function inTransaction<T>(
  principal: Principal,
  today: Day,
  work: Work<T>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T> {
  return runAt("ReadCommitted", async (tx) => work(tx, await enter(tx, principal, today)), timeoutMs);
}

/**
 * The same for reads alone: all of them see the database as it was when the first one asked, and none can write. What
 * enters says as well how the areas' pages begin.
 */
export function inReading<T>(principal: Principal, today: Day, work: Work<T, LookRow>): Promise<T> {
  return runAt("RepeatableRead", async (tx) => work(tx, await lookWith(tx, principal, today)));
}

/**
 * Reads what is published for research, under the role that can read nothing else. What enters says where they stand, which
 * is all that anything in there is asked about.
 */
export function inResearch<T>(principal: Principal, today: Day, work: Work<T, LookRow>): Promise<T> {
  return runAt("RepeatableRead", async (tx) => {
    const stands = await lookWith(tx, principal, today);
    await tx.$executeRaw`SET LOCAL ROLE common_ground_research`;
    return work(tx, stands);
  });
}

function runAt<T>(
  isolationLevel: "ReadCommitted" | "RepeatableRead",
  work: (tx: Tx) => Promise<T>,
  timeout = TIMEOUT_MS,
): Promise<T> {
  return open().$transaction(work, { maxWait: MAX_WAIT_MS, timeout, isolationLevel });
}

/** Whether the database answers; for /readyz. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await open().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
