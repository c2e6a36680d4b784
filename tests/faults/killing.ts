import { setTimeout as sleep } from "node:timers/promises";
import type { Ground } from "./ground.ts";
import type { Instance } from "./instance.ts";
import type { Random } from "./random.ts";
import { Stream, sendOnce } from "./stream.ts";
import { Judge } from "./verdicts.ts";
import { KINDS, makeWrite, type Write } from "./writes.ts";

/** What is killed. */
export const VICTIMS = ["application", "database", "both"] as const;
export type Victim = (typeof VICTIMS)[number];

/** What was found over all rounds. */
export type Tally = {
  kills: Record<Victim, number>;
  acknowledged: number;
  /** Writes whose sender got no answer: there, whole; or not there. */
  unknown: { whole: number; absent: number };
  lost: string[];
  half: string[];
  doubled: string[];
  /** The longest from a kill until all was well again, in milliseconds. */
  longestMs: number;
};

export function emptyTally(): Tally {
  return {
    kills: { application: 0, database: 0, both: 0 },
    acknowledged: 0,
    unknown: { whole: 0, absent: 0 },
    lost: [],
    half: [],
    doubled: [],
    longestMs: 0,
  };
}

/** Kills at random moments while forms are sent, and looks after each what became of them. */
export class Killing {
  readonly #judge: Judge;
  readonly #stream: Stream;

  constructor(
    private readonly instance: Instance,
    private readonly ground: Ground,
    private readonly random: Random,
    readonly tally: Tally,
  ) {
    this.#judge = new Judge(ground);
    this.#stream = new Stream(ground, instance.origin, random);
  }

  /** One of each kind while all is well: what a whole one looks like. */
  async calm(): Promise<void> {
    for (const kind of KINDS) {
      const write = makeWrite(kind, this.ground, this.ground.writers[0], this.random);
      if (!(await sendOnce(write, this.instance.origin)))
        throw new Error(`a ${kind} was not taken in calm times`);
      await this.#judge.learn(write);
    }
  }

  /** One kill, and what came of everything that was sent around it. */
  async round(victim: Victim): Promise<void> {
    this.#stream.begin();
    await this.#stream.acknowledge(this.random.between(2, 14));
    await sleep(this.random.between(0, 250));
    const killedAt = Date.now();
    await this.#kill(victim);
    await this.instance.ready();
    this.tally.longestMs = Math.max(this.tally.longestMs, Date.now() - killedAt);
    this.tally.kills[victim] += 1;
    // Some go on as if nothing had been.
    await sleep(this.random.between(20, 200));
    await this.#examine(await this.#stream.stop());
  }

  async #kill(victim: Victim): Promise<void> {
    if (victim === "database") return this.instance.killDatabase();
    if (victim === "application") await this.instance.killApplication();
    else await Promise.all([this.instance.killApplication(), this.instance.killDatabase()]);
    this.instance.spawn();
  }

  async #examine(sent: readonly Write[]): Promise<void> {
    const { tally } = this;
    const unknown = sent.filter(({ state }) => state === "unknown");
    const known = sent.filter(({ state }) => state === "acknowledged");
    tally.acknowledged += known.length;
    this.#note(known, await this.#judge.judge(known), tally.lost);
    const verdicts = await this.#judge.judge(unknown);
    tally.unknown.whole += verdicts.filter((one) => one === "whole").length;
    tally.unknown.absent += verdicts.filter((one) => one === "absent").length;
    this.#note(unknown, verdicts, null);
    tally.half.push(...(await this.#judge.findUnreadable(sent, this.instance.origin)));
    await this.#sendAgain([...unknown, ...(known.length > 0 ? [this.random.pick(known)] : [])]);
  }

  /** The same form once more, as somebody does who got no answer: it is there once, and leads where it led. */
  async #sendAgain(writes: readonly Write[]): Promise<void> {
    for (const write of writes) {
      const led = write.leads;
      const isTaken = await sendOnce(write, this.instance.origin);
      if (!isTaken) this.tally.lost.push(`${write.mark}, sent again: not taken`);
      if (led !== undefined && write.leads !== led) this.tally.doubled.push(`${write.mark} led elsewhere`);
    }
    this.#note(writes, await this.#judge.judge(writes), this.tally.lost);
    this.tally.half.push(...(await this.#judge.findUnreadable(writes, this.instance.origin)));
  }

  /** `absent`: where one that is not there is noted; null where it need not be there. */
  #note(
    writes: readonly Write[],
    verdicts: readonly Awaited<ReturnType<Judge["judge"]>>[number][],
    absent: string[] | null,
  ): void {
    for (const [index, { mark }] of writes.entries()) {
      const verdict = verdicts[index];
      if (verdict === "absent") absent?.push(mark);
      if (verdict === "part") this.tally.half.push(mark);
      if (verdict === "several") this.tally.doubled.push(mark);
    }
  }
}
