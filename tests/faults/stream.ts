import { setTimeout as sleep } from "node:timers/promises";
import type { Ground, Writer } from "./ground.ts";
import type { Random } from "./random.ts";
import { isAcknowledged, KINDS, makeWrite, type Write } from "./writes.ts";

/** Forms each writer has under way at once. */
const AT_ONCE = 2;
const PAUSE_MS = 40;
const PATIENCE_MS = 20_000;

/** Sends one write once, and notes what the sender then knows of it. */
export async function sendOnce(write: Write, origin: string): Promise<boolean> {
  let answer: Awaited<ReturnType<Write["send"]>>;
  try {
    answer = await write.send(origin);
  } catch {
    // The connection was refused, or lost before an answer: nobody knows.
    if (write.state === "sent") write.state = "unknown";
    return false;
  }
  if (!isAcknowledged(answer, `${write.mark} (${write.state})`)) {
    if (write.state === "sent") write.state = "unknown";
    return false;
  }
  if (write.state !== "acknowledged") write.leads = answer.location ?? undefined;
  write.state = "acknowledged";
  return true;
}

/** People and programs who send one form after another, until they are told to stop. */
export class Stream {
  #isOpen = false;
  #turns: Promise<void>[] = [];
  /** What was sent since the last stop. */
  sent: Write[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly origin: string,
    private readonly random: Random,
  ) {}

  begin(): void {
    this.#isOpen = true;
    this.sent = [];
    this.#turns = this.ground.writers.flatMap((writer) =>
      Array.from({ length: AT_ONCE }, () => this.#turn(writer)),
    );
  }

  /** Waits until so many have been acknowledged; on a machine that has no time for them, not for ever. */
  async acknowledge(count: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    const done = () => this.sent.filter(({ state }) => state === "acknowledged").length;
    while (done() < count && Date.now() < until) await sleep(5);
  }

  /** Lets what is under way come to its end. */
  async stop(): Promise<Write[]> {
    this.#isOpen = false;
    await Promise.all(this.#turns);
    return this.sent;
  }

  async #turn(writer: Writer): Promise<void> {
    while (this.#isOpen) {
      const write = makeWrite(this.random.pick(KINDS), this.ground, writer, this.random);
      this.sent.push(write);
      // Who got no answer waits a moment, and goes on with something else: it is sent again when all is well.
      if (!(await sendOnce(write, this.origin))) {
        await sleep(this.random.between(PAUSE_MS, 4 * PAUSE_MS));
        return this.#wait(writer);
      }
    }
  }

  /** Until the instance answers again, nothing new is begun. */
  async #wait(writer: Writer): Promise<void> {
    while (this.#isOpen) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.ok) return this.#turn(writer);
      await sleep(PAUSE_MS);
    }
  }
}
