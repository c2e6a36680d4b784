import type { AreaActor } from "~/features/identity/actor";
import { LINE_KINDS, LINE_WORDS } from "~/features/partnership/line";
import { SHELVES } from "~/features/partnership/lines.server";
import { findUserNames } from "~/features/records/user-names.queries.server";
import type { Reading } from "./request.server";
import { sayEvent } from "./wording.server";

const ENTRIES_A_PAGE = 50;

const own = ({ areaId, organisationId }: AreaActor) => ({
  areaId,
  organisationId,
  level: "side" as const,
  command: { startsWith: "partnership." },
});

async function findEvents(actor: AreaActor, { tx }: Reading, more: { subjectId?: string }, skip: number) {
  const events = await tx.event.findMany({
    where: { ...own(actor), ...more },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip,
    take: ENTRIES_A_PAGE,
    select: { id: true, at: true, actorId: true, command: true, data: true },
  });
  const actors = events.map(({ actorId }) => actorId);
  const names = await findUserNames(tx, actors);
  return events.map(({ id, at, actorId, command, data }) => ({
    id,
    at,
    by: names.get(actorId ?? "") ?? "Somebody of the partnership",
    said: sayEvent(command, data),
  }));
}

/** What was done to the partnership's own papers, the newest first. */
export async function findOwnLog(actor: AreaActor, reading: Reading, page: number) {
  const count = await reading.tx.event.count({ where: own(actor) });
  const pages = Math.max(1, Math.ceil(count / ENTRIES_A_PAGE));
  const at = Math.min(page, pages);
  const entries = await findEvents(actor, reading, {}, (at - 1) * ENTRIES_A_PAGE);
  return { page: at, pages, entries };
}

/** The same of one line. */
export async function findLineLog(actor: AreaActor, reading: Reading, subjectId: string) {
  return findEvents(actor, reading, { subjectId }, 0);
}

/** Lines that were taken off their lists, to be put back. */
export async function findTakenOff(actor: AreaActor, { tx }: Reading) {
  const found = [];
  for (const kind of LINE_KINDS)
    for (const { id, name } of await SHELVES[kind].takenOff(tx, actor.areaId))
      found.push({ kind, id, name, words: LINE_WORDS[kind] });
  return found;
}
