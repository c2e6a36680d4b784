import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from "cockatiel";
import type { z } from "zod";
import type { Clock } from "../clock";
import { getEnvironment } from "../environment.server.ts";
import { getLog } from "../log.server.ts";
import { findKeptAnswer, keepAnswer } from "./answers.server.ts";
import { exchange } from "./exchange.server.ts";
import { type FaultKind, OutsideFault } from "./fault.ts";
import { SERVICES, type ServiceId } from "./services.server.ts";

const FAILURES = 3;
const REST_MS = 5 * 60_000;

/** A status with its body, as a service answers. */
type Told = { status: number; body: unknown };

/** One question to a service. `schema` refuses nonsense, passes over what is new, and changes nothing it accepts. */
export type Question<T extends Told> = {
  service: ServiceId;
  /** What it is kept under: in no case an address of anybody. */
  key: string;
  /** Path and query. */
  path: string;
  statuses: readonly T["status"][];
  schema: z.ZodType<T>;
  /** How long an answer counts as new. */
  maxAgeMs: number;
};

/** What is known: asked lately, asked some time ago as the service is away now, or nothing. */
export type Answer<T> =
  | { state: "fresh" | "stale"; told: T; fetchedAt: Date }
  | { state: "away"; why: FaultKind };

/** Asks services outside; it remembers which of them failed, and what is being asked. */
export type Door = {
  ask: <T extends Told>(question: Question<T>, clock: Clock) => Promise<Answer<T>>;
  /** The services that failed and are left in peace for now. */
  resting: () => ServiceId[];
};

/** A door of its own, which nobody failed at yet. */
export function openDoor(): Door {
  const breakers = new Map<ServiceId, CircuitBreakerPolicy>();
  const underWay = new Map<string, Promise<Answer<Told>>>();
  const breakerOf = (service: ServiceId) => {
    const breaker = breakers.get(service) ?? newBreaker();
    breakers.set(service, breaker);
    return breaker;
  };
  return {
    resting: () =>
      [...breakers].flatMap(([service, { state }]) => (state === CircuitState.Open ? [service] : [])),
    ask<T extends Told>(question: Question<T>, clock: Clock) {
      const known = underWay.get(question.key) as Promise<Answer<T>> | undefined;
      if (known) return known;
      const answering = answer(question, clock, breakerOf(question.service)).finally(() =>
        underWay.delete(question.key),
      );
      underWay.set(question.key, answering);
      return answering;
    },
  };
}

const door = openDoor();

/**
 * Asks a service outside, or gives what it answered lately. Never throws for what the service does. Takes three seconds
 * at most, so it is for what somebody pressed a button for, or for no one's page at all; never within a transaction.
 */
export const ask: Door["ask"] = (question, clock) => door.ask(question, clock);

/** The services outside that failed lately and are not asked for some minutes. */
export const restingServices: Door["resting"] = () => door.resting();

/** Three failures one after another, and a service is left in peace for five minutes; then one question tries it. */
function newBreaker(): CircuitBreakerPolicy {
  return circuitBreaker(handleAll, { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) });
}

async function answer<T extends Told>(
  question: Question<T>,
  clock: Clock,
  breaker: CircuitBreakerPolicy,
): Promise<Answer<T>> {
  const kept = await findKept(question, clock);
  if (kept && clock.now().getTime() - kept.fetchedAt.getTime() < question.maxAgeMs)
    return { state: "fresh", ...kept };
  try {
    const told = await fetchNew(question, breaker);
    const fetchedAt = clock.now();
    await keepAnswer({ key: question.key, service: question.service, ...told, fetchedAt }, clock);
    return { state: "fresh", told, fetchedAt };
  } catch (error) {
    const why = kindOf(error, question.service);
    return kept ? { state: "stale", ...kept } : { state: "away", why };
  }
}

/** What was kept, as this release reads it; what it cannot read counts as never asked. */
async function findKept<T extends Told>({ key, schema }: Question<T>, clock: Clock) {
  const row = await findKeptAnswer(key, clock);
  if (row === null) return null;
  const told = schema.safeParse({ status: row.status, body: row.body });
  return told.success ? { told: told.data, fetchedAt: row.fetchedAt } : null;
}

async function fetchNew<T extends Told>(
  { service, path, statuses, schema }: Question<T>,
  breaker: CircuitBreakerPolicy,
): Promise<T> {
  if (!getEnvironment().OUTSIDE_SERVICES) throw new OutsideFault("off");
  const base = SERVICES[service]();
  const url = new URL(path, base);
  // A path that leads elsewhere ("//elsewhere") would leave the list of hosts.
  if (url.origin !== base) throw new OutsideFault("unreachable");
  return breaker.execute(async () => {
    const parsed = schema.safeParse(await exchange(url, statuses));
    if (!parsed.success) throw new OutsideFault("shape");
    return parsed.data;
  });
}

function kindOf(error: unknown, service: ServiceId): FaultKind {
  if (error instanceof BrokenCircuitError) return "resting";
  if (!(error instanceof OutsideFault)) throw error;
  const { kind, status } = error;
  if (kind !== "off") getLog().warn({ service, kind, status }, "an outside service is away");
  return kind;
}
