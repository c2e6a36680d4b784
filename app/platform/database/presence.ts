import { Client } from "pg";

/** Held shared by every process that uses the server; whoever can then hold it alone is the last. */
const PRESENCE_LOCK = 7_270_736_901;

/** A connection that says "I am here", for as long as this process uses the server. */
export class Presence {
  #leaving = false;

  private constructor(private readonly client: Client) {}

  /** Connects and takes the shared lock; fails as the connection fails. */
  static async enter(connectionString: string): Promise<Presence> {
    const client = new Client({
      connectionString,
      application_name: "common-ground presence",
      keepAlive: true,
    });
    client.on("error", () => undefined);
    await client.connect();
    const presence = new Presence(client);
    try {
      // Waits while a last one out is closing the server; the shutdown then ends this connection.
      await client.query("select pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return presence;
  }

  /** Calls back once if the server goes away while we are still here. */
  onLost(callback: () => void): void {
    this.client.once("end", () => {
      if (!this.#leaving) callback();
    });
  }

  /** Lets go, and says whether nobody else is here; the answer stays true until `close`. */
  async leave(): Promise<boolean> {
    this.#leaving = true;
    await this.client.query("select pg_advisory_unlock_shared($1)", [PRESENCE_LOCK]);
    const { rows } = await this.client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [
      PRESENCE_LOCK,
    ]);
    return rows[0]?.last === true;
  }

  async close(): Promise<void> {
    this.#leaving = true;
    await this.client.end().catch(() => undefined);
  }
}
