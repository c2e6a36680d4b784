import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "~/generated/prisma/client";
import type { Day } from "./calendar/day";
import { getConnection } from "./database/connection.server";

export { Prisma };

/** One transaction: everything that reads or writes content does so through it. */
export type Tx = Prisma.TransactionClient;

/** Who the database is told is asking. The whole list stands in app.enter (prisma/migrations). */
export type Principal =
  | `user:${string}`
  | "auth"
  | "scorer"
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
};

/** The same with how the pages of each area begin, and when anything they are made of last changed. */
export type LookRow = StandRow & { area_name: string | null; changed: string | null };

const POOL_SIZE = 10;
const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 15_000;
const STATEMENT_TIMEOUT_MS = 10_000;

// Planning costs a statement more than running it; a named one is planned once a connection. Long lists of values make
// a text of their own for each length, so those stay without a name, and the number of names has an end.
const NAMES_MAX = 500;
const LONG_LIST = "$25";
const names = new Map<string, string>();

function nameOf({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX || sql.includes(LONG_LIST)) return "";
  const name = `cg_${names.size}`;
  names.set(sql, name);
  return name;
}

type Clients = { url: string; content: PrismaClient; reading: PrismaClient; auth: PrismaClient };
let clients: Clients | null = null;

function clientFor(url: string, options: string): PrismaClient {
  // A pool that loses a connection must not take the process with it: the next query asks for a new one.
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: POOL_SIZE,
      // What a transaction asks for at once is sent at once, and answered in turn.
      pipeline: true,
      options: `-c statement_timeout=${STATEMENT_TIMEOUT_MS} ${options}`,
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined, statementNameGenerator: nameOf },
  );
  return new PrismaClient({ adapter });
}

function open(): Clients {
  const url = getConnection();
  if (clients?.url !== url) {
    // The sign-in library opens no transaction of ours: its connections are the auth principal's from the start.
    clients = {
      url,
      content: clientFor(url, ""),
      // Every transaction of these connections sees one snapshot, without a statement of its own to ask for it.
      reading: clientFor(
        url,
        "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on",
      ),
      auth: clientFor(url, "-c app.principal=auth"),
    };
  }
  return clients;
}

/** The client of the sign-in library: sees its own tables and users, and no content. */
export function authClient(): PrismaClient {
  return open().auth;
}

/** Closes every connection; the next query opens new ones. */
export async function closeDatabase(): Promise<void> {
  const closing = clients;
  clients = null;
  await Promise.all(
    [closing?.content, closing?.reading, closing?.auth].map((client) => client?.$disconnect()),
  );
}

/** Names the principal for the rest of the transaction and returns where they stand on that day. */
export async function enter(tx: Tx, principal: Principal, today: Day): Promise<StandRow[]> {
  return tx.$queryRaw<StandRow[]>`SELECT * FROM app.enter(${principal}, ${today}::date)`;
}

/** Where a principal stands and how each area's pages begin: one statement, which needs no transaction around it. */
export function look(principal: Principal, today: Day): Promise<LookRow[]> {
  return lookWith(open().reading, principal, today);
}

/** The same within a transaction, of what that transaction sees. */
export function lookWith(
  client: Pick<Tx, "$queryRaw">,
  principal: Principal,
  today: Day,
): Promise<LookRow[]> {
  return client.$queryRaw<LookRow[]>`
    SELECT s.*, h.name AS area_name, h.changed
    FROM app.enter(${principal}, ${today}::date) s LEFT JOIN LATERAL app.area_head(s.area_id) h ON true`;
}

type Work<T> = (tx: Tx, stands: StandRow[]) => Promise<T>;

/** Runs `work` in one transaction as `principal`. Keep it short: nothing slow inside (files, HTTP, rendering). */
export function inTransaction<T>(principal: Principal, today: Day, work: Work<T>): Promise<T> {
  return runOn(open().content, principal, today, work);
}

/** The same for reads alone: all of them see the database as it was when the first one asked, and none can write. */
export function inReading<T>(principal: Principal, today: Day, work: Work<T>): Promise<T> {
  return runOn(open().reading, principal, today, work);
}

function runOn<T>(client: PrismaClient, principal: Principal, today: Day, work: Work<T>): Promise<T> {
  return client.$transaction(async (tx) => work(tx, await enter(tx, principal, today)), {
    maxWait: MAX_WAIT_MS,
    timeout: TIMEOUT_MS,
  });
}

/** Whether the database answers; for /readyz. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await open().content.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
