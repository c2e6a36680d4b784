import { PrismaPg } from "@prisma/adapter-pg";
import type { QueryArrayConfig } from "pg";

/** PostgreSQL's one-byte type "char", and Prisma's number for a character. */
const CHAR_OID = 18;
const TEXT_OID = 25;
const CHARACTER = 6;

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Query = Parameters<Adapter["queryRaw"]>[0];
type Outcome = { ok: true; value: unknown } | { ok: false; error: { kind: "GenericJs"; id: number } };

/**
 * The database as the schema engine wants it: every answer is an outcome, never a throw. Mends two faults of
 * Prisma's own adapter: it cannot read "char" columns, and it splits scripts at semicolons.
 */
export function engineAdapter(url: string): {
  adapter: object;
  close: () => Promise<void>;
  failure: () => unknown;
} {
  const opened: Adapter[] = [];
  let failure: unknown;
  const guard = async (work: () => Promise<unknown>): Promise<Outcome> => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      failure = error;
      return { ok: false, error: { kind: "GenericJs", id: 0 } };
    }
  };
  const connect = (): Promise<Outcome> =>
    guard(async () => {
      const adapter = await new PrismaPg({ connectionString: url }).connect();
      opened.push(adapter);
      return wrap(adapter, guard);
    });
  return {
    adapter: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      errorRegistry: { consumeError: () => ({ error: failure }) },
      connect,
    },
    close: async () => {
      for (const adapter of opened) await adapter.dispose();
    },
    failure: () => failure,
  };
}

function wrap(adapter: Adapter, guard: (work: () => Promise<unknown>) => Promise<Outcome>): object {
  return {
    provider: "postgres",
    adapterName: adapter.adapterName,
    queryRaw: (query: Query) => guard(() => queryRaw(adapter, query)),
    executeRaw: (query: Query) => guard(() => adapter.executeRaw(query)),
    executeScript: (script: string) => guard(() => adapter.underlyingDriver().query(script)),
    getConnectionInfo: () => ({ ok: true, value: adapter.getConnectionInfo() }),
    dispose: () => guard(async () => undefined),
  };
}

/** Lets the adapter take "char" for text, then tells the engine what it was. */
async function queryRaw(adapter: Adapter, query: Query): Promise<unknown> {
  const characters: number[] = [];
  const pool = adapter.underlyingDriver();
  const client = {
    query: async (config: QueryArrayConfig, values: unknown[]) => {
      const result = await pool.query(config, values);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== CHAR_OID) continue;
        characters.push(index);
        field.dataTypeID = TEXT_OID;
      }
      return result;
    },
  };
  const patched: Adapter = Object.create(adapter, { client: { value: client } });
  const result = await patched.queryRaw(query);
  for (const index of characters) result.columnTypes[index] = CHARACTER;
  return result;
}
