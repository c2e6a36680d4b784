import { createHash } from "node:crypto";
import { type Principal, Prisma, type Tx } from "./db.server";
import { toJson } from "./json-column.server";
import { networkRange } from "./network-range";

/** What an event keeps: what changed, and enough to word it. */
export type EventData = Record<string, unknown>;

/** An event as its command words it: what it is about, who may see it, what changed. */
export type EventEntry = {
  subjectId: string | null;
  areaId: string | null;
  relationshipId: string | null;
  organisationId: string | null;
  side: "council" | "community" | null;
  level: "shared" | "side" | "personal";
  data: EventData;
  /** Other records whose facts this write changed. */
  alsoTouched?: readonly string[];
  /** What was done changes nothing that is scored, and may be done by whoever only reads. */
  changesNoFact?: true;
};

/** Whose write it is: what the log keeps beside every entry. */
export type Writer = {
  principal: Principal;
  /** Null: nobody with an account. */
  actorId: string | null;
  /** The contact who answered by link. */
  byPerson?: string;
  /** The form's key: the same form sent twice is one write. */
  key?: string;
  /** The key is a program's: with another write it is a mistake, and refused. A form that was changed keeps its key. */
  keyIsOfOneWrite?: true;
  requestId?: string;
  clientAddress?: string;
  /** The browser it came from, as its owner would call it. */
  browser?: string;
};

/** Adds one entry to the log: which command, by whom, when. */
export async function writeEvent(
  tx: Tx,
  writer: Writer,
  command: { id: string; within?: string; eventId: string; at: Date },
  entry: EventEntry,
): Promise<void> {
  const { subjectId, areaId, relationshipId, organisationId, side, level } = entry;
  const data = writer.byPerson === undefined ? entry.data : { ...entry.data, byPerson: writer.byPerson };
  const via = command.within === command.id ? null : (command.within ?? null);
  // Nothing is asked back: an admin writes entries about areas that they cannot read. By hand, because Prisma compiles
  // what it calls createMany anew each time, and every write makes an event.
  await tx.$executeRaw`
    INSERT INTO event (id, at, principal, actor_id, command, area_id, relationship_id, organisation_id, side, level,
      subject_id, data, request_id, client_address, browser, via)
    VALUES (${command.eventId}::uuid, ${command.at}::timestamptz, ${writer.principal}, ${writer.actorId}::uuid,
      ${command.id}, ${areaId}::uuid, ${relationshipId}::uuid, ${organisationId}::uuid, ${side}::side, ${level}::level,
      ${subjectId}::uuid, ${JSON.stringify(data)}::jsonb, ${writer.requestId ?? null},
      ${networkRange(writer.clientAddress ?? null)}, ${writer.browser ?? null}, ${via})`;
}

/** What a write is known by beside its key: the same form changed and sent again is another write. */
export function inputHashOf(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

/** A program sent the key of one write with another. */
export class KeyReused extends Error {}

/** Refuses a program's key that stands for another write; of two at once, the later waits for what becomes of the first. */
async function refuseOtherUse(
  tx: Tx,
  { userId, key, command, inputHash }: Record<"userId" | "key" | "command" | "inputHash", string>,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${userId} ${key}`}, 0))`;
  const uses = await tx.idempotencyKey.findMany({
    where: { userId, key },
    select: { command: true, inputHash: true },
  });
  if (uses.some((use) => use.command !== command || use.inputHash !== inputHash)) throw new KeyReused();
}

/** Whether the form of this key was written already, with what came of it; otherwise how to keep what comes of it. */
export async function claimKey(tx: Tx, writer: Writer, command: string, input: unknown) {
  const key = writer.key;
  if (key === undefined || writer.actorId === null)
    return { done: false as const, keep: async () => undefined };
  const inputHash = inputHashOf(input);
  const where = { userId: writer.actorId, key, command, inputHash };
  if (writer.keyIsOfOneWrite) await refuseOtherUse(tx, where);
  const kept = await tx.idempotencyKey.findUnique({ where: { userId_key_command_inputHash: where } });
  if (kept) return { done: true as const, result: kept.result };
  return {
    done: false as const,
    keep: async (result: unknown) => {
      await tx.idempotencyKey.create({ data: { ...where, result: toJson(result ?? null) } });
    },
  };
}

/** Whether a write failed because the same form, sent twice at once, was written by the other one. */
export function lostRaceForKey(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === "P2002" &&
    error.meta?.modelName === "IdempotencyKey"
  );
}
