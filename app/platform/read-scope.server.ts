import type { Day } from "./calendar/day";
import { inReading, type LookRow, look, type Principal, type Tx } from "./db.server";
import { orUnavailable } from "./unavailable.server";

type Opened = { tx: Tx; stands: LookRow[] };

/**
 * One read transaction for all loaders of a request, opened by the first that asks and closed before the page is
 * rendered. Loaders run in parallel but the connection does one thing at a time, so they take turns.
 */
export class ReadScope {
  #principal: Principal;
  #today: Day;
  #glassIn: string | null;
  #looked: Promise<LookRow[]> | null = null;
  #opened: Promise<Opened> | null = null;
  #finished: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** Whether anything was read but where the user stands. */
  hasRead = false;

  /** `glassIn`: the area this request may read by break-glass, where one is open. No other is, whatever is open. */
  constructor(principal: Principal, today: Day, glassIn: string | null = null) {
    this.#principal = principal;
    this.#today = today;
    this.#glassIn = glassIn;
  }

  /** Runs `work` inside the request's read transaction, after those that asked before. */
  run<T>(work: (tx: Tx, stands: LookRow[]) => Promise<T>): Promise<T> {
    this.hasRead = true;
    const result = orUnavailable(
      this.#turn.then(async () => {
        const { tx, stands } = await this.#open();
        return work(tx, stands);
      }),
    );
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Where the request's user stands, without opening the transaction: once a request. */
  look(): Promise<LookRow[]> {
    this.#looked ??= orUnavailable(look(this.#principal, this.#today)).then((stands) => this.#within(stands));
    return this.#looked;
  }

  #within(stands: LookRow[]): LookRow[] {
    return stands.filter(({ glass, area_slug: slug }) => !glass || slug === this.#glassIn);
  }

  /** Ends the transaction; a later run opens a new one. Never throws: what failed was told to whoever asked. */
  async close(): Promise<void> {
    await this.#turn;
    this.#looked = null;
    if (this.#opened === null) return;
    this.#opened = null;
    this.#release();
    await this.#finished;
  }

  #open(): Promise<Opened> {
    this.#opened ??= new Promise((resolve, reject) => {
      const closed = new Promise<void>((release) => {
        this.#release = release;
      });
      this.#finished = inReading(this.#principal, this.#today, async (tx, stands) => {
        resolve({ tx, stands: this.#within(stands) });
        await closed;
      }).catch(reject);
    });
    return this.#opened;
  }
}
