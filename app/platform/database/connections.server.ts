import { PrismaPg } from "@prisma/adapter-pg";

const POOL_SIZE = 10;
/** How long a connection may take to come about, or to be given back by somebody else. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * How long a session may keep others waiting, in milliseconds: one statement, the wait for what somebody else holds, and
 * a transaction in which nothing happens any more (db.server.ts ends its own sooner).
 */
export const SESSION_LIMITS = {
  statement_timeout: 10_000,
  lock_timeout: 8_000,
  idle_in_transaction_session_timeout: 20_000,
} as const;

// Row security makes a statement look dear to the planner: compiling it (where a server can) takes longer than running it.
const SESSION = Object.entries({ ...SESSION_LIMITS, jit: "off" })
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(" ");

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

function poolFor(url: string, options: string): PrismaPg {
  // A pool that loses a connection must not take the process with it: the next query asks for a new one.
  return new PrismaPg(
    {
      connectionString: url,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // What a transaction asks for at once is sent at once, and answered in turn.
      pipeline: true,
      options: `${SESSION} ${options}`,
    },
    { onPoolError: () => undefined, onConnectionError: () => undefined, statementNameGenerator: nameOf },
  );
}

/**
 * The database as one client sees it, of which each costs some 50 MB: a transaction that names its level is content's,
 * and enters as somebody first. A repeatable one only reads, on connections that need no statement to say so. Whatever
 * else is asked is the sign-in library's: its connections are the auth principal's from the start, and see no content.
 */
export function connectionsTo(url: string): Pick<PrismaPg, "provider" | "adapterName" | "connect"> {
  const pools = {
    auth: poolFor(url, "-c app.principal=auth"),
    content: poolFor(url, ""),
    reading: poolFor(
      url,
      "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on",
    ),
  };
  const { provider, adapterName } = pools.auth;
  return {
    provider,
    adapterName,
    async connect() {
      const auth = await pools.auth.connect();
      const content = await pools.content.connect();
      const reading = await pools.reading.connect();
      const start = auth.startTransaction.bind(auth);
      const dispose = auth.dispose.bind(auth);
      auth.startTransaction = (level) => {
        if (level === undefined) return start();
        return (level === "REPEATABLE READ" ? reading : content).startTransaction();
      };
      auth.dispose = async () => {
        await Promise.all([dispose(), content.dispose(), reading.dispose()]);
      };
      return auth;
    },
  };
}
