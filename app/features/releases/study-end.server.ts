import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/**
 * What follows when a study is over: nobody is in it any more, and its rows go from every release. Its key goes when this
 * is written (destroyEndedKeys): were it to go first, and the write then fail, an open study would be without.
 */
export async function closeStudy(tx: Tx, studyId: string, today: Day, now: Date): Promise<void> {
  await tx.study.updateMany({
    where: { id: studyId, endedAt: null },
    data: { endedAt: now, revision: { increment: 1 } },
  });
  await tx.$executeRaw`
    UPDATE study_member SET ends_on = GREATEST(starts_on, ${today}::date)
    WHERE study_id = ${studyId}::uuid AND (ends_on IS NULL OR ends_on > ${today}::date)`;
  await forgetRows(tx, studyId);
}

/** Removes the rows of a study that is over from every release. Twice is once. */
export async function forgetRows(tx: Tx, studyId: string): Promise<void> {
  await tx.$executeRaw`SELECT app.forget_study(${studyId}::uuid)`;
}
