import { findDueStudies, findEndedSince, findWhetherEnded } from "~/features/releases/studies.queries.server";
import { closeStudy, forgetRows } from "~/features/releases/study-end.server";
import { destroyStudyKey, findStudyKeys } from "~/features/releases/study-key.server";
import { type Clock, todayBy } from "~/platform/clock";
import { writeEvent } from "~/platform/command-log.server";
import { inTransaction } from "~/platform/db.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { newId } from "~/platform/ids";

const JOB = "job:end-studies";
/** A key whose study is not there may be of one that is being opened: for as long it is left alone. */
const OPENING_MS = 3_600_000;
/** A release that is being written as a study ends puts its rows there after they were removed: so long they are looked for. */
const WRITING_MS = 7 * 86_400_000;

/** Ends the studies whose last day is over, and destroys what is left of all that ended: rows and keys. Twice is once. */
export async function endDueStudies(clock: Clock): Promise<void> {
  const [today, now] = [todayBy(clock), clock.now()];
  await inTransaction(JOB, today, async (tx) => {
    for (const { id } of await findEndedSince(tx, new Date(now.getTime() - WRITING_MS)))
      await forgetRows(tx, id);
    for (const { id, title } of await findDueStudies(tx, today)) {
      await closeStudy(tx, id, today, now);
      const entry = { id: "studies.ended", eventId: newId(now), at: now };
      await writeEvent(tx, { principal: JOB, actorId: null }, entry, eventOfNoArea(id, { title }));
    }
  });
  await destroyEndedKeys(clock);
}

/** Destroys the keys of studies that are over, and those no study came of. */
export async function destroyEndedKeys(clock: Clock): Promise<void> {
  const keys = findStudyKeys();
  if (keys.length === 0) return;
  const ids = keys.map(({ studyId }) => studyId);
  const found = await inTransaction(JOB, todayBy(clock), (tx) => findWhetherEnded(tx, ids));
  const ended = new Map(found.map(({ id, endedAt }) => [id, endedAt !== null]));
  for (const { studyId, madeAt } of keys) {
    const isLeft = clock.now().getTime() - madeAt.getTime() > OPENING_MS;
    if (ended.get(studyId) ?? isLeft) destroyStudyKey(studyId);
  }
}
