import { type Clock, todayBy } from "../clock";
import { inTransaction, type Tx } from "../db.server";
import { toJson } from "../json-column.server";
import type { ServiceId } from "./services.server.ts";

/** Answers that nobody asked for again in this time are forgotten when their service is asked next. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

export type Kept = { key: string; service: ServiceId; status: number; body: unknown; fetchedAt: Date };

/** What was answered to a question last; null: never, or long ago. */
export function findKeptAnswer(key: string, clock: Clock): Promise<Omit<Kept, "service"> | null> {
  return asOutside(clock, (tx) =>
    tx.outsideAnswer.findUnique({
      where: { key },
      select: { key: true, status: true, body: true, fetchedAt: true },
    }),
  );
}

/** Keeps an answer in the place of the one before it. */
export function keepAnswer({ key, body, ...kept }: Kept, clock: Clock): Promise<void> {
  const row = { ...kept, body: toJson(body) };
  return asOutside(clock, async (tx) => {
    await tx.outsideAnswer.upsert({ where: { key }, create: { key, ...row }, update: row });
    const old = new Date(kept.fetchedAt.getTime() - KEPT_DAYS * DAY_MS);
    await tx.outsideAnswer.deleteMany({ where: { service: kept.service, fetchedAt: { lt: old } } });
  });
}

function asOutside<T>(clock: Clock, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction("job:outside", todayBy(clock), work);
}
